import { z } from 'zod';

export const Rag = z.enum(['green', 'amber', 'red']);
export type Rag = z.infer<typeof Rag>;

/** The counted figures. `backlog` is null where Docket was never switched on, so that there is none to speak of. */
export const Figures = z.object({
  open: z.number(),
  overdue: z.number(),
  opened: z.number(),
  resolved: z.number(),
  dueNextWeek: z.number(),
  backlog: z.number().nullable(),
});
export type Figures = z.infer<typeof Figures>;
export type FigureName = keyof Figures;

/** One measure of one dimension and what it found; `rag` is null where it could not be computed, `text` says why. */
export const Reason = z.object({
  dimension: z.enum(['Schedule', 'Scope', 'Risk']),
  rag: Rag.nullable(),
  text: z.string(),
});
export type Reason = z.infer<typeof Reason>;

export const Milestone = z.object({
  id: z.string(),
  name: z.string(),
  /** YYYY-MM-DD, as planned when the snapshot was taken. */
  date: z.string().nullable(),
  /** The first date that Docket ever saw: a slip must not erase the first promise. */
  first: z.string().nullable(),
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

/**
 * What one report said: the figures of one ISO week with the time they were computed and the query that proves each.
 * Kept in the page's content property and in the project's memory; names no person.
 */
export const Snapshot = z.object({
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  /** Instant, ISO 8601. */
  asOf: z.string(),
  figures: Figures,
  /** JQL by figure. */
  queries: z.partialRecord(Figures.keyof(), z.string()),
  rag: Rag,
  reasons: z.array(Reason),
  /** Soonest first. */
  milestones: z.array(Milestone),
  /** Later ones that were not kept. */
  moreMilestones: z.number().default(0),
  risks: z.array(TopRisk),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** An issue in one of the page's lists. */
export interface Item {
  readonly key: string;
  readonly summary: string;
  readonly dueDate: string | null;
  /** Account id and display name; null where nobody is assigned. */
  readonly owner: { readonly id: string; readonly name: string } | null;
}

/** A list that may be cut: `total` says how many there are. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Version {
  readonly id: string;
  readonly name: string;
  readonly releaseDate: string | null;
  readonly released: boolean;
  readonly archived: boolean;
}

/** What was read for one report. */
export interface Facts {
  readonly figures: Figures;
  /** Open items that have a due date at all. */
  readonly openDated: number;
  /** Longest overdue first. */
  readonly overdue: Listed<Item>;
  /** Soonest first. */
  readonly dueNextWeek: Listed<Item>;
  readonly versions: readonly Version[];
  /** Open risks, in no order. */
  readonly risks: readonly TopRisk[];
  /** Risk records that could not be read. */
  readonly unreadableRisks: number;
}

/** What a risk counts as: its residual score where it has been answered, else the inherent one. */
export const exposureOf = (risk: Pick<TopRisk, 'score' | 'residual'>): number | null =>
  risk.residual ?? risk.score;
