import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import { useLocation, useRoute } from 'wouter';
import { type ReportView, reports } from '../../api/contract';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Loaded, Skeleton } from '../../shared/loaded';
import { useSubject } from '../../shared/panel';
import { useCall } from '../../shared/use-call';
import { Actions } from './actions';
import { ComingReport, NoReport } from './coming-report';
import { Dimensions } from './dimensions';
import { Earlier } from './earlier';
import { Figures } from './figures';
import { Happenings } from './happenings';
import { ReportFiles } from '../report-files/report-files';
import { ReportHead } from './report-head';
import type { Done } from './step';
import { Streams } from './streams';

const Pictures = lazyPart(() => import('../status/pictures/pictures'));

/** The report that is under way, what each person can do about it, and those before it. */
export default function ReportsTab() {
  const [, at] = useRoute('/reports/:label?');
  const [, go] = useLocation();
  const label = at?.label ?? null;
  const [last, setLast] = useState<{ readonly at: string | null; readonly done: Done } | null>(null);
  // What was done to one report is not to be seen on another, to which the back button leads as well.
  const done = last?.at === label ? last.done : null;
  const read = useCall(reports.read, { label });
  const list = useCall(reports.list, {});
  useSubject(label === null ? '' : t('reports.title', { label }));
  const open = (other: string | null) =>
    go(other === null ? '/reports' : `/reports/${encodeURIComponent(other)}`);
  const reload = async () => {
    await Promise.all([read.reload(), list.reload()]);
    setLast(null);
  };
  const onDone = (next: Done) => {
    setLast({ at: label, done: next });
    void list.reload();
  };
  return (
    <div className="dk-stack dk-settings">
      <Loaded of={read} what={t('reports.what')} shape="card">
        {({ report: kept, next }) => {
          const report = done?.report ?? kept;
          if (report === null) return <NoReport next={next} onPublished={reload} />;
          return (
            <>
              {done?.warning && (
                <div role="status">
                  <SectionMessage appearance="warning" title={t('reports.warning')}>
                    <p>{done.warning}</p>
                  </SectionMessage>
                </div>
              )}
              <Report report={report} onDone={onDone} onReload={reload} />
              {label === null ? (
                next !== null &&
                next.label !== report.label && <ComingReport next={next} onPublished={reload} />
              ) : (
                <div className="dk-row">
                  <Button onClick={() => open(null)}>{t('reports.newest')}</Button>
                </div>
              )}
              <Loaded of={list} what={t('reports.whatList')} shape="table">
                {({ reports: lines, history }) => (
                  <>
                    <Earlier lines={lines} shown={report.label} onOpen={open} />
                    <Suspense fallback={<Skeleton what={t('status.trends')} shape="pictures" />}>
                      <Pictures history={history} />
                    </Suspense>
                  </>
                )}
              </Loaded>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Report(props: {
  readonly report: ReportView;
  readonly onDone: (done: Done) => void;
  readonly onReload: () => Promise<void>;
}) {
  const { report, onDone, onReload } = props;
  return (
    <>
      <article className="dk-status" aria-label={t('reports.title', { label: report.label })}>
        <ReportHead report={report} />
        <Actions report={report} onDone={onDone} onReload={onReload} />
        {report.publishedAt !== null && <ReportFiles label={report.label} />}
      </article>
      <Streams report={report} onDone={onDone} />
      <Dimensions report={report} onDone={onDone} />
      <Figures report={report} />
      <Happenings report={report} />
    </>
  );
}
