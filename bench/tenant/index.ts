import { createRandom } from '../../sandbox/seed/random';
import { type ChangeCounts, makeChanges } from './changes';
import { makeCommitments, makeRest } from './items';
import { makePeople, makeProjects } from './people';
import type { Tenant, TenantItem } from './types';

export * from './types';

export interface TenantOptions {
  readonly projects: number;
  readonly people: number;
  /** All issues, the commitments among them. */
  readonly issues: number;
  readonly commitments: number;
  readonly days: number;
  readonly changes: ChangeCounts;
  readonly seed?: number;
}

/** A Monday, in a week at whose end North America leaves summer time. */
const START = Date.UTC(2026, 9, 26);

/** The tenant that the issue names: 50 projects, 2,000 open commitments, one week. */
export const ONE_TENANT: TenantOptions = {
  projects: 50,
  people: 200,
  issues: 20_000,
  commitments: 2_000,
  days: 7,
  changes: { resolve: 100, move: 50, assign: 50, create: 50 },
};

/**
 * One tenant, the same on every machine. People, projects, commitments and changes depend on the seed alone: another
 * count of issues changes nothing but what lies around them.
 */
export function createTenant(options: TenantOptions): Tenant {
  const { days, seed = 1 } = options;
  const random = createRandom(seed);
  const people = makePeople(random, options.people);
  const projects = makeProjects(random, people, options.projects);
  const restCount = options.issues - options.commitments;
  const rest = () => makeRest(createRandom(seed + 1_000_003), { start: START, projects, count: restCount });

  const last = new Map<string, number>();
  for (const [i, { key }] of projects.entries()) last.set(key, Math.ceil((restCount - i) / projects.length));
  const number = numberer(last);
  const commitments = makeCommitments(random, { start: START, projects, count: options.commitments }).map(
    number,
  );
  const nextNumber = new Map([...last].map(([key, count]) => [key, count + 1]));
  return {
    start: START,
    days,
    people,
    projects,
    changes: makeChanges(random, {
      start: START,
      days,
      people,
      projects,
      commitments,
      counts: options.changes,
      nextNumber,
    }),
    *items() {
      const numbered = numberer(new Map());
      for (const item of rest()) yield numbered(item);
      yield* commitments;
    },
  };
}

/** Numbers items by project, on from what `last` says, which it keeps. */
function numberer(last: Map<string, number>) {
  return (item: Omit<TenantItem, 'number'>): TenantItem => {
    const number = (last.get(item.projectKey) ?? 0) + 1;
    last.set(item.projectKey, number);
    return { ...item, number };
  };
}
