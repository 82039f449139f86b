import SectionMessage from '@atlaskit/section-message/section-message';
import type { ReportView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { type Format } from '../../shared/format';
import { useFormat } from '../../shared/viewer';
import { Colour, ReportState } from './colour';
import { nameIn } from './step';

/** Which report this is, where it stands, and what comes next. */
export function ReportHead({ report }: { readonly report: ReportView }) {
  const format = useFormat();
  const { steps, page, correction } = report;
  return (
    <>
      <header className="dk-row">
        <h2>{t('reports.title', { label: report.label })}</h2>
        <ReportState of={report.state} />
        {report.overall !== null && <Colour of={report.overall} />}
        <span className="dk-subtle">
          {t('reports.period', { start: format.date(report.start), end: format.date(report.end) })}
        </span>
        {report.figuresAsOf !== null && (
          <span className="dk-subtle">{t('reports.asOf', { when: format.instant(report.figuresAsOf) })}</span>
        )}
      </header>
      {correction !== null && (
        <SectionMessage
          appearance="information"
          title={t('reports.correction', { revision: report.revision })}
        >
          <p className="dk-lines">{correction}</p>
        </SectionMessage>
      )}
      <p>{nextStep(report, format)}</p>
      <dl className="dk-facts">
        <div>
          <dt>{t('reports.steps.ask')}</dt>
          <dd>{steps.ask === null ? t('reports.steps.nobodyAsked') : format.instant(steps.ask)}</dd>
        </div>
        <div>
          <dt>{t('reports.steps.cutOff')}</dt>
          <dd>{format.instant(steps.cutOff)}</dd>
        </div>
        <div>
          <dt>{t(report.publishedAt === null ? 'reports.steps.publish' : 'reports.steps.published')}</dt>
          <dd>{format.instant(report.publishedAt ?? steps.publish)}</dd>
        </div>
      </dl>
      {page === null ? (
        <p className="dk-subtle">{t('reports.noPage')}</p>
      ) : (
        <p>
          <SiteLink url={page.url}>{t('reports.page', { title: page.title })}</SiteLink>
        </p>
      )}
    </>
  );
}

/** What happens next with this report, by whom, and when. */
function nextStep(report: ReportView, format: Format): string {
  const { state, steps, approval, publishedAt, reviewers } = report;
  const publish = format.instant(steps.publish);
  if (state === 'published') {
    const when = format.instant(publishedAt ?? steps.publish);
    return approval === null
      ? t('reports.next.published', { when })
      : t('reports.next.publishedBy', { when, who: nameIn(report, approval.by) });
  }
  if (state === 'approved' && approval !== null)
    return t('reports.next.approved', {
      who: nameIn(report, approval.by),
      when: format.instant(approval.at),
      publish,
    });
  if (state === 'collecting') return t('reports.next.collecting', { cutOff: format.instant(steps.cutOff) });
  if (reviewers.length === 0) return t('reports.next.unreviewed', { publish });
  const names = reviewers.map((id) => nameIn(report, id));
  return t('reports.next.reviewed', {
    who: names.length === 1 ? names.join() : t('reports.next.oneOf', { names: names.join(', ') }),
    publish,
  });
}
