import Lozenge from '@atlaskit/lozenge/lozenge';

export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'danger';

const APPEARANCE = {
  neutral: 'neutral',
  progress: 'information',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
} as const satisfies Record<Tone, string>;

/** A word in the colour of its meaning; the word carries the meaning, the colour repeats it. */
export function Toned(props: { readonly tone: Tone; readonly children: string }) {
  return <Lozenge appearance={APPEARANCE[props.tone]}>{props.children}</Lozenge>;
}
