import { joined, say } from '../../words';
import { type ConfiguredRegister, scoring } from './configure';
import type { Values } from './define';
import { issueInWords, type Outcome, type Refusal, refusalOf, refuse } from './refusal';
import type { ApprovalState, StoredRecord } from './stored';
import { fieldOf, oneOf, singularOf, someOf, stateOf, stateWithin } from './terms';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
export const PROPERTY_LIMIT = 32_768;

/** A new record in the register's first state; `id` is R-12, settled by whoever counts. */
export function newRecord(
  register: ConfiguredRegister,
  input: unknown,
  now: Date,
  id: string | null = null,
): Outcome<StoredRecord> {
  const values = readValues(register, input);
  return values.ok
    ? sized(stamp(register, { id, revision: 0, state: register.initialState }, values.value, now))
    : values;
}

/** The record with other values; its state stays. What is decided is corrected instead. */
export function editRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  input: unknown,
  now: Date,
): Outcome<StoredRecord> {
  if (isLocked(register, before))
    return refuse(
      say('registers.record.decided', {
        thing: singularOf(register),
        state: stateOf(register, before.state),
      }),
    );
  return withValues(register, before, input, now);
}

/**
 * A decided record with other values: a new revision that names the one it corrects.
 *
 * @param undecided The state that it goes back to, and the approval it asks for, where the correction undoes the decision.
 */
export function correctRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  input: unknown,
  now: Date,
  undecided: Partial<Pick<StoredRecord, 'state' | 'approval'>> = {},
): Outcome<StoredRecord> {
  if (!isLocked(register, before))
    return refuse(
      say('registers.record.undecided', {
        thing: singularOf(register),
        state: stateOf(register, before.state),
      }),
    );
  return withValues(register, { ...before, ...undecided, corrects: before.revision }, input, now);
}

/**
 * The record in another state, where its lifecycle allows the step and the state's fields are filled in. States that a
 * vote leads to are entered by `settleRecord` alone.
 */
export function transitionRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  to: string,
  now: Date,
): Outcome<StoredRecord> {
  const { approvals } = register;
  if (before.state === approvals?.waits && [approvals.approved, approvals.rejected].includes(to))
    return refuse(say('registers.record.byVotes', { one: oneOf(register), state: stateOf(register, to) }));
  return moved(register, before, to, now);
}

/** The record with what its approvers have said so far, and in the state that their votes lead to where they are decisive. */
export function settleRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  approval: ApprovalState,
  to: string,
  now: Date,
): Outcome<StoredRecord> {
  const voted = { ...before, approval };
  return to === before.state
    ? sized(stamp(register, voted, before.values, now))
    : moved(register, voted, to, now);
}

/** Whether a record is decided: its values change only by `correctRecord`. */
export const isLocked = (register: ConfiguredRegister, { state }: Pick<StoredRecord, 'state'>): boolean =>
  register.lifecycle[state]?.locks ?? false;

/** What stands in a property: a record, or why it cannot be read. */
export function readRecord(register: ConfiguredRegister, property: unknown): Outcome<StoredRecord> {
  const parsed = register.stored.safeParse(property);
  if (parsed.success) return { ok: true, value: parsed.data };
  const where = parsed.error.issues
    .slice(0, 3)
    .map((issue) =>
      joined(
        [issue.path.length > 0 ? issue.path.join('.') : say('registers.record.whole'), issueInWords(issue)],
        ': ',
      ),
    );
  return refuse(
    say('registers.record.unreadable', {
      property: register.propertyKey,
      some: someOf(register),
      where: joined(where, '; '),
    }),
  );
}

/**
 * Fields whose step is above the project's scale, since that was shortened later. The record stays readable; it has no
 * score for them and is listed as needing a new rating.
 */
export const needsRating = (
  register: ConfiguredRegister,
  { values }: Pick<StoredRecord, 'values'>,
): string[] =>
  Object.entries(register.fields).flatMap(([key, field]) => {
    const step = values[key];
    return field.kind === 'scale' && typeof step === 'number' && step > register.levels(field.axis).length
      ? [key]
      : [];
  });

function moved(
  register: ConfiguredRegister,
  before: StoredRecord,
  to: string,
  now: Date,
): Outcome<StoredRecord> {
  const next = register.lifecycle[before.state]?.next ?? [];
  if (!next.includes(to)) {
    const allowed = joined(
      next.map((state) => stateOf(register, state)),
      ', ',
    );
    const [from, target] = [stateOf(register, before.state), stateOf(register, to)];
    return refuse(
      joined([
        say('registers.record.noMove', { one: oneOf(register), from, to: target }),
        next.length > 0 ? say('registers.record.moves', { allowed }) : say('registers.record.noneFollows'),
      ]),
    );
  }
  const missing = missingFor(register, to, before.values);
  return missing
    ? { ok: false, refusal: missing }
    : sized(stamp(register, { ...before, state: to }, before.values, now));
}

function withValues(
  register: ConfiguredRegister,
  before: StoredRecord,
  input: unknown,
  now: Date,
): Outcome<StoredRecord> {
  const values = readValues(register, input);
  if (!values.ok) return values;
  const missing = missingFor(register, before.state, values.value);
  return missing ? { ok: false, refusal: missing } : sized(stamp(register, before, values.value, now));
}

function readValues(register: ConfiguredRegister, input: unknown): Outcome<Values> {
  const parsed = register.values.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refusal: refusalOf(register, parsed.error) };
}

function missingFor(register: ConfiguredRegister, state: string, values: Values): Refusal | null {
  const definition = register.lifecycle[state];
  const missing = (definition?.needs ?? []).filter((key) => values[key] === undefined);
  if (missing.length === 0) return null;
  const word = stateWithin(register, state);
  const fields = joined(
    missing.map((key) => fieldOf(register, key)),
    ', ',
  );
  return {
    message: say('registers.record.needs', { state: word, thing: singularOf(register), fields }),
    fields: Object.fromEntries(missing.map((key) => [key, say('registers.record.needed', { state: word })])),
  };
}

type Before = Pick<StoredRecord, 'id' | 'revision' | 'state'> & Partial<StoredRecord>;

function stamp(register: ConfiguredRegister, before: Before, values: Values, now: Date): StoredRecord {
  const firstPromised = { ...promisesIn(register, values), ...before.firstPromised };
  return {
    v: 2,
    id: before.id,
    revision: before.revision + 1,
    state: before.state,
    ...scoring(register, register.settings, values),
    values,
    ...(Object.keys(firstPromised).length > 0 ? { firstPromised } : {}),
    ...(before.approval ? { approval: before.approval } : {}),
    ...(before.corrects === undefined ? {} : { corrects: before.corrects }),
    updatedAt: now.toISOString(),
  };
}

const promisesIn = ({ fields }: ConfiguredRegister, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = values[key];
      return field.kind === 'date' && field.promise && typeof value === 'string' ? [[key, value]] : [];
    }),
  );

function sized(record: StoredRecord): Outcome<StoredRecord> {
  const length = JSON.stringify(record).length;
  if (length <= PROPERTY_LIMIT) return { ok: true, value: record };
  return refuse(
    say('registers.record.tooLong', { more: length - PROPERTY_LIMIT, limit: String(PROPERTY_LIMIT) }),
  );
}
