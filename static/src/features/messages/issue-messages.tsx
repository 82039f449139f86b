import { messages } from '../../api/contract';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { MessageList } from './message-list';
import { text } from './messages';

/** What was sent about the issue whose panel is open. */
export function IssueMessages() {
  const list = useCall(messages.ofIssue, {});
  return (
    <section className="dk-stack" aria-labelledby="dk-issue-messages">
      <h2 id="dk-issue-messages">{text.onIssue}</h2>
      <Loaded of={list} what={text.what}>
        {(answer) =>
          answer.messages.length === 0 ? (
            <p className="dk-subtle">
              {text.emptyOnIssue.title}. {text.emptyOnIssue.text}
            </p>
          ) : (
            <MessageList messages={answer.messages} names={answer.names} />
          )
        }
      </Loaded>
    </section>
  );
}
