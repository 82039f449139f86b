import { joined, say } from '../../words';
import { sameJson } from '../json';
import { type Cells, type CellContext, type CellProblem, readCells, sameWords, textOf } from './cells';
import type { ConfiguredRegister } from './configure';
import type { Values } from './define';
import { newRecord } from './record';
import { type Outcome, type Refusal, refuse } from './refusal';
import { changeRecord, moveRecord, movesFrom, type Standing } from './revise';
import type { StoredRecord } from './stored';
import { stateOf } from './terms';

/** What a row of a file would do to a register. */
export type RowPlan =
  | { readonly does: 'create'; readonly summary: string; readonly values: Values; readonly state: string }
  | { readonly does: 'change'; readonly record: StoredRecord; readonly changes: readonly FieldChange[] }
  | { readonly does: 'same' }
  | { readonly does: 'refused'; readonly problems: readonly CellProblem[] };

/** `state`, or a field's key. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface RowContext extends CellContext {
  readonly standing: Standing;
  readonly now: Date;
}

const SUMMARY_LENGTH = 255;

/** What becomes of a row that stands for no record of the register yet. */
export function planNew(register: ConfiguredRegister, cells: Cells, context: RowContext): RowPlan {
  const read = readCells(register, cells, {}, context);
  const state = readState(register, cells, register.initialState);
  const summary = textOf(cells, 'summary') ?? '';
  const values = filledIn(register, read.values);
  const problems = [...summaryProblems(summary), ...read.problems, ...(state.ok ? [] : [state.problem])];
  const record = newRecord(register, values, context.now);
  if (!record.ok) problems.push(...problemsOf(record.refusal, problems));
  if (!state.ok || !record.ok || problems.length > 0) return refused(problems);
  const entered = advance(register, record.value, state.value, context);
  if (!entered.ok) return refused(problemsOf(entered.refusal, [], 'state'));
  return { does: 'create', summary, values, state: state.value };
}

/** What becomes of a row that stands for this record. Columns that the file does not have stay as they are. */
export function planChange(
  register: ConfiguredRegister,
  before: StoredRecord,
  cells: Cells,
  context: RowContext,
): RowPlan {
  const read = readCells(register, cells, before.values, context);
  const state = readState(register, cells, before.state);
  const problems = [...read.problems, ...(state.ok ? [] : [state.problem])];
  if (!state.ok || problems.length > 0) return refused(problems);
  const values = filledIn(register, { ...before.values, ...read.values });
  const changes = changesBetween(register, before.values, values);
  const moves = state.value !== before.state;
  if (changes.length === 0 && !moves) return { does: 'same' };
  const changed =
    changes.length === 0
      ? { ok: true as const, value: before }
      : changeRecord(register, before, values, context.standing, context.now);
  if (!changed.ok) return refused(problemsOf(changed.refusal, []));
  const record = advance(register, changed.value, state.value, context);
  if (!record.ok) return refused(problemsOf(record.refusal, [], 'state'));
  return {
    does: 'change',
    record: { ...record.value, revision: before.revision + 1 },
    changes: moves ? [{ field: 'state', from: before.state, to: state.value }, ...changes] : changes,
  };
}

/**
 * The record in the state that a file gives it, by the steps that a person could take one after the other. It does not
 * pass a vote: what its approvers decide, a file cannot.
 */
export function advance(
  register: ConfiguredRegister,
  record: StoredRecord,
  to: string,
  { standing, now }: Pick<RowContext, 'standing' | 'now'>,
): Outcome<StoredRecord> {
  const way = wayTo(register, record.state, to);
  if (!way) {
    const [from, target] = [stateOf(register, record.state), stateOf(register, to)];
    return refuse(say('registers.import.noWay', { from, to: target }));
  }
  let moved = record;
  for (const step of way) {
    const next = moveRecord(register, moved, step, standing, now);
    if (!next.ok) return next;
    moved = next.value;
  }
  return { ok: true, value: { ...moved, revision: record.revision } };
}

function wayTo(register: ConfiguredRegister, from: string, to: string): string[] | null {
  const ways: string[][] = [[]];
  const seen = new Set([from]);
  for (const way of ways) {
    const state = way.at(-1) ?? from;
    if (state === to) return way;
    if (way.length > 0 && state === register.approvals?.waits) continue;
    for (const next of movesFrom(register, { state })) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

function readState(register: ConfiguredRegister, cells: Cells, otherwise: string) {
  const text = textOf(cells, 'state') ?? '';
  if (text === '') return { ok: true as const, value: otherwise };
  const states = Object.entries(register.lifecycle);
  const found =
    states.find(([, { label }]) => sameWords(label, text)) ?? states.find(([key]) => sameWords(key, text));
  if (found) return { ok: true as const, value: found[0] };
  const all = joined(
    states.map(([key]) => stateOf(register, key)),
    ', ',
  );
  const message = say('registers.import.noState', { text: text.slice(0, 60), states: all });
  return { ok: false as const, problem: { column: 'state', message } };
}

function summaryProblems(summary: string): CellProblem[] {
  if (summary === '') return [{ column: 'summary', message: say('registers.import.noSummary') }];
  const length = summary.length;
  if (length <= SUMMARY_LENGTH) return /[\r\n]/.test(summary) ? [oneLine] : [];
  const message = say('registers.value.tooLong', { most: SUMMARY_LENGTH, more: length - SUMMARY_LENGTH });
  return [{ column: 'summary', message }];
}

const oneLine: CellProblem = {
  column: 'summary',
  message: say('registers.import.oneLine'),
};

/** @param known Problems that were found before: of each column the first is told. */
function problemsOf(refusal: Refusal, known: readonly CellProblem[], otherwise: string | null = null) {
  const fields = Object.entries(refusal.fields);
  if (fields.length === 0) return [{ column: otherwise, message: refusal.message }];
  const told = new Set(known.map(({ column }) => column));
  return fields.filter(([column]) => !told.has(column)).map(([column, message]) => ({ column, message }));
}

const refused = (problems: readonly CellProblem[]): RowPlan => ({ does: 'refused', problems });

const changesBetween = ({ fields }: ConfiguredRegister, before: Values, after: Values): FieldChange[] =>
  Object.keys(fields)
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => !sameJson(from, to));

/** Without what is empty, which for some choices says what counts where nobody has chosen. */
const filledIn = ({ fields }: ConfiguredRegister, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const field = fields[key];
      const filled = value ?? (field?.kind === 'choice' ? field.initial : null) ?? null;
      return filled === null ? [] : [[key, filled]];
    }),
  );
