import { localDate } from '../../domain/calendar';
import {
  changesSince,
  type ConfiguredRegister,
  type Earlier,
  figuresOf,
  heatMapOf,
  marksOf,
  type RecordOnIssue,
  type RegisterSnapshot,
  type StoredRecord,
} from '../../domain/registers';
import type { Clock } from '../../ports/clock';
import type { ProjectConfig } from '../../ports/projects';
import type { FoundRecord } from '../../ports/records';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import { listFound, type RecordList, type WholeDeps } from './list-records';
import { type ObligationDeps, reconcileObligations } from './refresh-obligations';

export interface SnapshotDeps extends WholeDeps, ObligationDeps {
  readonly snapshots: RegisterSnapshots;
  readonly clock: Pick<Clock, 'now'>;
}

/** A register of a project that has no snapshot of the week yet. */
export interface DueRegister {
  readonly config: ProjectConfig;
  readonly register: ConfiguredRegister;
  /** `2026-W30`. */
  readonly week: string;
  readonly latest: RegisterSnapshot | null;
}

export interface Taken {
  readonly records: number;
  readonly unreadable: number;
}

/** Keeps a register's figures and what its records ask of people, from the issues that a search has found. */
export async function takeSnapshot(
  deps: SnapshotDeps,
  due: DueRegister,
  found: readonly FoundRecord[],
): Promise<Taken> {
  const { config, register, latest } = due;
  const { projectId } = config;
  const list = await listFound(deps, { projectId, register }, found);
  const items = itemsOf(list);
  const shown = shownIn(config, list);
  await reconcileObligations(deps, register, config, chasedIn(list), deps.clock.now());
  const marks = latest ? await deps.snapshots.marks(projectId, latest) : null;
  const earlier = latest && marks ? { week: latest.week, marks } : null;
  const unreadable = list.unreadable.length;
  await keep(deps, due, { items, shown, earlier, unreadable });
  return { records: items.length, unreadable };
}

interface Seen {
  readonly items: readonly RecordOnIssue[];
  /** Of those, what everybody may see counted who browses the project. */
  readonly shown: readonly StoredRecord[];
  readonly earlier: Earlier | null;
  readonly unreadable: number;
}

async function keep(
  { snapshots, clock }: SnapshotDeps,
  { config: { projectId, zone }, register, week }: DueRegister,
  { items, shown, earlier, unreadable }: Seen,
): Promise<void> {
  const now = clock.now();
  const marks = marksOf(items);
  const snapshot = {
    v: 2 as const,
    kind: register.kind,
    week,
    takenAt: now.toISOString(),
    figures: figuresOf(
      register,
      items.map(({ record }) => record),
      { today: localDate(now, zone), zone },
    ),
    heat: heatMapOf(register, shown, 'exposure'),
    unreadable,
    changes: changesSince(register, marks, earlier),
  };
  await snapshots.save(projectId, snapshot, marks);
}

/** Issues with a security level are counted only where a project admin has named them for the reports. */
const shownIn = ({ reporting }: ProjectConfig, { records }: Pick<RecordList, 'records'>): StoredRecord[] =>
  records
    .filter(({ issue }) => !issue.restricted || reporting.includedRestricted.includes(issue.issueKey))
    .map(({ record }) => record);

/** What a register has to be held against: its records, those included that are unreadable. */
export const chasedIn = (list: Pick<RecordList, 'records' | 'unreadable'>): RecordOnIssue[] => [
  ...itemsOf(list),
  ...lastGoodOf(list),
];

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
