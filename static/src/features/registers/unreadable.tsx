import { useState } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import { call } from '../../api/call';
import { registers, type RegisterView, type UnreadableView } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { useAction } from '../../shared/use-action';
import { useFormat } from '../../shared/viewer';
import { Score, State } from './lozenges';

/** Records that somebody changed past Docket: which, why they are not shown, and the way back. */
export function Unreadable(props: {
  readonly register: RegisterView;
  readonly records: readonly UnreadableView[];
  readonly onRestored: () => void;
}) {
  if (props.records.length === 0) return null;
  return (
    <SectionMessage
      appearance="warning"
      title={t('registers.unreadable.title', { count: props.records.length })}
    >
      <p>{t('registers.unreadable.text')}</p>
      <ul className="dk-list">
        {props.records.map((record) => (
          <li key={record.issueId}>
            <LastGood register={props.register} record={record} onRestored={props.onRestored} />
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}

/** One such record by itself. */
export const UnreadableRecord = (props: {
  readonly register: RegisterView;
  readonly record: UnreadableView;
  readonly onRestored: () => void;
}) => <Unreadable {...props} records={[props.record]} />;

function LastGood(props: {
  readonly register: RegisterView;
  readonly record: UnreadableView;
  readonly onRestored: () => void;
}) {
  const { register, record } = props;
  const format = useFormat();
  const { running, problem, run } = useAction();
  const [wasRestored, setRestored] = useState(false);
  const restore = () =>
    run('restore', async () => {
      await call(registers.restore, { kind: register.kind, issueId: record.issueId });
      tell(t('registers.unreadable.restored', { key: record.issueKey }));
      setRestored(true);
      props.onRestored();
    });
  return (
    <>
      <span>
        <SiteLink url={record.url}>{record.issueKey}</SiteLink> <bdi>{record.summary}</bdi>: {record.why}
      </span>
      {record.lastGood === null ? (
        <span>{t('registers.unreadable.noLastGood')}</span>
      ) : (
        <span className="dk-row">
          <span>
            {t('registers.unreadable.lastGood', {
              when: format.instant(record.lastGoodAt ?? record.lastGood.updatedAt),
            })}
          </span>
          <State register={register} state={record.lastGood.state} />
          {record.lastGood.score !== null && <Score register={register} score={record.lastGood.score} />}
          {record.canRestore && (
            <CallButton
              spacing="compact"
              aria-label={t('registers.unreadable.restoreThis', { key: record.issueKey })}
              isLoading={running !== null}
              isDisabled={wasRestored}
              onClick={() => void restore()}
            >
              {t('registers.unreadable.restore')}
            </CallButton>
          )}
        </span>
      )}
      {problem !== null && <Failure title={t('registers.unreadable.failed')} problem={problem} />}
    </>
  );
}
