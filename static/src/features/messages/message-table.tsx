import DynamicTable from '@atlaskit/dynamic-table';
import type { MessageView } from '../../api/contract';
import { shared } from '../../shared/messages';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { stageText, text } from './messages';

type Names = Readonly<Record<string, string>>;
const ROWS_PER_PAGE = 50;

/** Messages of a whole project, with their reason. */
export function MessageTable(props: { readonly messages: readonly MessageView[]; readonly names: Names }) {
  const format = useFormat();
  const cells = (message: MessageView) => {
    const { hidden } = message;
    const recipient = hidden ? '' : (props.names[message.recipient] ?? shared.unknownPerson);
    const { label, tone } = text.states[message.state];
    const issue = {
      key: message.item,
      content: hidden ? (
        <em>{text.hidden[hidden]}</em>
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
      { key: label, content: <Toned tone={tone}>{label}</Toned> },
      { key: message.why, content: message.why },
    ];
  };
  const { columns } = text;
  const head = [
    { key: 'when', content: <span title={columns.when_help}>{columns.when}</span>, isSortable: true },
    { key: 'issue', content: columns.issue, isSortable: true },
    { key: 'recipient', content: columns.recipient, isSortable: true },
    { key: 'stage', content: columns.stage },
    { key: 'due', content: columns.due, isSortable: true },
    { key: 'state', content: columns.state, isSortable: true },
    { key: 'why', content: columns.why },
  ];
  return (
    <div className="dk-table">
      <DynamicTable
        label={text.table}
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
