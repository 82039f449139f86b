import { messages } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { MessageTable } from './message-table';

/** What Docket sent, withdrew and withheld in this project. */
export function MessagesTab() {
  const list = useCall(messages.list, {});
  return (
    <Loaded of={list} what={t('messages.what')}>
      {(answer) =>
        answer.messages.length === 0 ? (
          <Empty title={t('messages.empty.title')} text={t('messages.empty.text')} />
        ) : (
          <div className="dk-stack">
            <p className="dk-subtle">{t('messages.intro')}</p>
            <MessageTable messages={answer.messages} names={answer.names} />
          </div>
        )
      }
    </Loaded>
  );
}
