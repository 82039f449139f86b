import DynamicTable from '@atlaskit/dynamic-table';
import { shared } from '../../shared/messages';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { stageText } from '../messages/messages';
import type { PlannedDay } from './days';
import { text } from './messages';

const ROWS_PER_PAGE = 25;

/** The messages of one day with the rule behind each. */
export function DayTable(props: {
  readonly day: PlannedDay;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { day, names } = props;
  const format = useFormat();
  const { columns } = text;
  const head = [
    { key: 'time', content: <span title={columns.timeHelp}>{columns.time}</span>, isSortable: true },
    { key: 'recipient', content: columns.recipient, isSortable: true },
    { key: 'item', content: columns.item, isSortable: true },
    { key: 'stage', content: columns.stage, isSortable: true },
    { key: 'due', content: columns.due, isSortable: true },
    { key: 'why', content: columns.why },
  ];
  return (
    <div className="dk-table">
      <DynamicTable
        label={text.table(format.day(day.date))}
        head={{ cells: head }}
        rows={day.messages.map((message) => {
          const recipient = names[message.recipient] ?? shared.unknownPerson;
          return {
            key: `${message.key} ${message.recipient}`,
            cells: [
              {
                key: message.local,
                content: <time dateTime={message.at}>{format.timeOfDay(message.local)}</time>,
              },
              { key: recipient, content: recipient },
              {
                key: message.item,
                content: (
                  <p>
                    <SiteLink url={message.url}>{message.item}</SiteLink> {message.summary}
                  </p>
                ),
              },
              { key: message.stage, content: stageText(message.stage) },
              { key: message.dueDate, content: format.date(message.dueDate) },
              { key: message.why, content: message.why },
            ],
          };
        })}
        rowsPerPage={ROWS_PER_PAGE}
      />
    </div>
  );
}
