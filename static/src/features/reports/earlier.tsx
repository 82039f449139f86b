import type { z } from 'zod';
import type { reports } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { Colour, ReportState } from './colour';

type Line = z.infer<typeof reports.list.response>['reports'][number];
const FIGURES = ['open', 'overdue', 'opened', 'resolved'] as const;

/** The newest reports with their main figures. */
export function Earlier(props: {
  readonly lines: readonly Line[];
  readonly shown: string | null;
  readonly onOpen: (label: string) => void;
}) {
  const { lines } = props;
  const format = useFormat();
  if (lines.length === 0) return null;
  const headings = [
    t('reports.earlier.columns.report'),
    t('reports.earlier.columns.state'),
    t('reports.earlier.columns.colour'),
    ...FIGURES.map((name) => t(`reports.earlier.figures.${name}`)),
  ];
  return (
    <section className="dk-section" aria-label={t('reports.earlier.title')}>
      <h3>{t('reports.earlier.title')}</h3>
      <div className="dk-table" tabIndex={0} role="group" aria-label={t('reports.earlier.title')}>
        <table className="dk-compare">
          <thead>
            <tr>
              {[...headings, t('reports.earlier.columns.published'), t('reports.earlier.columns.page')].map(
                (name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label} {...(line.label === props.shown && { 'aria-current': true })}>
                <th scope="row">
                  <button type="button" className="dk-link" onClick={() => props.onOpen(line.label)}>
                    {line.label}
                  </button>
                  {line.revision > 1 && (
                    <span className="dk-subtle">
                      {' '}
                      {t('reports.earlier.revision', { revision: line.revision })}
                    </span>
                  )}
                </th>
                <td>
                  <ReportState of={line.state} />
                </td>
                <td>{line.overall !== null && <Colour of={line.overall} />}</td>
                {FIGURES.map((name) => (
                  <td key={name} className="dk-number">
                    {name in line.figures && format.number(line.figures[name] ?? 0)}
                  </td>
                ))}
                <td>{line.publishedAt !== null && format.instant(line.publishedAt)}</td>
                <td>
                  {line.page !== null && (
                    <SiteLink url={line.page.url} label={t('reports.earlier.pageOf', { label: line.label })}>
                      {t('reports.earlier.page')}
                    </SiteLink>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
