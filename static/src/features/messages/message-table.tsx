import DynamicTable from '@atlaskit/dynamic-table';
import type { MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { MessageState } from './message-state';
import { stageText } from './stage-text';
import { sortable, tableWords } from '../../shared/table-words';

type Names = Readonly<Record<string, string>>;
const ROWS_PER_PAGE = 50;

/** Messages of a whole project, with their reason. */
export function MessageTable(props: { readonly messages: readonly MessageView[]; readonly names: Names }) {
  const format = useFormat();
  const cells = (message: MessageView) => {
    const { hidden } = message;
    const recipient = hidden ? '' : (props.names[message.recipient] ?? t('shared.unknownPerson'));
    const issue = {
      key: message.item,
      content: hidden ? (
        <em>{t(`messages.hidden.${hidden}`)}</em>
      ) : (
        <SiteLink url={message.url}>{message.item}</SiteLink>
      ),
    };
    return [
      { key: message.at, content: <time dateTime={message.at}>{format.wallClock(message.local)}</time> },
      issue,
      { key: recipient, content: recipient },
      { key: message.stage, content: stageText(message.stage) },
      { key: message.dueDate, content: hidden ? '' : format.date(message.dueDate) },
      { key: message.state, content: <MessageState of={message.state} /> },
      { key: message.why, content: <div className="dk-why">{message.why}</div> },
    ];
  };
  const head = [
    {
      key: 'when',
      content: <span title={t('messages.columns.whenHelp')}>{t('messages.columns.when')}</span>,
      ...sortable(),
    },
    { key: 'issue', content: t('messages.columns.issue'), ...sortable() },
    { key: 'recipient', content: t('messages.columns.recipient'), ...sortable() },
    { key: 'stage', content: t('messages.columns.stage') },
    { key: 'due', content: t('messages.columns.due'), ...sortable() },
    { key: 'state', content: t('messages.columns.state'), ...sortable() },
    { key: 'why', content: t('messages.columns.why') },
  ];
  return (
    <div className="dk-table">
      <DynamicTable
        {...tableWords()}
        label={t('messages.table')}
        head={{ cells: head }}
        rows={props.messages.map((message) => ({
          key: `${message.key} ${message.recipient}`,
          cells: cells(message),
        }))}
        rowsPerPage={ROWS_PER_PAGE}
      />
    </div>
  );
}
