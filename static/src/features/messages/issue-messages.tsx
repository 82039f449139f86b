import { messages } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { MessageList } from './message-list';

/** What was sent about the issue whose panel is open. */
export function IssueMessages() {
  const list = useCall(messages.ofIssue, {});
  return (
    <section className="dk-stack" aria-labelledby="dk-issue-messages">
      <h2 id="dk-issue-messages">{t('messages.onIssue')}</h2>
      <Loaded of={list} what={t('messages.what')}>
        {(answer) =>
          answer.messages.length === 0 ? (
            <p className="dk-subtle">
              {t('messages.emptyOnIssue.title')}. {t('messages.emptyOnIssue.text')}
            </p>
          ) : (
            <MessageList messages={answer.messages} names={answer.names} />
          )
        }
      </Loaded>
    </section>
  );
}
