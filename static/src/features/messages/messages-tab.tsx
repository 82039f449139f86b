import { messages } from '../../api/contract';
import { Empty, Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { MessageTable } from './message-table';
import { text } from './messages';

/** What Docket sent, withdrew and withheld in this project. */
export function MessagesTab() {
  const list = useCall(messages.list, {});
  return (
    <Loaded of={list} what={text.what}>
      {(answer) =>
        answer.messages.length === 0 ? (
          <Empty title={text.empty.title} text={text.empty.text} />
        ) : (
          <div className="dk-stack">
            <p className="dk-subtle">{text.intro}</p>
            <MessageTable messages={answer.messages} names={answer.names} />
          </div>
        )
      }
    </Loaded>
  );
}
