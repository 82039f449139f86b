import type { MeasureView } from '../../api/contract';
import { text } from './messages';

/** A figure as the viewer writes it, or why there is none. */
export function Measure(props: { readonly of: MeasureView; readonly write: (value: number) => string }) {
  if ('value' in props.of) return <>{props.write(props.of.value)}</>;
  return <span className="dk-subtle">{text.figures.notComputable(props.of.notComputable)}</span>;
}
