import type { MeasureView } from '../../api/contract';
import { t } from '../../shared/i18n';

/** A figure as the viewer writes it, or why there is none. */
export function Measure(props: { readonly of: MeasureView; readonly write: (value: number) => string }) {
  if ('value' in props.of) return <>{props.write(props.of.value)}</>;
  return (
    <span className="dk-subtle">{t('plan.figures.notComputable', { why: props.of.notComputable })}</span>
  );
}
