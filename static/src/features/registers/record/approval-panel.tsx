import { useState } from 'react';
import { HelperMessage, Label } from '@atlaskit/form';
import Textarea from '@atlaskit/textarea';
import { call } from '../../../api/call';
import { registers, type ApprovalView, type RecordView, type RegisterView } from '../../../api/contract';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { t } from '../../../shared/i18n';
import { Failure } from '../../../shared/loaded';
import { Toned } from '../../../shared/tone';
import { useFormat, useViewer } from '../../../shared/viewer';
import { useUnsaved } from '../../../shared/use-unsaved';
import type { Names } from '../columns';
import { inWords } from './problem-words';
import type { RecordChanges } from './record-actions';
import { useRecordAction } from './use-record-action';

interface Props extends RecordChanges {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly approval: ApprovalView;
  readonly names: Names;
}

/** Who decides and by which rule, who has said what, and the vote of those who are asked. */
export function ApprovalPanel(props: Props) {
  const { approval, names } = props;
  const format = useFormat();
  const nameOf = (id: string) => names[id] ?? t('shared.unknownPerson');
  const { approvers, votes } = approval;
  // Somebody may have voted who is not asked any more.
  const people = [...new Set([...approvers, ...votes.map(({ who }) => who)])];
  return (
    <section className="dk-section" aria-label={t('registers.record.approval.title')}>
      <h3>{t('registers.record.approval.title')}</h3>
      <p>
        {ruleText(approval)}{' '}
        <span className="dk-subtle">
          {t('registers.record.approval.asked', {
            who: nameOf(approval.requestedBy),
            when: format.instant(approval.requestedAt),
          })}
        </span>
      </p>
      <ul className="dk-list">
        {people.map((person) => {
          const vote = votes.find(({ who }) => who === person);
          return (
            <li key={person}>
              <span className="dk-row">
                <strong>{nameOf(person)}</strong>
                {vote === undefined ? (
                  <Toned tone="neutral">{t('registers.record.approval.waiting')}</Toned>
                ) : (
                  <>
                    <Toned tone={vote.verdict === 'approved' ? 'success' : 'danger'}>
                      {t(`registers.record.approval.${vote.verdict}`)}
                    </Toned>
                    <span className="dk-subtle">{format.instant(vote.at)}</span>
                  </>
                )}
              </span>
              {vote !== undefined && vote.comment !== '' && <span className="dk-lines">{vote.comment}</span>}
            </li>
          );
        })}
      </ul>
      {approval.decidedAt === null ? (
        <YourVote {...props} />
      ) : (
        <p className="dk-subtle">
          {t('registers.record.approval.decided', { when: format.instant(approval.decidedAt) })}
        </p>
      )}
    </section>
  );
}

function ruleText({ rule, approvers, authority }: ApprovalView): string {
  if (approvers.length === 1) return t('registers.record.approval.one', { authority });
  const values = { authority, of: approvers.length };
  return typeof rule === 'string'
    ? t(`registers.record.approval.rules.${rule}`, values)
    : t('registers.record.approval.rules.quorum', { ...values, quorum: rule.quorum });
}

function YourVote(props: Props) {
  const { register, record, approval, names } = props;
  const { accountId } = useViewer();
  if (register.approvals?.state !== record.state) return null;
  if (record.rights.vote) return <VoteForm {...props} />;
  if (approval.requestedBy === accountId) return <p>{t('registers.record.approval.own')}</p>;
  if (approval.votes.some(({ who }) => who === accountId))
    return <p>{t('registers.record.approval.voted')}</p>;
  const named = approval.approvers.map((id) => names[id] ?? t('shared.unknownPerson')).join(', ');
  return <p className="dk-subtle">{t('registers.record.approval.notAsked', { names: named })}</p>;
}

function VoteForm(props: Props) {
  const { register, record } = props;
  const [comment, setComment] = useState('');
  useUnsaved(comment !== '');
  const { running, problem, run } = useRecordAction(props.onOvertaken);
  const vote = (verdict: 'approved' | 'rejected') =>
    run(verdict, async () => {
      const { kind } = register;
      const { issueId, revision } = record;
      await call(registers.vote, { kind, issueId, revision, verdict, comment });
      tell(t(`registers.record.approval.cast.${verdict}`));
      props.onChanged(null);
    });
  return (
    <form
      className="dk-ask"
      aria-label={t('registers.record.approval.title')}
      onSubmit={(event) => event.preventDefault()}
    >
      {problem !== null && (
        <Failure title={t('registers.record.approval.failed')} problem={inWords(register, problem)} />
      )}
      <div>
        <Label htmlFor="dk-vote-comment">{t('registers.record.approval.comment')}</Label>
        <Textarea
          id="dk-vote-comment"
          aria-describedby="dk-vote-help"
          minimumRows={2}
          maxLength={2_000}
          resize="smart"
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <div id="dk-vote-help">
          <HelperMessage>{t('registers.record.approval.commentHelp')}</HelperMessage>
        </div>
      </div>
      <div className="dk-row">
        {(['approved', 'rejected'] as const).map((verdict) => (
          <CallButton
            key={verdict}
            appearance={verdict === 'approved' ? 'primary' : 'default'}
            isLoading={running === verdict}
            isDisabled={running !== null && running !== verdict}
            onClick={() => void vote(verdict)}
          >
            {verdict === 'approved'
              ? t('registers.record.approval.approve')
              : t('registers.record.approval.reject')}
          </CallButton>
        ))}
      </div>
    </form>
  );
}
