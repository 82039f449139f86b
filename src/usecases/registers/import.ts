import { say, type Text } from '../../words';
import { advance, type CellContext, type CellProblem, type FieldChange } from '../../domain/registers';
import { AppError, isAppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { Claim } from '../../ports/records';
import { inParallel } from '../parallel';
import { claimNumbers, recoverNumber, CLAIM_MS } from './claim-number';
import { createNumbered } from './create-record';
import type { Change, Entry } from './deps';
import { type FileRow, importedBefore, type ImportDeps, type PlannedRow, planRows } from './plan-import';
import { readable, writeRecord } from './write-record';

/** What became of a row, or would. */
export interface RowResult {
  readonly line: number;
  readonly does: 'create' | 'change' | 'same' | 'refused';
  /** The record that it stands for, as it is now; `null` while there is none. */
  readonly record: Pick<Entry, 'issue' | 'record'> | null;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly CellProblem[];
  readonly note: Text | null;
}

/** A row that somebody has seen the check of. */
export interface CheckedRow extends FileRow {
  /** The revision of its record at that time; `null` where there was none. */
  readonly revision: number | null;
}

export interface ApplyDeps extends ImportDeps {
  readonly clock: Pick<Clock, 'now'>;
}

/** What is left of a slice is not in `rows`: the caller asks again with it. */
export interface Applied {
  readonly rows: readonly RowResult[];
  /** Why it ended early, in words; `null` where all is done or time was up. */
  readonly stopped: Text | null;
}

/** Rows that are begun before the clock is looked at again. */
const CHUNK = 20;
/** Rows that are written at the same time. */
const AT_ONCE = 4;

/** What rows of a file would do; nothing is written. */
export async function checkRows(
  deps: ImportDeps,
  change: Change,
  rows: readonly FileRow[],
  file: CellContext,
): Promise<RowResult[]> {
  return (await planRows(deps, change, rows, file)).map(resultOf);
}

/**
 * Does what the check has said, each row by one write of its record: a row that is refused leaves nothing behind. A row
 * that has been done before is found done.
 *
 * @param timeLimit milliseconds; after them nothing is begun, the first rows aside
 */
export async function applyRows(
  deps: ApplyDeps,
  change: Change,
  rows: readonly CheckedRow[],
  file: CellContext,
  timeLimit: number,
): Promise<Applied> {
  const startedAt = deps.clock.now().getTime();
  const planned = await planRows(deps, change, rows, file);
  const results: RowResult[] = [];
  for (let start = 0; start < planned.length; start += CHUNK) {
    if (start > 0 && deps.clock.now().getTime() - startedAt > timeLimit) break;
    const { rows: done, stopped } = await applyChunk(deps, change, planned.slice(start, start + CHUNK));
    results.push(...done);
    if (stopped !== null) return { rows: results, stopped };
  }
  return { rows: results, stopped: null };
}

async function applyChunk(
  deps: ApplyDeps,
  change: Change,
  planned: readonly PlannedRow<CheckedRow>[],
): Promise<Applied> {
  const toMake = planned.filter(({ plan }) => plan.does === 'create');
  const claims = await claimNumbers(deps, change, toMake.length);
  const claimOf = new Map(toMake.map((one, i) => [one, claims[i]]));
  let stopped: Text | null = null;
  const results = await inParallel(planned, AT_ONCE, async (one) => {
    const claim = claimOf.get(one);
    if (stopped !== null) {
      if (claim) await deps.numbers.free(claim);
      return [];
    }
    try {
      return [claim ? await create(deps, change, one, claim) : await alter(deps, change, one)];
    } catch (error) {
      if (isAppError(error, 'BAD_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'))
        return [refusedBy(error, one)];
      if (!isAppError(error)) throw error;
      stopped = error.words;
      return [];
    }
  });
  return { rows: results.flat(), stopped };
}

async function create(
  deps: ApplyDeps,
  change: Change,
  planned: PlannedRow<CheckedRow>,
  claim: Claim,
): Promise<RowResult> {
  const { plan, row, earlier } = planned;
  if (plan.does !== 'create') return resultOf(planned);
  const before = await finished(deps, change, planned);
  if (before) {
    await deps.numbers.free(claim);
    return before;
  }
  const { projectId, kind, number, id, writer } = claim;
  const begun = await deps.imports.begin(earlier?.imported ?? null, {
    projectId,
    kind,
    number,
    id,
    writer,
    source: row.source,
  });
  if (!begun) {
    await deps.numbers.free(claim);
    throw underWay;
  }
  const { summary, values, state } = plan;
  const { actor, now, register } = change;
  const deciders = register.approvals
    ? await deps.standing.of(change.projectId)
    : { lead: null, sponsor: null };
  const standing = { actor, createdBy: null, ...deciders };
  const given = {
    summary,
    values,
    action: 'imported' as const,
    advance: (record: Entry['record']) => advance(register, record, state, { standing, now }),
  };
  return { ...resultOf(planned), record: await createNumbered(deps, change, given, claim) };
}

const underWay = new AppError('CONFLICT', say('problem.rowUnderWay'));

/** The end of an earlier import of the same row that was cut off. @throws AppError CONFLICT while it may be at work */
async function finished(
  deps: ApplyDeps,
  change: Change,
  planned: PlannedRow<CheckedRow>,
): Promise<RowResult | null> {
  const open = planned.earlier?.open;
  if (!open) return null;
  if (change.now.getTime() - Date.parse(open.at) < CLAIM_MS) throw underWay;
  if ((await recoverNumber(deps, change, open)) === null) return null;
  return resultOf({ ...planned, ...importedBefore(open.id) });
}

async function alter(deps: ApplyDeps, change: Change, planned: PlannedRow<CheckedRow>): Promise<RowResult> {
  const { row, plan, entry } = planned;
  if (plan.does !== 'change' || !entry) return resultOf(planned);
  if (row.revision !== entry.record.revision) throw new AppError('CONFLICT', say('problem.recordChanged'));
  const { issue, record, copy } = entry;
  const before = await readable(deps, change, {
    issue,
    copy,
    reading: { is: 'record', record, isApplied: entry.isApplied },
  });
  const written = await writeRecord(deps, change, before, {
    action: 'imported',
    record: plan.record,
    reason: null,
  });
  return { ...resultOf(planned), record: written };
}

function resultOf({ row, plan, entry, note }: PlannedRow<FileRow>): RowResult {
  return {
    line: row.line,
    does: plan.does,
    record: entry,
    changes: plan.does === 'change' ? plan.changes : [],
    problems: plan.does === 'refused' ? plan.problems : [],
    note,
  };
}

function refusedBy({ words, fields = {} }: AppError, planned: PlannedRow<FileRow>): RowResult {
  const byField = Object.entries(fields).map(([column, why]) => ({ column, message: why }));
  const problems = byField.length > 0 ? byField : [{ column: null, message: words }];
  return { ...resultOf(planned), does: 'refused', changes: [], problems };
}
