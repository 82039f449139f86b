import DynamicTable from '@atlaskit/dynamic-table';
import { messages } from '../../api/contract';
import { Empty, Loaded } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { useCall } from '../../shared/use-call';
import { useFormat, useViewer } from '../../shared/viewer';
import { backlog as text } from './messages';

/** What was long overdue when Docket was switched on: a list for the lead, with the query behind it. */
export function BacklogTab() {
  const list = useCall(messages.backlog, {});
  const format = useFormat();
  const { siteUrl } = useViewer();
  return (
    <Loaded of={list} what={text.what}>
      {({ switchedOnAt, items, jql }) =>
        items.length === 0 ? (
          <Empty title={text.empty.title} text={switchedOnAt === null ? text.empty.off : text.empty.text} />
        ) : (
          <div className="dk-stack">
            {switchedOnAt !== null && <p>{text.intro(format.instant(switchedOnAt))}</p>}
            <div className="dk-table">
              <DynamicTable
                label={text.table}
                head={{
                  cells: [
                    { key: 'issue', content: text.columns.issue, isSortable: true },
                    { key: 'summary', content: text.columns.summary, isSortable: true },
                    { key: 'due', content: text.columns.due, isSortable: true },
                  ],
                }}
                rows={items.map((item) => ({
                  key: item.issueKey,
                  cells: [
                    {
                      key: Number(item.issueKey.split('-').at(-1)),
                      content: <SiteLink url={item.url}>{item.issueKey}</SiteLink>,
                    },
                    { key: item.summary, content: item.summary },
                    { key: item.dueDate, content: format.date(item.dueDate) },
                  ],
                }))}
                rowsPerPage={50}
              />
            </div>
            <div className="dk-stack">
              <h2>{text.jql}</h2>
              <pre className="dk-code" tabIndex={0} aria-label={text.jql}>
                {jql}
              </pre>
              <p>
                <SiteLink url={`${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`}>{text.openJql}</SiteLink>
              </p>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
