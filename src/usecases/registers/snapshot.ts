import { localDate } from '../../domain/calendar';
import {
  changesSince,
  type ConfiguredRegister,
  type Earlier,
  figuresOf,
  marksOf,
  type RecordOnIssue,
} from '../../domain/registers';
import type { Clock } from '../../ports/clock';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import type { ProjectConfig } from '../../ports/projects';
import { listAllRecords, type ListDeps, type RecordList } from './list-records';
import { type ObligationDeps, reconcileObligations } from './refresh-obligations';

export interface SnapshotDeps extends ListDeps, ObligationDeps {
  readonly snapshots: RegisterSnapshots;
  readonly clock: Pick<Clock, 'now'>;
}

export interface WeekOf {
  readonly projectId: string;
  /** `2026-W30`. */
  readonly week: string;
}

export interface SnapshotReport {
  readonly records: number;
  readonly unreadable: number;
  /** True where time ran out: the registers that have no snapshot yet are the next run's. */
  readonly stopped: boolean;
}

/**
 * The weekly look at every register of a project: keeps its figures and what its records ask of people. A register
 * that has its snapshot of the week is left alone, so that a run may come twice, or go on where another stopped.
 *
 * @param timeLimit milliseconds; no register is begun after them
 */
export async function snapshotRegisters(
  deps: SnapshotDeps,
  registers: readonly ConfiguredRegister[],
  at: WeekOf,
  timeLimit: number,
): Promise<SnapshotReport> {
  const startedAt = deps.clock.now();
  const config = await deps.projects.get(at.projectId);
  let report: SnapshotReport = { records: 0, unreadable: 0, stopped: false };
  if (!config?.enabled) return report;
  for (const register of registers) {
    const [latest] = await deps.snapshots.recent(at.projectId, register.kind, 1);
    if (latest && latest.week >= at.week) continue;
    if (deps.clock.now().getTime() - startedAt.getTime() > timeLimit) return { ...report, stopped: true };
    const list = await listAllRecords(deps, { projectId: at.projectId, register });
    const items = itemsOf(list);
    await reconcileObligations(deps, register, config, [...items, ...lastGoodOf(list)], startedAt);
    const marks = latest ? await deps.snapshots.marks(at.projectId, latest) : null;
    const earlier = latest && marks ? { week: latest.week, marks } : null;
    await keep(deps, register, config, at, { items, earlier, unreadable: list.unreadable.length });
    report = {
      ...report,
      records: report.records + items.length,
      unreadable: report.unreadable + list.unreadable.length,
    };
  }
  return report;
}

interface Seen {
  readonly items: readonly RecordOnIssue[];
  readonly earlier: Earlier | null;
  readonly unreadable: number;
}

async function keep(
  { snapshots, clock }: SnapshotDeps,
  register: ConfiguredRegister,
  { zone }: ProjectConfig,
  { projectId, week }: WeekOf,
  { items, earlier, unreadable }: Seen,
): Promise<void> {
  const now = clock.now();
  const marks = marksOf(items);
  const snapshot = {
    v: 1 as const,
    kind: register.kind,
    week,
    takenAt: now.toISOString(),
    figures: figuresOf(
      register,
      items.map(({ record }) => record),
      { today: localDate(now, zone), zone },
    ),
    unreadable,
    changes: changesSince(register, marks, earlier),
  };
  await snapshots.save(projectId, snapshot, marks);
}

const itemsOf = ({ records }: Pick<RecordList, 'records'>): RecordOnIssue[] =>
  records.map(({ issue: { issueId, issueKey, projectId, summary }, record }) => ({
    issueId,
    issueKey,
    projectId,
    summary,
    record,
  }));

/** What a record asked before it became unreadable it asks still. */
const lastGoodOf = ({ unreadable }: Pick<RecordList, 'unreadable'>): RecordOnIssue[] =>
  unreadable.flatMap(({ issue: { issueId, issueKey, projectId, summary }, lastGood }) =>
    lastGood ? [{ issueId, issueKey, projectId, summary, record: lastGood }] : [],
  );
