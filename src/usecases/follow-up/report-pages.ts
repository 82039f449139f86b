import type { ProjectConfig } from '../../ports/projects';
import type { Reports } from '../../ports/reports';
import { inParallel } from '../parallel';

/** The report that leads are asked for, and one before it that still waits for them. */
const NEWEST = 2;
const READS = 8;

/**
 * The same projects, with the pages on which their leads are asked among the places of their tasks: until a report is
 * approved, what it asks of leads is followed up like any other task.
 */
export async function withReportPages(
  reports: Pick<Reports, 'newest'>,
  configs: readonly ProjectConfig[],
): Promise<ProjectConfig[]> {
  return inParallel(configs, READS, async (config) => {
    const { report, reporting, tasks, projectId } = config;
    if (!report.enabled || reporting.workstreams.length === 0) return config;
    const rows = await reports.newest(projectId, NEWEST);
    const pageIds = rows.flatMap(({ report: { state, streams }, page }) => {
      const isOpen = state !== 'published' && state !== 'approved' && streams.length > 0;
      return isOpen && page !== null && page.id !== null ? [page.id] : [];
    });
    return { ...config, tasks: { ...tasks, pageIds: [...new Set([...tasks.pageIds, ...pageIds])] } };
  });
}
