import { hearPage, type Report } from '../../domain/reports';
import type { ReportRow } from '../../ports/reports';
import type { ReportDeps } from './deps';

/**
 * The report with what leads have written on its page until now. A page that was archived or thrown away is still
 * read: their words count all the same.
 */
export async function hear(
  { confluence }: Pick<ReportDeps, 'confluence'>,
  { report, page }: Pick<ReportRow, 'report' | 'page'>,
  now: Date,
): Promise<Report> {
  if (page === null || page.id === null || report.streams.length === 0) return report;
  const doc = await confluence.readRemains(page.id);
  return doc ? hearPage(report, doc, page.marks, now) : report;
}
