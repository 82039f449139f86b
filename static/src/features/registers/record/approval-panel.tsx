import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { HelperMessage, Label } from '@atlaskit/form';
import Textarea from '@atlaskit/textarea';
import { call } from '../../../api/call';
import { registers, type ApprovalView, type RecordView, type RegisterView } from '../../../api/contract';
import { tell } from '../../../api/view';
import { Failure } from '../../../shared/loaded';
import { shared } from '../../../shared/messages';
import { Toned } from '../../../shared/tone';
import { useFormat, useViewer } from '../../../shared/viewer';
import type { Names } from '../columns';
import { text } from './messages';
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
  const nameOf = (id: string) => names[id] ?? shared.unknownPerson;
  const { approvers, authority, votes, rule } = approval;
  // Somebody may have voted who is not asked any more.
  const people = [...new Set([...approvers, ...votes.map(({ who }) => who)])];
  return (
    <section className="dk-section" aria-label={text.approval.title}>
      <h3>{text.approval.title}</h3>
      <p>
        {approvers.length === 1
          ? text.approval.one(authority)
          : text.approval.rule(rule, approvers.length, authority)}{' '}
        <span className="dk-subtle">
          {text.approval.asked(nameOf(approval.requestedBy), format.instant(approval.requestedAt))}
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
                  <Toned tone="neutral">{text.approval.waiting}</Toned>
                ) : (
                  <>
                    <Toned tone={vote.verdict === 'approved' ? 'success' : 'danger'}>
                      {text.approval[vote.verdict]}
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
        <p className="dk-subtle">{text.approval.decided(format.instant(approval.decidedAt))}</p>
      )}
    </section>
  );
}

function YourVote(props: Props) {
  const { register, record, approval, names } = props;
  const { accountId } = useViewer();
  if (register.approvals?.state !== record.state) return null;
  if (record.rights.vote) return <VoteForm {...props} />;
  if (approval.requestedBy === accountId) return <p>{text.approval.own}</p>;
  if (approval.votes.some(({ who }) => who === accountId)) return <p>{text.approval.voted}</p>;
  const named = approval.approvers.map((id) => names[id] ?? shared.unknownPerson).join(', ');
  return <p className="dk-subtle">{text.approval.notAsked(named)}</p>;
}

function VoteForm(props: Props) {
  const { register, record } = props;
  const [comment, setComment] = useState('');
  const { running, problem, run } = useRecordAction(props.onOvertaken);
  const vote = (verdict: 'approved' | 'rejected') =>
    run(verdict, async () => {
      const { kind } = register;
      const { issueId, revision } = record;
      await call(registers.vote, { kind, issueId, revision, verdict, comment });
      tell(text.approval.cast[verdict]);
      props.onChanged(null);
    });
  return (
    <form className="dk-ask" aria-label={text.approval.title} onSubmit={(event) => event.preventDefault()}>
      {problem !== null && <Failure title={text.approval.failed} problem={inWords(register, problem)} />}
      <div>
        <Label htmlFor="dk-vote-comment">{text.approval.comment}</Label>
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
          <HelperMessage>{text.approval.commentHelp}</HelperMessage>
        </div>
      </div>
      <div className="dk-row">
        {(['approved', 'rejected'] as const).map((verdict) => (
          <Button
            key={verdict}
            appearance={verdict === 'approved' ? 'primary' : 'default'}
            isLoading={running === verdict}
            isDisabled={running !== null && running !== verdict}
            onClick={() => void vote(verdict)}
          >
            {verdict === 'approved' ? text.approval.approve : text.approval.reject}
          </Button>
        ))}
      </div>
    </form>
  );
}
