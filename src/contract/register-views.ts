import { z } from 'zod';

const Tone = z.enum(['neutral', 'progress', 'success', 'warning', 'danger']);

/** A register's definition with the project's settings, as a form and a table need it; derived, never written by hand. */
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
  /** For `choice`. An option with `when` is offered only while that other field has that value. */
  options: z
    .array(
      z.object({
        value: z.string(),
        label: z.string(),
        when: z.object({ field: z.string(), is: z.string() }).optional(),
      }),
    )
    .optional(),
  /** For `choice`: what counts where nobody has chosen. */
  initial: z.string().optional(),
  /** For `scale`: which of the register's scales. */
  axis: z.enum(['probability', 'impact']).optional(),
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
  /** Closed, for figures and filters. */
  final: z.boolean(),
  /** Decided: values change only as a correction. */
  locks: z.boolean(),
  /** Fields that must be filled in before a record may enter it. */
  needs: z.array(z.string()),
  /** The lozenge's tone. */
  tone: Tone,
});
export type StateView = z.infer<typeof StateView>;

export const BandView = z.object({
  /** The lowest score in the band. */
  from: z.number(),
  label: z.string(),
  tone: Tone.exclude(['progress']),
});
export type BandView = z.infer<typeof BandView>;

/** A pair of scales that gives a score: where a record stands in the heat map. */
export const RatingView = z.object({
  key: z.enum(['inherent', 'residual', 'target']),
  label: z.string(),
  /** Field with the step of the probability. */
  probability: z.string(),
  /** Fields with steps of the impact; the highest of those filled in counts. */
  impact: z.array(z.string()),
});
export type RatingView = z.infer<typeof RatingView>;

export const RegisterView = z.object({
  kind: z.string(),
  title: z.string(),
  singular: z.string(),
  /** Of ids: `R` for R-1. */
  prefix: z.string(),
  /** The form's parts; every field is in exactly one. */
  groups: z.array(z.object({ title: z.string(), fields: z.array(z.string()) })),
  fields: z.array(FieldView),
  states: z.array(StateView),
  /** Field keys, and built-in ones: id, key, summary, state, score, residual, target, band, movement, updated. */
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Empty where the register has no score. */
  ratings: z.array(RatingView),
  /** What this register calls its two scales; `null` where it has no score. */
  axes: z.object({ probability: z.string(), impact: z.string() }).nullable(),
  /** The words of the steps, lowest first. */
  scales: z.object({ probability: z.array(z.string()), impact: z.array(z.string()) }),
  /** Score of each cell: `[probability - 1][impact - 1]`. */
  cells: z.array(z.array(z.number())),
  /** Bands of the score, highest first. */
  bands: z.array(BandView),
  /** A score above it is escalated. */
  appetite: z.number().nullable(),
  /** Days between reviews, by band; `null`: no review is asked for. */
  cadence: z.record(z.string(), z.number().nullable()),
  /** Field with the date of the next review. */
  reviewField: z.string().nullable(),
  /** Which dates ask something of whom, while a record is in one of the states. */
  dueRules: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      date: z.string(),
      who: z.string(),
      states: z.array(z.string()),
    }),
  ),
  /** The state in which approvers vote; `null` where nobody does. */
  approvals: z.object({ state: z.string() }).nullable(),
  /** "The risk happened": the state that it goes to, and the register that gets a linked record. */
  happened: z.object({ state: z.string(), kind: z.string(), singular: z.string() }).nullable(),
});
export type RegisterView = z.infer<typeof RegisterView>;

const isoDateTime = z.string();

export const ApprovalView = z.object({
  rule: z.union([z.literal('all'), z.literal('any'), z.object({ quorum: z.number() })]),
  /** What the approvers decide as: the authority whose tolerance covers the request. */
  authority: z.string(),
  /** Account ids. */
  approvers: z.array(z.string()),
  requestedBy: z.string(),
  requestedAt: isoDateTime,
  votes: z.array(
    z.object({
      who: z.string(),
      verdict: z.enum(['approved', 'rejected']),
      comment: z.string(),
      at: isoDateTime,
    }),
  ),
  decidedAt: isoDateTime.nullable(),
});
export type ApprovalView = z.infer<typeof ApprovalView>;

/** What the person who looks may do with a record; the resolvers check it again. */
export const RecordRights = z.object({
  /** Change its values. */
  edit: z.boolean(),
  /** Change its values although it is decided: a new revision that shows its predecessor. */
  correct: z.boolean(),
  /** States that it may be moved to by hand. */
  moveTo: z.array(z.string()),
  vote: z.boolean(),
  /** Say that it happened. */
  happened: z.boolean(),
});
export type RecordRights = z.infer<typeof RecordRights>;

export const RecordView = z.object({
  /** R-12; `null` for records from before there were ids, and those that were not made by Docket. */
  id: z.string().nullable(),
  issueId: z.string(),
  issueKey: z.string(),
  summary: z.string(),
  url: z.string(),
  revision: z.number().int(),
  state: z.string(),
  score: z.number().nullable(),
  residualScore: z.number().nullable(),
  targetScore: z.number().nullable(),
  /** Label of the band that the score is in. */
  band: z.string().nullable(),
  /** Since the last weekly snapshot; `null` before there is one. */
  movement: z
    .object({ direction: z.enum(['up', 'down', 'same', 'new']), scoreBefore: z.number().nullable() })
    .nullable(),
  approval: ApprovalView.nullable(),
  /** Decided: its values change only as a correction. */
  locked: z.boolean(),
  /** The revision that this one corrects. */
  corrects: z.number().int().nullable(),
  rights: RecordRights,
  /** The first date that was given for each date that is a promise, by field. */
  firstPromised: z.record(z.string(), z.string()),
  /** Field values by key: strings, numbers, arrays, money; absent where empty. Dates are YYYY-MM-DD, people are account ids. */
  values: z.record(z.string(), z.unknown()),
  updatedAt: isoDateTime,
});
export type RecordView = z.infer<typeof RecordView>;

/** A property that does not parse, or that somebody changed past Docket. It is shown, never dropped. */
export const UnreadableView = z.object({
  issueId: z.string(),
  issueKey: z.string(),
  summary: z.string(),
  url: z.string(),
  /** Not understood, or understood and not what Docket wrote. */
  cause: z.enum(['unreadable', 'changedOutside']),
  why: z.string(),
  lastGood: RecordView.nullable(),
  lastGoodAt: isoDateTime.nullable(),
  canRestore: z.boolean(),
});
export type UnreadableView = z.infer<typeof UnreadableView>;

/** One change in a record's history. */
export const TimelineEntry = z.object({
  at: isoDateTime,
  /** Account id. */
  actor: z.string(),
  action: z.enum([
    'created',
    'attached',
    'imported',
    'edited',
    'moved',
    'voted',
    'corrected',
    'happened',
    'restored',
  ]),
  revision: z.number().int(),
  /** The states before and after; equal where it stayed. */
  state: z.object({ from: z.string().nullable(), to: z.string() }),
  /** What changed, field by field; absent values are `null`. */
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  reason: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** An issue that a record is linked to. */
export const LinkedIssueView = z.object({
  issueKey: z.string(),
  /** `null` for an issue that is gone, or that the person may not see. */
  summary: z.string().nullable(),
  url: z.string(),
  status: z.string().nullable(),
  done: z.boolean(),
});
export type LinkedIssueView = z.infer<typeof LinkedIssueView>;

/** Names for the account ids in an answer, read when shown and never stored. */
export const Names = z.record(z.string(), z.string());
