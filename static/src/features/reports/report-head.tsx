import SectionMessage from '@atlaskit/section-message/section-message';
import type { ReportView } from '../../api/contract';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { type Format } from '../../shared/format';
import { useFormat } from '../../shared/viewer';
import { Colour } from './colour';
import { text } from './messages';
import { nameIn } from './step';

/** Which report this is, where it stands, and what comes next. */
export function ReportHead({ report }: { readonly report: ReportView }) {
  const format = useFormat();
  const { steps, page, correction } = report;
  const state = text.states[report.state];
  return (
    <>
      <header className="dk-row">
        <h2>{text.title(report.label)}</h2>
        <Toned tone={state.tone}>{state.label}</Toned>
        {report.overall !== null && <Colour of={report.overall} />}
        <span className="dk-subtle">{text.period(format.date(report.start), format.date(report.end))}</span>
        {report.figuresAsOf !== null && (
          <span className="dk-subtle">{text.asOf(format.instant(report.figuresAsOf))}</span>
        )}
      </header>
      {correction !== null && (
        <SectionMessage appearance="information" title={text.correction(report.revision)}>
          <p className="dk-lines">{correction}</p>
        </SectionMessage>
      )}
      <p>{nextStep(report, format)}</p>
      <dl className="dk-facts">
        <div>
          <dt>{text.steps.ask}</dt>
          <dd>{steps.ask === null ? text.steps.nobodyAsked : format.instant(steps.ask)}</dd>
        </div>
        <div>
          <dt>{text.steps.cutOff}</dt>
          <dd>{format.instant(steps.cutOff)}</dd>
        </div>
        <div>
          <dt>{text.steps.publish}</dt>
          <dd>{format.instant(steps.publish)}</dd>
        </div>
      </dl>
      {page === null ? (
        <p className="dk-subtle">{text.noPage}</p>
      ) : (
        <p>
          <SiteLink url={page.url}>{text.page(page.title)}</SiteLink>
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
      ? text.next.published(when)
      : text.next.publishedBy(when, nameIn(report, approval.by));
  }
  if (state === 'approved' && approval !== null)
    return text.next.approved(nameIn(report, approval.by), format.instant(approval.at), publish);
  if (state === 'collecting') return text.next.collecting(format.instant(steps.cutOff));
  if (reviewers.length === 0) return text.next.unreviewed(publish);
  const names = reviewers.map((id) => nameIn(report, id));
  return text.next.reviewed(names.length === 1 ? names.join() : text.next.oneOf(names.join(', ')), publish);
}
