import { IssueFollowUp } from '../features/follow-up/issue-follow-up';
import { IssueMessages } from '../features/messages/issue-messages';
import { IssueRegister } from '../features/registers/issue-register';
import { REGISTERS } from '../features/registers/kinds';
import { mount } from '../shared/mount';
import { useViewer } from '../shared/viewer';

/** What Docket knows about one issue. */
function IssuePanel() {
  const { extension } = useViewer();
  const issue = issueOf(extension);
  return (
    <main className="dk-page dk-panel">
      <h1 className="dk-hidden">Docket</h1>
      {REGISTERS.map(({ kind }) => (
        <IssueRegister key={kind} kind={kind} issue={issue} />
      ))}
      <IssueFollowUp />
      <IssueMessages />
    </main>
  );
}

/** @throws Error outside of an issue, where this panel never stands. */
function issueOf(extension: Readonly<Record<string, unknown>>): { id: string; key: string } {
  const issue = extension['issue'];
  if (typeof issue === 'object' && issue !== null && 'id' in issue && 'key' in issue) {
    return { id: String(issue.id), key: String(issue.key) };
  }
  throw new Error('The issue panel was opened without an issue.');
}

void mount(IssuePanel);
