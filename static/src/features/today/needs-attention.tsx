import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { Acted, TodayView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Failure } from '../../shared/loaded';
import { useOptimistic } from '../../shared/use-optimistic';
import type { Press } from '../commitments/actions/outcome-words';
import { press } from '../commitments/actions/press';
import { OpenedCommitment } from '../commitments/opened-commitment';
import { afterStep, assumeTold } from './changes';
import { Group } from './group';

interface Step {
  readonly id: string;
  readonly acted: Acted;
}

/** The groups, with what has been done about them since they were read. */
export function NeedsAttention({ today }: { readonly today: TodayView }) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const answer = useMemo(
    () => steps.reduce((view, { id, acted }) => afterStep(view, id, acted), today),
    [today, steps],
  );
  const { shown, problem, act } = useOptimistic(answer);
  const opened = shown.groups.flatMap(({ rows }) => rows).find(({ id }) => id === openId);
  const came = (id: string) => (acted: Acted) => setSteps((before) => [...before, { id, acted }]);

  const send = (id: string, action: Press) =>
    act(
      id,
      (view) => assumeTold(view, id, action),
      async () => {
        setNotice(null);
        const { acted, notice: why } = await press(action, id);
        setNotice(why);
        came(id)(acted);
      },
    );

  return (
    <div className="dk-stack">
      {problem !== null && <Failure title={t('commitments.actions.failed')} problem={problem} />}
      <div role="status">
        {notice !== null && (
          <SectionMessage appearance="information">
            <p>{notice}</p>
          </SectionMessage>
        )}
      </div>
      {shown.groups.every(({ count }) => count === 0) ? (
        <Empty title={t('today.empty.title')} text={t('today.empty.text')}>
          <Link href="/commitments">{t('today.all')}</Link>
        </Empty>
      ) : (
        shown.groups
          .filter(({ count }) => count > 0)
          .map((group) => (
            <Group
              key={group.severity}
              group={group}
              names={shown.names}
              onSend={(id, action) => void send(id, action)}
              onOpen={setOpenId}
            />
          ))
      )}
      <Others today={shown} />
      {opened && (
        <OpenedCommitment
          row={opened}
          names={shown.names}
          onActed={came(opened.id)}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}

/** What is not shown, and where it is. */
function Others({ today: { snoozed, backlog, unseen } }: { readonly today: TodayView }) {
  if (snoozed + backlog + unseen.length === 0) return null;
  return (
    <ul className="dk-today-others">
      {snoozed > 0 && (
        <li>
          <Link href="/commitments?held=snoozed">{t('today.snoozed', { count: snoozed })}</Link>
        </li>
      )}
      {backlog > 0 && (
        <li>
          <Link href="/messages/backlog">{t('today.backlog', { count: backlog })}</Link>
        </li>
      )}
      {unseen.map((what) => (
        <li key={what}>{t('today.unseen', { what })}</li>
      ))}
    </ul>
  );
}
