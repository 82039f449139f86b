import { useState } from 'react';
import type { z } from 'zod';
import { panel } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { useViewer } from '../../shared/viewer';
import { IssueMessages } from '../messages/issue-messages';
import { IssueRegisters } from '../registers/issue-registers';
import type { Chosen } from './choices';
import { FollowUp } from './follow-up';

type Panel = z.infer<typeof panel.read.response>;

/** What Docket knows about one issue, in one answer. */
export function IssuePanel() {
  const read = useCall(panel.read, {});
  return (
    <main className="dk-page dk-panel">
      <h1 className="dk-hidden">{t('app.name')}</h1>
      <Loaded of={read} what={t('followUp.what')} shape="ladder">
        {(answer) => <Parts answer={answer} onChanged={() => void read.reload()} />}
      </Loaded>
    </main>
  );
}

function Parts({ answer, onChanged }: { readonly answer: Panel; readonly onChanged: () => void }) {
  const { extension } = useViewer();
  // A choice is answered with what follows from it; the next answer of the whole panel knows it too.
  const [chosen, setChosen] = useState<{ readonly after: Panel; readonly now: Chosen } | null>(null);
  const { followUp, names } = chosen?.after === answer ? chosen.now : answer;
  return (
    <>
      <FollowUp followUp={followUp} names={names} onChosen={(now) => setChosen({ after: answer, now })} />
      <IssueRegisters issueKey={issueKeyOf(extension)} found={answer} onChanged={onChanged} />
      <IssueMessages messages={answer.messages} names={answer.names} />
    </>
  );
}

/** @throws Error outside of an issue, where this panel never stands. */
function issueKeyOf(extension: Readonly<Record<string, unknown>>): string {
  const issue = extension['issue'];
  if (typeof issue === 'object' && issue !== null && 'key' in issue) return String(issue.key);
  throw new Error('The issue panel was opened without an issue.');
}
