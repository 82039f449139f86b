import { useState } from 'react';
import { Link } from 'wouter';
import SectionMessage from '@atlaskit/section-message/section-message';
import { call } from '../../../api/call';
import { type Acted, type CommitmentAction, commitments, type CommitmentView } from '../../../api/contract';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { t } from '../../../shared/i18n';
import { Failure } from '../../../shared/loaded';
import { SiteLink } from '../../../shared/site-link';
import { useAction } from '../../../shared/use-action';
import { ChoiceForm } from '../../follow-up/choice-form';
import { isPress, outcomeWords, type Press } from './outcome-words';
import { press } from './press';
import { ReassignForm } from './reassign-form';

interface Props {
  readonly row: CommitmentView;
  /** What is asked for at once. */
  readonly begin?: 'snooze' | 'reassign' | undefined;
  /** What came of it: the row as it is now, or `null` where it is open no longer. */
  readonly onActed: (acted: Acted) => void;
}

/** What the person who looks may do about a commitment; what needs a word more is asked for right here. */
export function CommitmentActions({ row, begin, onActed }: Props) {
  const commitmentId = row.id;
  const [asking, setAsking] = useState<'snooze' | 'reassign' | null>(begin ?? null);
  /** What was asked for last: the focus goes back to its button. */
  const [last, setLast] = useState<CommitmentAction | null>(begin ?? null);
  const [notice, setNotice] = useState<string | null>(null);
  const { running, problem, run } = useAction();

  const came = (acted: Acted, words: string) => {
    setAsking(null);
    if (acted.outcome === 'done') tell(words);
    else setNotice(outcomeWords(acted));
    onActed(acted);
  };
  const ask = (action: Press) =>
    run(action, async () => {
      setNotice(null);
      const { acted, notice: why } = await press(action, commitmentId);
      setNotice(why);
      onActed(acted);
    });

  if (asking === 'snooze')
    return (
      <ChoiceForm
        kind="snooze"
        ask={(until, reason) => call(commitments.snooze, { commitmentId, until, reason })}
        onSaved={came}
        onClose={() => setAsking(null)}
      />
    );
  if (asking === 'reassign')
    return (
      <ReassignForm
        ask={(to) => call(commitments.reassign, { commitmentId, to })}
        onSaved={came}
        onClose={() => setAsking(null)}
      />
    );
  const first = row.attention?.action;
  const button = (action: CommitmentAction) => {
    switch (action) {
      case 'open':
        return (
          <SiteLink key={action} url={row.url}>
            {t('commitments.actions.open', { item: row.item })}
          </SiteLink>
        );
      case 'decide':
        return row.record === null ? null : (
          <Link key={action} href={`/registers/${row.record.kind}/${row.record.issueKey}`}>
            {t('commitments.actions.decide')}
          </Link>
        );
      default:
        return (
          <CallButton
            key={action}
            appearance={action === first ? 'primary' : 'default'}
            isLoading={running === action}
            isDisabled={running !== null && running !== action}
            autoFocus={last === action}
            onClick={() => {
              setLast(action);
              if (isPress(action)) void ask(action);
              else setAsking(action);
            }}
          >
            {t(`commitments.actions.${action}`)}
          </CallButton>
        );
    }
  };
  return (
    <div className="dk-stack">
      {problem !== null && <Failure title={t('commitments.actions.failed')} problem={problem} />}
      {notice !== null && (
        <div role="status">
          <SectionMessage appearance="information">
            <p>{notice}</p>
          </SectionMessage>
        </div>
      )}
      <div className="dk-row">{row.actions.map(button)}</div>
    </div>
  );
}
