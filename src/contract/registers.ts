import { z } from 'zod';
import { defineCall } from './call';

/** A register's definition as a form and a table need it; derived from `defineRegister`, never written by hand. */
export const FieldView = z.object({
  key: z.string(),
  label: z.string(),
  help: z.string().optional(),
  kind: z.enum([
    'text',
    'longText',
    'choice',
    'person',
    'people',
    'date',
    'money',
    'number',
    'percentage',
    'scale',
    'issueLinks',
    'pageLink',
  ]),
  required: z.boolean(),
  /** For `choice`. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** For `scale` and `number`. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** For `scale`: the words for min..max, in order. */
  levels: z.array(z.string()).optional(),
  maxLength: z.number().optional(),
});
export type FieldView = z.infer<typeof FieldView>;

export const StateView = z.object({
  value: z.string(),
  label: z.string(),
  /** States that a record may go to from here. */
  next: z.array(z.string()),
  final: z.boolean(),
  /** The lozenge's tone. */
  tone: z.enum(['neutral', 'progress', 'success', 'warning', 'danger']),
});

export const RegisterView = z.object({
  kind: z.string(),
  title: z.string(),
  singular: z.string(),
  fields: z.array(FieldView),
  states: z.array(StateView),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Bands of the score, highest first: `from` is the lowest score in the band. */
  bands: z.array(
    z.object({
      from: z.number(),
      label: z.string(),
      tone: z.enum(['neutral', 'success', 'warning', 'danger']),
    }),
  ),
});
export type RegisterView = z.infer<typeof RegisterView>;

export const RecordView = z.object({
  issueId: z.string(),
  issueKey: z.string(),
  summary: z.string(),
  url: z.string(),
  revision: z.number().int(),
  state: z.string(),
  score: z.number().nullable(),
  residualScore: z.number().nullable(),
  /** Field values by key: strings, numbers, arrays, or null where empty. Dates are YYYY-MM-DD, people are account ids. */
  values: z.record(z.string(), z.unknown()),
  updatedAt: z.string(),
});
export type RecordView = z.infer<typeof RecordView>;

/** A property that does not parse. It is shown, never dropped. */
export const UnreadableView = z.object({
  issueId: z.string(),
  issueKey: z.string(),
  summary: z.string(),
  url: z.string(),
  why: z.string(),
  lastGood: RecordView.nullable(),
  lastGoodAt: z.string().nullable(),
});
export type UnreadableView = z.infer<typeof UnreadableView>;

/** Names for the account ids in an answer, read when shown and never stored. */
export const Names = z.record(z.string(), z.string());

const kind = z.string().max(30);
const values = z.record(z.string(), z.unknown());

export const registers = {
  list: defineCall(
    'registers.list',
    z.strictObject({ kind }),
    z.object({
      register: RegisterView,
      records: z.array(RecordView),
      unreadable: z.array(UnreadableView),
      names: Names,
      canEdit: z.boolean(),
    }),
  ),
  /** Creates an issue in this project and puts the record on it. */
  create: defineCall(
    'registers.create',
    z.strictObject({ kind, summary: z.string().trim().min(1).max(255), values }),
    RecordView,
  ),
  /** Puts a record on an issue that exists. */
  attach: defineCall(
    'registers.attach',
    z.strictObject({ kind, issueKey: z.string().max(100), values }),
    RecordView,
  ),
  edit: defineCall(
    'registers.edit',
    z.strictObject({
      kind,
      issueId: z.string().max(30),
      revision: z.number().int(),
      values,
      reason: z.string().max(500).optional(),
    }),
    RecordView,
  ),
  transition: defineCall(
    'registers.transition',
    z.strictObject({
      kind,
      issueId: z.string().max(30),
      revision: z.number().int(),
      to: z.string().max(50),
      reason: z.string().max(500).optional(),
    }),
    RecordView,
  ),
  /** Colleagues for a person field: at most ten whose name contains the text. */
  people: defineCall(
    'registers.people',
    z.strictObject({ query: z.string().max(100) }),
    z.object({ people: z.array(z.object({ accountId: z.string(), name: z.string() })) }),
  ),
};
