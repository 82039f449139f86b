import DynamicTable from '@atlaskit/dynamic-table';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { stageText } from '../messages/stage-text';
import type { PlannedDay } from './days';
import { sortable, tableWords } from '../../shared/table-words';

const ROWS_PER_PAGE = 25;

/** The messages of one day with the rule behind each. */
export function DayTable(props: {
  readonly day: PlannedDay;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { day, names } = props;
  const format = useFormat();
  const head = [
    {
      key: 'time',
      content: <span title={t('preview.columns.timeHelp')}>{t('preview.columns.time')}</span>,
      ...sortable(),
    },
    { key: 'recipient', content: t('preview.columns.recipient'), ...sortable() },
    { key: 'item', content: t('preview.columns.item'), ...sortable() },
    { key: 'stage', content: t('preview.columns.stage'), ...sortable() },
    { key: 'due', content: t('preview.columns.due'), ...sortable() },
    { key: 'why', content: t('preview.columns.why') },
  ];
  return (
    <div className="dk-table">
      <DynamicTable
        {...tableWords()}
        label={t('preview.table', { date: format.day(day.date) })}
        head={{ cells: head }}
        rows={day.messages.map((message) => {
          const recipient = names[message.recipient] ?? t('shared.unknownPerson');
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
              { key: message.why, content: <div className="dk-why">{message.why}</div> },
            ],
          };
        })}
        rowsPerPage={ROWS_PER_PAGE}
      />
    </div>
  );
}
