import type { Baseline, Plan } from '../domain/plan';

/** A plan with the number of times it was saved; a writer names the revision that they saw. */
export interface StoredPlan {
  readonly projectId: string;
  readonly revision: number;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
  readonly savedBy: string;
  readonly plan: Plan;
}

/** One change of a plan or its baselines, for good: who, when, what, why. */
export interface PlanChange {
  readonly projectId: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly action: 'saved' | 'imported' | 'baselined';
  /** Of the plan, or the number of the baseline. */
  readonly revision: number;
  /** A sentence a changed line. */
  readonly changes: readonly string[];
  readonly why: string | null;
}

/** Plans, their baselines and their history: one plan a project. */
export interface Plans {
  /** `null` where the project has none. */
  read(projectId: string): Promise<StoredPlan | null>;
  /**
   * Moves the plan on by one revision, from `next.revision - 1`, and logs the change: both or neither. `writer` is a mark
   * that nobody else has.
   * @returns false where somebody else did so first.
   */
  advance(next: StoredPlan, change: PlanChange, writer: string): Promise<boolean>;
  /** Newest first. */
  baselines(projectId: string): Promise<Baseline[]>;
  /** The newest; `null` where there is none. */
  activeBaseline(projectId: string): Promise<Baseline | null>;
  /** Adds a baseline under a number that is free, and logs it. @returns false where somebody else took the number first. */
  addBaseline(baseline: Baseline, change: PlanChange, writer: string): Promise<boolean>;
}
