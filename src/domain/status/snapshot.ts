import { z } from 'zod';
import type { Kept } from '../../words';
import { MoneyFigures } from './money';

export const Rag = z.enum(['green', 'amber', 'red']);
export type Rag = z.infer<typeof Rag>;

/**
 * Which definitions the figures follow. Snapshots of other ones are still read; of their figures only those are compared
 * that mean the same in both.
 */
export const DEFINITIONS = 2;

const count = z.number();
/** Null where it could not be computed; snapshots of the first definitions have none of these. */
const newer = z.number().nullable().default(null);

/** The counted figures. Each but `pushedOut` and `removed`, which are differences, has a query that proves it. */
export const Figures = z.object({
  open: count,
  overdue: count,
  opened: count,
  resolved: count,
  dueNextWeek: count,
  /** Null where Docket was never switched on, so that there is none to speak of. */
  backlog: count.nullable(),
  /** Due in the period and done by the due date, or after it. */
  kept: newer,
  late: newer,
  /** Overdue by working days. */
  overdueTo5: newer,
  overdueTo20: newer,
  overdueOver20: newer,
  /** What was due in the period by the last report and still is, done or not. */
  stillDue: newer,
  /** What the last report said was due in this period, less `stillDue`: moved out, less moved in. */
  pushedOut: newer,
  /** Open items with a due date, and those of them that nobody is assigned to. */
  openDated: newer,
  unowned: newer,
  /** All issues that had been created by the minute of the report. */
  total: newer,
  /** Created from the minute of the last report on, up to that of this one. */
  createdSince: newer,
  /** Deleted, moved away or restricted since the last report, less what came in the same ways. */
  removed: newer,
  /** Open risks that are exposed at least at amber, and at red. */
  risksAmber: newer,
  risksRed: newer,
});
export type Figures = z.infer<typeof Figures>;
export type FigureName = keyof Figures;

export const Dimension = z.enum(['Schedule', 'Cost', 'Scope', 'Risk', 'Resources']);
export type Dimension = z.infer<typeof Dimension>;

/** One measure of one dimension and what it found; `rag` is null where it could not be computed, `text` says why. */
export const Reason = z.object({
  dimension: Dimension,
  rag: Rag.nullable(),
  text: z.string(),
  /** What it was computed from: their queries prove its numbers. */
  figures: z.array(Figures.keyof()).default([]),
  /** Says `text` in other languages; a page does not carry it. */
  said: z.custom<Kept>(Array.isArray).optional(),
});
export type Reason = z.infer<typeof Reason>;

/** A colour that a person set against the rule's; who, the report itself knows. */
export const Override = z.object({ dimension: Dimension, rag: Rag, reason: z.string() });
export type Override = z.infer<typeof Override>;

export const Milestone = z.object({
  id: z.string(),
  name: z.string(),
  /** YYYY-MM-DD, as forecast when the snapshot was taken. */
  date: z.string().nullable(),
  /** The first date that Docket ever saw: a slip must not erase the first promise. */
  first: z.string().nullable(),
  /** Its date in the plan's active baseline. */
  baseline: z.string().nullable().default(null),
  released: z.boolean(),
});
export type Milestone = z.infer<typeof Milestone>;

export const TopRisk = z.object({
  key: z.string(),
  summary: z.string(),
  score: z.number().nullable(),
  residual: z.number().nullable(),
  state: z.string(),
});
export type TopRisk = z.infer<typeof TopRisk>;

/** A record of a register as one line of the page. */
export const RecordLine = z.object({
  /** Of the register. */
  kind: z.string(),
  key: z.string(),
  /** R-12; null for records from before there were ids. */
  id: z.string().nullable(),
  summary: z.string(),
  /** Label of its state. */
  state: z.string(),
  /** What is asked for or was decided, in a word: `Decision`, `Approval`. */
  what: z.string(),
  date: z.string().nullable(),
});
export type RecordLine = z.infer<typeof RecordLine>;

/**
 * What one report said: the figures of one period with the time they were computed and the query that proves each.
 * Kept in the page's content property and in the project's memory; names no person.
 */
export const Snapshot = z.object({
  definitions: z.int().default(1),
  /** Label of the period: `2012-W29`, `2012-W29-30`, `2012-07`. */
  week: z.string().regex(/^\d{4}-(W\d{2}(-\d{2})?|\d{2})$/),
  /** Instant, ISO 8601. */
  asOf: z.string(),
  /** JQL that says which of the project's issues count; empty where all do. */
  scope: z.string().default(''),
  figures: Figures,
  /** Why a figure is not there. */
  notComputable: z.partialRecord(Figures.keyof(), z.string()).default({}),
  /** JQL by figure. */
  queries: z.partialRecord(Figures.keyof(), z.string()),
  rag: Rag,
  reasons: z.array(Reason),
  /** Colours that a reviewer set against the rules', each with why. */
  overrides: z.array(Override).default([]),
  /** Soonest first. */
  milestones: z.array(Milestone),
  /** Later ones that were not kept. */
  moreMilestones: z.number().default(0),
  risks: z.array(TopRisk),
  /** Records that ask for something by a date, and those that were decided in the period. */
  attention: z.array(RecordLine).default([]),
  decided: z.array(RecordLine).default([]),
  /** The plan's money; null without a plan, or where only admins see it. */
  money: MoneyFigures.nullable().default(null),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What a risk counts as: its residual score where it has been answered, else the inherent one. */
export const exposureOf = (risk: Pick<TopRisk, 'score' | 'residual'>): number | null =>
  risk.residual ?? risk.score;
