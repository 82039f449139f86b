import Button from '@atlaskit/button/default/button';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { Progress, StopButton } from '../../shared/progress';
import { useFormat } from '../../shared/viewer';
import type { CommitmentList, UsedCommitments } from './use-commitments';

/** How many are shown, how far the reading has come and of when it is; it can be stopped, and read on. */
export function ListState(props: {
  readonly used: UsedCommitments;
  readonly list: CommitmentList;
  readonly shown: number;
}) {
  const { used, list, shown } = props;
  const { number, instant } = useFormat();
  const read = list.rows.length;
  const what = t('commitments.state.reading');
  const total = Math.max(list.total ?? 0, used.read);
  return (
    <>
      <div className="dk-list-state">
        <span role="status" data-complete={list.next === null}>
          {shown === read
            ? t('commitments.state.all', { count: read })
            : t('commitments.state.some', { shown: number(shown), count: read })}
        </span>
        <span className="dk-subtle">{t('commitments.state.asOf', { when: instant(list.computedAt) })}</span>
        {used.isReading ? (
          <Progress what={what} done={used.read} all={list.next === null ? null : total}>
            <StopButton what={what} onStop={used.stop} />
          </Progress>
        ) : (
          <>
            {list.next !== null && used.problem === null && (
              <>
                <strong>{t('commitments.state.stopped')}</strong>
                <Button spacing="compact" onClick={used.resume}>
                  {t('commitments.state.resume')}
                </Button>
              </>
            )}
            <Button spacing="compact" appearance="subtle" onClick={used.reload}>
              {t('commitments.state.reload')}
            </Button>
          </>
        )}
      </div>
      {used.problem !== null && (
        <Failure title={t('commitments.state.failed')} problem={used.problem} onRetry={used.resume} />
      )}
    </>
  );
}
