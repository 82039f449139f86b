import type { Report, Reporting, Period, Steps } from '../../domain/reports';
import { openReport } from '../../domain/reports';
import { AppError } from '../../errors';
import type { ReportRow } from '../../ports/reports';
import { say } from '../../words';
import type { ReportDeps, ReportKey } from './deps';

type RowDeps = Pick<ReportDeps, 'reports' | 'ids'>;

/** Two people and a job may write at once; more often than this, something is wrong. */
const MAX_TRIES = 6;

/** A report that is not kept yet. Nobody is asked in a period in which nobody works. */
export function newRow(
  projectId: string,
  period: Period,
  steps: Steps,
  reporting: Reporting,
  now: Date,
): ReportRow {
  const workstreams = steps.ask === null ? [] : reporting.workstreams;
  return {
    report: openReport(projectId, period, { workstreams }, now),
    steps: {
      ask: steps.ask?.toISOString() ?? null,
      cutOff: steps.cutOff.toISOString(),
      publish: steps.publish.toISOString(),
    },
    version: 0,
    page: null,
    draft: null,
    snapshot: null,
    facts: null,
    previous: null,
    streamFacts: {},
    told: false,
  };
}

export const stepsIn = ({ steps }: Pick<ReportRow, 'steps'>): Steps => ({
  ask: steps.ask === null ? null : new Date(steps.ask),
  cutOff: new Date(steps.cutOff),
  publish: new Date(steps.publish),
});

export const keyOf = ({ projectId, period }: Pick<Report, 'projectId' | 'period'>): ReportKey => ({
  projectId,
  label: period.label,
});

/** Keeps a report that has just been begun; where another run was faster, that one's counts. */
export async function beginRow(deps: RowDeps, row: ReportRow): Promise<ReportRow> {
  return (await deps.reports.save(row, deps.ids.next())) ?? readRow(deps, keyOf(row.report));
}

/** @throws AppError NOT_FOUND where there is no such report. */
export async function readRow({ reports }: Pick<RowDeps, 'reports'>, key: ReportKey): Promise<ReportRow> {
  const row = await reports.read(key.projectId, key.label);
  if (row) return row;
  throw new AppError('NOT_FOUND', say('problem.noReportSee', { label: key.label }));
}

/**
 * Changes a report as it is kept now: a change that lost a race is made again, on what the winner wrote.
 *
 * @throws what `change` throws, and AppError CONFLICT where others kept being faster.
 */
export async function changeRow(
  deps: RowDeps,
  key: ReportKey,
  change: (row: ReportRow) => ReportRow,
): Promise<ReportRow> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const row = await readRow(deps, key);
    const changed = change(row);
    if (changed === row) return row;
    const saved = await deps.reports.save(changed, deps.ids.next());
    if (saved) return saved;
  }
  throw new AppError('CONFLICT', say('problem.reportBusy'));
}

/** @throws AppError CONFLICT where the report is no longer the one that the work was based on. */
export function mustBe(row: ReportRow, based: Report): void {
  if (JSON.stringify(row.report) === JSON.stringify(based)) return;
  throw new AppError('CONFLICT', say('problem.reportMoved'));
}
