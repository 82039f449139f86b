import { z } from 'zod';
import { defineCall } from './call';
import {
  LinkedIssueView,
  Names,
  RecordView,
  RegisterView,
  TimelineEntry,
  UnreadableView,
} from './register-views';

const kind = z.string().max(30);
const issueId = z.string().max(30);
const revision = z.int().min(1).max(1_000_000);
const reason = z.string().trim().max(500).optional();
const values = z.record(z.string().max(60), z.unknown());
const summary = z.string().trim().min(1).max(255);
const text = z.string().max(100);

export const registers = {
  /** Every register, with how many of its records are open, approximately. */
  overview: defineCall(
    'registers.overview',
    z.strictObject({}),
    z.object({
      registers: z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          singular: z.string(),
          open: z.int(),
          total: z.int(),
        }),
      ),
      canEdit: z.boolean(),
      /** Settings are open to people who administer the project. */
      canAdminister: z.boolean(),
    }),
  ),
  /** Records in the order of their issues, a slice at a time: ask again with `next` until there is none. */
  list: defineCall(
    'registers.list',
    z.strictObject({
      kind,
      /** `next` of the slice before. */
      cursor: z.string().max(4_000).optional(),
      /** People whose names the screen has already. */
      named: z.array(z.string().max(128)).max(1_000).default([]),
    }),
    z.object({
      register: RegisterView,
      records: z.array(RecordView),
      unreadable: z.array(UnreadableView),
      /** Of people who are new in this slice. */
      names: Names,
      canEdit: z.boolean(),
      /** The app's own time: what is overdue must not depend on the browser's clock. */
      asOf: z.iso.datetime(),
      next: z.string().nullable(),
    }),
  ),
  /** One record with its history, by its issue's id or key: addresses name the key. */
  read: defineCall(
    'registers.read',
    z.strictObject({ kind, issueId }),
    z.object({
      register: RegisterView,
      /** `null` where the issue has none, or an unreadable one. */
      record: RecordView.nullable(),
      unreadable: UnreadableView.nullable(),
      /** Newest first. */
      timeline: z.array(TimelineEntry),
      /** For each date field that was ever moved: every date that it had, oldest first. */
      promises: z.array(
        z.object({
          field: z.string(),
          dates: z.array(z.object({ date: z.string(), at: z.string(), by: z.string() })),
        }),
      ),
      /** Issues that the record names, by field, with how far they are. */
      links: z.record(z.string(), z.array(LinkedIssueView)),
      /** On a correction: what was decided before. */
      predecessor: z.object({ revision: z.int(), state: z.string(), values, at: z.string() }).nullable(),
      names: Names,
      canEdit: z.boolean(),
    }),
  ),
  /** Creates an issue in this project and puts the record on it. */
  create: defineCall('registers.create', z.strictObject({ kind, summary, values }), RecordView),
  /** Puts a record on an issue that exists. */
  attach: defineCall('registers.attach', z.strictObject({ kind, issueKey: text, values }), RecordView),
  edit: defineCall('registers.edit', z.strictObject({ kind, issueId, revision, values, reason }), RecordView),
  transition: defineCall(
    'registers.transition',
    z.strictObject({ kind, issueId, revision, to: z.string().max(50), reason }),
    RecordView,
  ),
  /** By a named approver; the vote that settles it moves the record. */
  vote: defineCall(
    'registers.vote',
    z.strictObject({
      kind,
      issueId,
      revision,
      verdict: z.enum(['approved', 'rejected']),
      comment: z.string().trim().max(2_000).default(''),
    }),
    RecordView,
  ),
  /** Other values for a decided record: a new revision that shows its predecessor. */
  correct: defineCall(
    'registers.correct',
    z.strictObject({
      kind,
      issueId,
      revision,
      values,
      reason: z.string().trim().min(1, 'Say why it is corrected.').max(500),
    }),
    RecordView,
  ),
  /** Puts the last good version back where somebody wrote past Docket. */
  restore: defineCall('registers.restore', z.strictObject({ kind, issueId, reason }), RecordView),
  /** Moves the record to its "happened" state and makes a linked one of it; asked again, it answers with the same one. */
  happened: defineCall(
    'registers.happened',
    z.strictObject({
      kind,
      issueId,
      revision,
      summary: summary.optional(),
      values: values.default({}),
      reason,
    }),
    z.object({ record: RecordView, created: z.object({ kind: z.string(), record: RecordView }) }),
  ),
  /** Colleagues for a person field: at most ten whose name contains the text. */
  people: defineCall(
    'registers.people',
    z.strictObject({ query: text }),
    z.object({ people: z.array(z.object({ accountId: z.string(), name: z.string() })) }),
  ),
  /** Issues of the project for a link field: at most ten whose key or summary fits the text. */
  issues: defineCall(
    'registers.issues',
    z.strictObject({ query: text }),
    z.object({ issues: z.array(z.object({ issueKey: z.string(), summary: z.string() })) }),
  ),
};
