import type { LocalDate } from '../calendar';

/** How the estimate at completion is computed; the page names the one in use. PMBOK Guide, earned value analysis. */
export type EacVariant = 'trend' | 'oneOff' | 'both' | 'bottomUp';

/** A phase, or a milestone where it starts and finishes on the same day. */
export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly start: LocalDate;
  readonly finish: LocalDate;
  /** Its share of the work, against the other phases' weights; `null`: phases are not weighed. */
  readonly weight: number | null;
  /** The Jira version whose issues are this phase's work. */
  readonly versionId: string | null;
}

/** Money of one month (`YYYY-MM`) and category, in integer minor units of the plan's currency. */
export interface MonthLine {
  readonly month: string;
  readonly category: string;
  readonly amount: number;
}

/** A purchase order: money that is promised, not yet spent. */
export interface CommitmentLine extends MonthLine {
  /** Its number, by which an import finds it again. */
  readonly id: string;
  readonly note: string;
}

/** Money that was spent. */
export interface CostEntry {
  readonly id: string;
  readonly date: LocalDate;
  readonly category: string;
  readonly amount: number;
  readonly note: string;
}

/** How percent complete is measured: by counting issues, or by adding up a field of theirs. */
export type ProgressMethod =
  | { readonly by: 'issues' }
  | { readonly by: 'storyPoints'; readonly fieldId: string }
  | { readonly by: 'estimates' };

/** Where actual cost comes from: the plan's own entries, or a number field of issues that holds whole currency units. */
export type CostSource =
  { readonly source: 'entries' } | { readonly source: 'field'; readonly fieldId: string };

/** One project's plan as it stands now. What it was measured against before is in its baselines. */
export interface Plan {
  /** ISO 4217. */
  readonly currency: string;
  readonly start: LocalDate;
  readonly finish: LocalDate;
  readonly phases: readonly Phase[];
  /** One line a month and category. */
  readonly budget: readonly MonthLine[];
  readonly commitments: readonly CommitmentLine[];
  readonly costs: readonly CostEntry[];
  /** What is still to be spent, bottom-up; one line a month and category. */
  readonly forecast: readonly MonthLine[];
  readonly eacVariant: EacVariant;
  readonly progress: ProgressMethod;
  readonly actualCost: CostSource;
  /** Who sees the money: everybody who may browse the project, or its admins only. */
  readonly audience: 'everyone' | 'admins';
}

/** What a baseline freezes: dates and budget, nothing that happened. */
export type BaselinePlan = Pick<Plan, 'currency' | 'start' | 'finish' | 'phases' | 'budget'>;

/** A plan as it was agreed. Never changed and never deleted; the one with the highest number is active. */
export interface Baseline {
  /** 1, 2, 3 ... in the order they were set. */
  readonly number: number;
  readonly name: string;
  /** Instant, ISO 8601. */
  readonly setAt: string;
  readonly setBy: string;
  readonly why: string;
  readonly plan: BaselinePlan;
}

/** The part of a plan that a baseline keeps. */
export function baselinePlan({ currency, start, finish, phases, budget }: Plan): BaselinePlan {
  return { currency, start, finish, phases, budget };
}

/** `2026-03-15` lies in `2026-03`. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** Adds up minor units. */
export const sumOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);
