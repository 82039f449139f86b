import { Toned } from '../../shared/tone';
import { text } from './messages';

export type Rag = keyof typeof text.colours;

/** A colour in its word, or that there is none. */
export function Colour({ of }: { readonly of: Rag | null }) {
  if (of === null) return <span className="dk-subtle">{text.noColour}</span>;
  const { label, tone } = text.colours[of];
  return <Toned tone={tone}>{label}</Toned>;
}
