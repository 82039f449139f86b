import type { z } from 'zod';
import { type ConfiguredRegister, scoring } from './configure';
import type { Values } from './define';
import type { StoredRecord } from './stored';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
export const PROPERTY_LIMIT = 32_768;

/** Why a record cannot be written: messages by field, or one for the whole. */
export interface Refusal {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A new record in the register's first state; `id` is R-12. */
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

/** The record with other values; its state stays. */
export function editRecord(
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

/** The record in another state, where its lifecycle allows the step and the state's fields are filled in. */
export function transitionRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  to: string,
  now: Date,
): Outcome<StoredRecord> {
  const from = register.lifecycle[before.state];
  if (!from?.next.includes(to)) {
    const allowed = (from?.next ?? []).map((state) => register.lifecycle[state]?.label ?? state);
    const next =
      allowed.length > 0 ? `From here it can become: ${allowed.join(', ')}.` : 'Nothing follows it.';
    return refuse(
      `A ${register.singular.toLowerCase()} that is ${from?.label ?? before.state} cannot become ${register.lifecycle[to]?.label ?? to}. ${next}`,
    );
  }
  const missing = missingFor(register, to, before.values);
  return missing
    ? { ok: false, refusal: missing }
    : sized(stamp(register, { ...before, state: to }, before.values, now));
}

function readValues(register: ConfiguredRegister, input: unknown): Outcome<Values> {
  const parsed = register.values.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refusal: refusalOf(register, parsed.error) };
}

function refusalOf(register: ConfiguredRegister, error: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        fields[key] = `A ${register.singular.toLowerCase()} has no field "${key}".`;
    else fields[String(issue.path[0] ?? '')] ??= issue.message;
  }
  const words = Object.entries(fields).map(
    ([key, message]) => `${register.fields[key]?.label ?? key}: ${message}`,
  );
  return { message: words.join(' '), fields };
}

function missingFor(register: ConfiguredRegister, state: string, values: Values): Refusal | null {
  const definition = register.lifecycle[state];
  const missing = (definition?.needs ?? []).filter((key) => values[key] === undefined);
  if (missing.length === 0) return null;
  const labels = missing.map((key) => register.fields[key]?.label ?? key);
  const message = `To be ${definition?.label.toLowerCase()}, the ${register.singular.toLowerCase()} needs: ${labels.join(', ')}.`;
  return {
    message,
    fields: Object.fromEntries(
      missing.map((key) => [key, `Needed to be ${definition?.label.toLowerCase()}.`]),
    ),
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
    `The record is ${length - PROPERTY_LIMIT} characters longer than Jira can keep (${PROPERTY_LIMIT}). Shorten its long texts.`,
  );
}

const refuse = (message: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { message, fields: {} },
});

/** What stands in a property: a record, or why it cannot be read. */
export function readRecord(register: ConfiguredRegister, property: unknown): Outcome<StoredRecord> {
  const parsed = register.stored.safeParse(property);
  if (parsed.success) return { ok: true, value: parsed.data };
  const where = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'the whole value'}: ${issue.message}`);
  return refuse(
    `The property ${register.propertyKey} does not read as a ${register.singular.toLowerCase()} (${where.join('; ')}).`,
  );
}
