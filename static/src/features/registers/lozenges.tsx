import type { RegisterView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Toned } from '../../shared/tone';
import { bandOf, stateOf } from './columns';

/** A score with the word and the colour of its band. */
export function Score(props: { readonly register: RegisterView; readonly score: number | null }) {
  if (props.score === null) return <span className="dk-subtle">{t('shared.none')}</span>;
  const band = bandOf(props.register, props.score);
  return <Toned tone={band?.tone ?? 'neutral'}>{`${props.score} ${band?.label ?? ''}`.trim()}</Toned>;
}

/** A state of the lifecycle in its colour. */
export function State(props: { readonly register: RegisterView; readonly state: string }) {
  const { tone, label } = stateOf(props.register, props.state);
  return <Toned tone={tone}>{label}</Toned>;
}
