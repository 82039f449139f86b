import type { ReportView } from '../../api/contract';
import { FigureList } from '../../shared/figure-list';
import { figureTitle } from '../../shared/figure-title';
import { t } from '../../shared/i18n';
import { useFormat, useViewer } from '../../shared/viewer';
import { Folded } from '../settings/folded';
import { issuesUrl } from './facts';
const FIRST: readonly string[] = ['open', 'overdue', 'opened', 'resolved', 'dueNextWeek'];

/** The figures with what changed since the last report; each leads to its issues. */
export function Figures({ report }: { readonly report: ReportView }) {
  const format = useFormat();
  const { siteUrl } = useViewer();
  if (report.figures.length === 0) return null;
  const figures = report.figures.map(({ name, value, jql }) => {
    const title = figureTitle(name, report.length);
    const difference = report.change?.figures[name];
    return {
      key: name,
      title,
      value: format.number(value),
      ...(jql !== null && { url: issuesUrl(siteUrl, jql), linkLabel: t('reports.figures.prove', { title }) }),
      ...(report.change && difference !== undefined
        ? {
            change: t('reports.figures.since', {
              change: format.change(difference),
              label: report.change.since,
            }),
          }
        : {}),
    };
  });
  const [first, rest] = [true, false].map((isFirst) =>
    figures.filter(({ key }) => FIRST.includes(key) === isFirst),
  );
  return (
    <section className="dk-section" aria-label={t('reports.figures.title')}>
      <h3>{t('reports.figures.title')}</h3>
      <FigureList figures={first ?? []} />
      {report.change === null && <p className="dk-subtle">{t('reports.figures.first')}</p>}
      {rest !== undefined && rest.length > 0 && (
        <Folded paths={[]} title={t('reports.figures.all')}>
          <FigureList figures={rest} />
        </Folded>
      )}
    </section>
  );
}
