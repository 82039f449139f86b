import DynamicTable from '@atlaskit/dynamic-table';
import { messages } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { OpenSettings } from '../../shared/project-settings';
import { SiteLink } from '../../shared/site-link';
import { useCall } from '../../shared/use-call';
import { useFormat, useViewer } from '../../shared/viewer';
import { sortable, tableWords } from '../../shared/table-words';

/** What was long overdue when Docket was switched on: a list for the lead, with the query behind it. */
export function BacklogTab() {
  const list = useCall(messages.backlog, {});
  const format = useFormat();
  const { siteUrl } = useViewer();
  return (
    <Loaded of={list} what={t('messages.backlog.what')} shape="table">
      {({ switchedOnAt, items, more, jql }) =>
        items.length === 0 ? (
          <Empty
            title={t('messages.backlog.empty.title')}
            text={switchedOnAt === null ? t('messages.backlog.empty.off') : t('messages.backlog.empty.text')}
          >
            {switchedOnAt === null && <OpenSettings />}
          </Empty>
        ) : (
          <div className="dk-stack">
            {switchedOnAt !== null && (
              <p>{t('messages.backlog.intro', { when: format.instant(switchedOnAt) })}</p>
            )}
            {more && <p>{t('messages.backlog.more', { count: items.length })}</p>}
            <div className="dk-table">
              <DynamicTable
                {...tableWords()}
                label={t('messages.backlog.table')}
                head={{
                  cells: [
                    { key: 'issue', content: t('messages.backlog.columns.issue'), ...sortable() },
                    { key: 'summary', content: t('messages.backlog.columns.summary'), ...sortable() },
                    { key: 'due', content: t('messages.backlog.columns.due'), ...sortable() },
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
              <h2>{t('messages.backlog.jql')}</h2>
              <pre className="dk-code" tabIndex={0} aria-label={t('messages.backlog.jql')}>
                {jql}
              </pre>
              <p>
                <SiteLink url={`${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`}>
                  {t('messages.backlog.openJql')}
                </SiteLink>
              </p>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
