import {
  type CellContext,
  type Cells,
  checkLinks,
  judge,
  planChange,
  planNew,
  type RowContext,
  type RowPlan,
  textOf,
} from '../../domain/registers';
import type { OpenNumber, TakenNumber } from '../../ports/counters';
import type { ImportedRow, Imports } from '../../ports/imports';
import { linkedFrom } from './check-links';
import type { Change, ChangeDeps, Entry } from './deps';
import type { Found } from './find-record';
import { joined, say, type Text } from '../../words';

export interface ImportDeps extends ChangeDeps {
  readonly imports: Imports;
}

/** A row of a file. At most a hundred are looked at together, as many as one bulk reading takes. */
export interface FileRow {
  readonly line: number;
  /** Digest of the row as it stands in the file, different for rows that are alike. */
  readonly source: string;
  readonly cells: Cells;
}

/** A row with what it stands for and what is to be done. */
export interface PlannedRow<Row extends FileRow> {
  readonly row: Row;
  readonly plan: RowPlan;
  /** The record that it stands for. */
  readonly entry: FoundEntry | null;
  /** An earlier import of the same row that has left no record. */
  readonly earlier: Earlier | null;
  readonly note: Text | null;
}

/** `isApplied`: a change that was on its way has arrived. */
export interface FoundEntry extends Entry {
  readonly isApplied: boolean;
}

export interface Earlier {
  readonly imported: ImportedRow;
  /** Its number, while that import may still be at work. */
  readonly open: OpenNumber | null;
}

type Target = Pick<PlannedRow<FileRow>, 'entry' | 'earlier' | 'note'> & { readonly plan?: RowPlan };

/** What rows of a file would do to the register: a point a record that is there already, and one for them all. */
export async function planRows<Row extends FileRow>(
  deps: ImportDeps,
  change: Change,
  rows: readonly Row[],
  file: CellContext,
): Promise<PlannedRow<Row>[]> {
  const { actor, projectId, register, now } = change;
  const targetOf = await findTargets(deps, change, rows);
  const deciders = register.approvals ? await deps.standing.of(projectId) : { lead: null, sponsor: null };
  const planned = rows.map((row): PlannedRow<Row> => {
    const target = targetOf(row);
    const createdBy = target.entry?.copy?.createdBy ?? null;
    const context: RowContext = { ...file, now, standing: { actor, createdBy, ...deciders } };
    const plan =
      target.plan ??
      (target.entry
        ? planChange(register, target.entry.record, row.cells, context)
        : planNew(register, row.cells, context));
    return { ...target, row, plan, note: target.note ?? noteOn(row, target.entry) };
  });
  return withoutCircles(deps, change, planned);
}

function noteOn({ cells }: FileRow, entry: Entry | null): Text | null {
  const summary = textOf(cells, 'summary') ?? '';
  if (!entry || summary === '' || summary === entry.issue.summary.trim()) return null;
  return say('registers.import.summaryStays');
}

const refused = (column: string, message: Text): Target => ({
  entry: null,
  earlier: null,
  note: null,
  plan: { does: 'refused', problems: [{ column, message }] },
});

/** The 12 of R-12. */
const numberIn = (id: string): number | null => {
  const [, number] = /^[A-Z][A-Z0-9]{0,4}-(\d{1,9})$/.exec(id) ?? [];
  return number === undefined ? null : Number(number);
};

const idOf = ({ cells }: FileRow): string => (textOf(cells, 'id') ?? '').toUpperCase();
const keyOf = ({ cells }: FileRow): string => (textOf(cells, 'key') ?? '').toUpperCase();
const isNew = (row: FileRow): boolean => idOf(row) === '' && keyOf(row) === '';

/** Finds what each row stands for, all of them in a few readings. */
async function findTargets(
  deps: ImportDeps,
  change: Change,
  rows: readonly FileRow[],
): Promise<(row: FileRow) => Target> {
  const { records, copies, numbers, imports } = deps;
  const { projectId, register } = change;
  const { kind } = register;
  const sources = rows.filter(isNew).map(({ source }) => source);
  const imported = new Map((await imports.of(projectId, kind, sources)).map((row) => [row.source, row]));
  const wanted = [
    ...rows.flatMap((row) => numberIn(idOf(row)) ?? []),
    ...[...imported.values()].map(({ number }) => number),
  ];
  const takenNumbers = await numbers.taken(projectId, kind, [...new Set(wanted)]);
  const taken = new Map(takenNumbers.map((one) => [one.number, one]));
  const holderOf = (row: FileRow): string | null => {
    const one = taken.get(numberIn(idOf(row)) ?? 0);
    return one?.id === idOf(row) ? one.issueId : null;
  };
  const issues = await records.read(
    [...new Set(rows.flatMap((row) => (idOf(row) === '' ? keyOf(row) || [] : (holderOf(row) ?? []))))],
    register.propertyKey,
  );
  const ours = issues.filter((issue) => issue.projectId === projectId);
  const known = await copies.of(
    { projectId, kind },
    ours.map(({ issueId }) => issueId),
  );
  const copyOf = new Map(known.map((copy) => [copy.issueId, copy]));
  const found = ours.map((issue): Found => {
    const copy = copyOf.get(issue.issueId) ?? null;
    return { issue, copy, reading: judge(register, issue.property, copy) };
  });

  return (row) => {
    if (isNew(row)) return newTarget(imported.get(row.source), taken);
    const [id, key, holder] = [idOf(row), keyOf(row), holderOf(row)];
    const one = found.find(({ issue }) => (id === '' ? issue.issueKey === key : issue.issueId === holder));
    const column = id === '' ? 'key' : 'id';
    if (!one || one.reading.is === 'absent')
      return refused(column, say('registers.import.notHere', { name: id || key }));
    if (key !== '' && key !== one.issue.issueKey)
      return refused('key', say('registers.import.otherIssue', { id, key: one.issue.issueKey, given: key }));
    if (one.reading.is !== 'record')
      return refused(column, joined([one.reading.why, say('registers.import.restoreFirst')]));
    return {
      entry: { issue: one.issue, copy: one.copy, ...one.reading },
      earlier: null,
      note: null,
    };
  };
}

function newTarget(imported: ImportedRow | undefined, taken: ReadonlyMap<number, TakenNumber>): Target {
  if (!imported) return { entry: null, earlier: null, note: null };
  const number = taken.get(imported.number);
  const isOurs = number?.writer === imported.writer;
  if (isOurs && number.issueId !== null) return importedBefore(imported.id);
  const open = isOurs && number.state === 'claimed' ? { ...number, state: number.state } : null;
  return { entry: null, earlier: { imported, open }, note: null };
}

export const importedBefore = (id: string): Target & { readonly plan: RowPlan } => ({
  entry: null,
  earlier: null,
  note: say('registers.import.before', { id }),
  plan: { does: 'same' },
});

/** Refuses links that would lead back, those that rows bring together included. */
async function withoutCircles<Row extends FileRow>(
  { records }: ImportDeps,
  { register }: Change,
  planned: readonly PlannedRow<Row>[],
): Promise<PlannedRow<Row>[]> {
  const after = new Map(
    planned.flatMap(({ plan, entry }) =>
      plan.does === 'change' && entry ? [[entry.issue.issueKey, plan.record.values]] : [],
    ),
  );
  const linked = await linkedFrom(records, register, after);
  return planned.map((one) => {
    const { plan, entry } = one;
    if (plan.does !== 'change' || !entry) return one;
    const refusal = checkLinks(register, entry.issue.issueKey, plan.record.values, linked);
    if (!refusal) return one;
    const problems = Object.entries(refusal.fields).map(([column, message]) => ({ column, message }));
    return { ...one, plan: { does: 'refused', problems } };
  });
}
