import { say, type Words } from '../../words';
import { from, known, type Measure, unknown } from './measure';
import type { ProgressMethod } from './plan';

/** What one part of the project has done, of how much; each with the query that proves it. */
export interface ProgressPart {
  /** The phase; `null`: the project as a whole. */
  readonly name: string | null;
  readonly weight: number;
  readonly done: Measure;
  readonly total: Measure;
  readonly doneJql: string;
  readonly totalJql: string;
}

/** How the page names the method. */
export const methodName = (by: ProgressMethod['by']): Words => say(`plan.method.${by}`);

const METHODS = ['issues', 'storyPoints', 'estimates'] as const;

/** The method that a page calls so; `null` where none is. */
export const methodNamed = (name: string): ProgressMethod['by'] | null =>
  METHODS.find((by) => String(methodName(by)) === name) ?? null;

/**
 * 0 to 1: the parts' shares by their weights. A part without any work in it says nothing, so neither does the whole.
 * Jira's counts are approximate, so a part may seem to have done a little more than there is.
 */
export function percentComplete(parts: readonly ProgressPart[]): Measure {
  const shares = parts.map(({ name, weight, done, total }) =>
    from([done, total], (finished, all) =>
      all > 0
        ? known(weight * Math.min(1, finished / all))
        : unknown(name === null ? say('plan.why.noWork') : say('plan.why.noPhaseWork', { phase: name })),
    ),
  );
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return from(shares, (...values) => known(values.reduce((sum, value) => sum + value, 0) / weights));
}
