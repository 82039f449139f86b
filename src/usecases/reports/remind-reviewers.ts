import { localDate } from '../../domain/calendar';
import { changedObligations, type Obligation } from '../../domain/commitments';
import type { ProjectConfig } from '../../ports/projects';
import type { ReportRow } from '../../ports/reports';
import { subjectOf, type ReportDeps } from './deps';

/** Keeps what the report asks of its reviewers: to decide by the day on which it is to be published. */
export async function remindReviewers(
  { obligations }: Pick<ReportDeps, 'obligations'>,
  { reporting, zone }: Pick<ProjectConfig, 'reporting' | 'zone'>,
  { report, page, steps }: ReportRow,
): Promise<void> {
  const subject = subjectOf(report);
  const asked: Obligation[] =
    report.state !== 'in-review' || !page?.id || reporting.reviewers.length === 0
      ? []
      : [
          {
            id: `${subject}:review`,
            subject,
            projectId: report.projectId,
            target: { kind: 'page', id: page.id, title: page.title },
            summary: `Review of the report on ${report.period.label}`,
            rule: 'Review',
            dueDate: localDate(new Date(steps.publish), zone),
            people: reporting.reviewers,
            tells: 'people',
            news: null,
            ladder: null,
          },
        ];
  const { put, remove } = changedObligations(await obligations.ofSubject(subject), asked);
  if (put.length > 0) await obligations.save(put);
  if (remove.length > 0) await obligations.remove(remove);
}
