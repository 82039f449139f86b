import type { LocalDate } from '../calendar';
import type { Target } from './commitment';
import type { Ladder } from './policy';

/**
 * Something that a record or a report of Docket's own asks of people by a date. It is derived and can be derived again;
 * it is kept so that what is due can be found by its date, without a search.
 */
export interface Obligation {
  /** `record:10042:risk:review`. */
  readonly id: string;
  /** What asks: `record:10042:risk`. */
  readonly subject: string;
  readonly projectId: string;
  readonly target: Target;
  readonly summary: string;
  /** What is asked, in a few words: `Review, R-12`. */
  readonly rule: string;
  readonly dueDate: LocalDate;
  /** Account ids; each owes it. Nobody: the project lead is told instead, as of any commitment without an owner. */
  readonly people: readonly string[];
  /** `chain`: nobody owes it, the escalation chain is told of it, each level once. */
  readonly tells: 'people' | 'chain';
  /** What the chain is told, in place of the date that has passed. */
  readonly news: string | null;
  /** `null`: the project's own. */
  readonly ladder: Ladder | null;
}

export interface ObligationChanges {
  readonly put: readonly Obligation[];
  readonly remove: readonly string[];
}

/** What has to be written so that `now` is kept in place of `before`. */
export function changedObligations(
  before: readonly Obligation[],
  now: readonly Obligation[],
): ObligationChanges {
  const kept = new Map(before.map((obligation) => [obligation.id, JSON.stringify(obligation)]));
  const ids = new Set(now.map(({ id }) => id));
  return {
    put: now.filter((obligation) => kept.get(obligation.id) !== JSON.stringify(obligation)),
    remove: [...kept.keys()].filter((id) => !ids.has(id)),
  };
}

/** The chain told at once: its first level on the first working day after the date, the others as long after it as before. */
export function atOnce({ escalations }: Pick<Ladder, 'escalations'>): Ladder['escalations'] {
  const [first] = escalations;
  if (!first) return [{ day: 1, to: { kind: 'lead' } }];
  return escalations.map(({ day, to }) => ({ day: Math.max(1, day - first.day + 1), to }));
}

/** Ladders of their own by how many working days they reach: most reach no farther than the first. */
export const NEAR_DAYS = 20;
export type Reach = 'project' | 'near' | 'far';

/** What is on the project's ladder is looked for by that one's dates; else it is looked for as far as its class reaches. */
export function reachOf({ ladder }: Pick<Obligation, 'ladder'>): Reach {
  if (ladder === null) return 'project';
  const { leadDays, overdue, escalations } = ladder;
  const farthest = Math.max(0, ...leadDays, overdue?.last ?? 0, ...escalations.map(({ day }) => day));
  return farthest <= NEAR_DAYS ? 'near' : 'far';
}
