import type { MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { MessageList } from './message-list';

/** What was sent about the issue whose panel is open. */
export function IssueMessages(props: {
  readonly messages: readonly MessageView[];
  readonly names: Readonly<Record<string, string>>;
}) {
  return (
    <section className="dk-stack" aria-labelledby="dk-issue-messages">
      <h2 id="dk-issue-messages">{t('messages.onIssue')}</h2>
      {props.messages.length === 0 ? (
        <p className="dk-subtle">
          {t('messages.emptyOnIssue.title')}. {t('messages.emptyOnIssue.text')}
        </p>
      ) : (
        <MessageList {...props} />
      )}
    </section>
  );
}
