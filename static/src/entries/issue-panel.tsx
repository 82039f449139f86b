import { IssueFollowUp } from '../features/follow-up/issue-follow-up';
import { IssueMessages } from '../features/messages/issue-messages';
import { IssueRegisters } from '../features/registers/issue-registers';
import { t } from '../shared/i18n';
import { mount } from '../shared/mount';
import { useViewer } from '../shared/viewer';

/** What Docket knows about one issue. */
function IssuePanel() {
  const { extension } = useViewer();
  return (
    <main className="dk-page dk-panel">
      <h1 className="dk-hidden">{t('app.name')}</h1>
      <IssueRegisters issueKey={issueKeyOf(extension)} />
      <IssueFollowUp />
      <IssueMessages />
    </main>
  );
}

/** @throws Error outside of an issue, where this panel never stands. */
function issueKeyOf(extension: Readonly<Record<string, unknown>>): string {
  const issue = extension['issue'];
  if (typeof issue === 'object' && issue !== null && 'key' in issue) return String(issue.key);
  throw new Error('The issue panel was opened without an issue.');
}

void mount(IssuePanel);
