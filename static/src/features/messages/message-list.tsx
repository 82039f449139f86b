import type { MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { MessageState } from './message-state';
import { stageText } from './stage-text';

/** Messages about one issue, a block each: a panel is too narrow for the columns of a table. */
export function MessageList(props: {
  readonly messages: readonly MessageView[];
  readonly names: Readonly<Record<string, string>>;
}) {
  const format = useFormat();
  return (
    <ol className="dk-list" aria-label={t('messages.table')}>
      {props.messages.map((message) => {
        return (
          <li key={`${message.key} ${message.recipient}`}>
            <div className="dk-row">
              <strong>{stageText(message.stage)}</strong>
              <MessageState of={message.state} />
            </div>
            <p className="dk-subtle">
              {props.names[message.recipient] ?? t('shared.unknownPerson')}
              {', '}
              <time dateTime={message.at} title={t('messages.columns.whenHelp')}>
                {format.wallClock(message.local)}
              </time>
              {'; '}
              {t('messages.dueOn', { date: format.date(message.dueDate) })}
            </p>
            <p>{message.why}</p>
          </li>
        );
      })}
    </ol>
  );
}
