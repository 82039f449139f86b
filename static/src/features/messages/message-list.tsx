import type { MessageView } from '../../api/contract';
import { shared } from '../../shared/messages';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { stageText, text } from './messages';

/** Messages about one issue, a block each: a panel is too narrow for the columns of a table. */
export function MessageList(props: {
  readonly messages: readonly MessageView[];
  readonly names: Readonly<Record<string, string>>;
}) {
  const format = useFormat();
  return (
    <ol className="dk-list" aria-label={text.table}>
      {props.messages.map((message) => {
        const { label, tone } = text.states[message.state];
        return (
          <li key={`${message.key} ${message.recipient}`}>
            <div className="dk-row">
              <strong>{stageText(message.stage)}</strong>
              <Toned tone={tone}>{label}</Toned>
            </div>
            <p className="dk-subtle">
              {props.names[message.recipient] ?? shared.unknownPerson}
              {', '}
              <time dateTime={message.at} title={text.columns.when_help}>
                {format.wallClock(message.local)}
              </time>
              {'; '}
              {text.dueOn(format.date(message.dueDate))}
            </p>
            <p>{message.why}</p>
          </li>
        );
      })}
    </ol>
  );
}
