import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Progress, StopButton } from '../../shared/progress';
import type { UsedRegisterList } from './use-register-list';

/** How far a register has been read; it can be stopped, and read on. */
export function Reading(props: {
  readonly used: UsedRegisterList;
  readonly read: number;
  readonly total: number | null;
}) {
  const { used, read, total } = props;
  const what = t('registers.table.reading');
  if (used.isStopped)
    return (
      <p className="dk-row">
        <strong>{t('registers.table.stopped')}</strong>
        <CallButton spacing="compact" onClick={used.resume}>
          {t('registers.table.resume')}
        </CallButton>
      </p>
    );
  return (
    <Progress what={what} done={read} all={total === null ? null : Math.max(total, read)}>
      <StopButton what={what} onStop={used.stop} />
    </Progress>
  );
}
