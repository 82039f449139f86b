import { addDays, datesOnEarth, type LocalDate } from '../../domain/calendar';
import { datesThatFire, firesForOwner, laddersOf, type Policy, planSweep } from '../../domain/commitments';
import type { TaskQuery } from '../../ports/tasks';
import type { ProjectWorld, World } from './world';

/** One question to Confluence, with the projects that have the very same one. */
export interface TaskAsk {
  readonly query: TaskQuery;
  readonly projectIds: readonly string[];
}

/** A project with what its settings come to in Confluence. */
export interface TaskProject {
  readonly project: ProjectWorld;
  /** Spaces of which every page counts, and those that hold the page trees. */
  readonly spaceIds: readonly string[];
  readonly treeSpaceIds: readonly string[];
  /** The end of the last finished look at its tasks; `null` before the first. */
  readonly sweptUntil: Date | null;
}

/** Ids stand in the address, which must not grow beyond what gateways take. */
const MOST_IDS = 100;

type Bounds = Omit<TaskQuery, 'spaceIds'>;

/**
 * What to ask in this run: of people whose delivery time has come since the last one what they owe, of whom the chain
 * tells everything, and what is new. In an hour in which nobody's delivery time comes, only what is new is asked for.
 * Confluence cannot be asked for tasks of people whom we have not met. So once a day, in the lead's morning, everybody's
 * are read that are due for a message until the same hour tomorrow: nobody's morning comes before they are met.
 * Projects with the same rules share a question.
 */
export function asksOf(projects: readonly TaskProject[], { people }: World, now: Date): TaskAsk[] {
  const shared = new Map<string, { bounds: Bounds; spaceIds: Set<string>; projectIds: Set<string> }>();
  const earth = datesOnEarth(now);
  for (const { project, spaceIds, treeSpaceIds, sweptUntil } of projects) {
    const { context, config } = project;
    const { policy } = context;
    const sweep = { roster: people.roster, people: context.people, policy, sweptUntil, now, items: [] };
    for (const bounds of boundsOf(
      planSweep({ ...sweep, datesOnEarth: earth }),
      sweptUntil,
      datesAhead(policy, earth),
    )) {
      const key = JSON.stringify(bounds);
      const ask = shared.get(key) ?? { bounds, spaceIds: new Set(), projectIds: new Set() };
      for (const id of [...spaceIds, ...treeSpaceIds]) ask.spaceIds.add(id);
      ask.projectIds.add(config.projectId);
      shared.set(key, ask);
    }
  }
  return [...shared.values()].flatMap(({ bounds, spaceIds, projectIds }) =>
    chunks([...spaceIds].sort()).map((ids) => ({
      query: { ...bounds, spaceIds: ids },
      projectIds: [...projectIds],
    })),
  );
}

/** What owners are told about on the day after the last one that it is anywhere now. */
function datesAhead(policy: Policy, earth: readonly LocalDate[]): LocalDate[] {
  const last = earth.toSorted().at(-1);
  if (last === undefined) return [];
  return laddersOf(policy).flatMap((ladder) =>
    datesThatFire(addDays(last, 1), ladder, policy.calendar, firesForOwner),
  );
}

function boundsOf(
  clauses: ReturnType<typeof planSweep>,
  sweptUntil: Date | null,
  ahead: readonly LocalDate[],
): Bounds[] {
  const dated = clauses.filter((clause) => clause.kind !== 'items');
  // Before the first look nobody who owes a task has been met: everything that can fire anywhere is read once.
  if (sweptUntil === null) return range([...dated.flatMap(({ dates }) => dates), ...ahead], null, null);
  const bounds = dated.flatMap((clause) => {
    switch (clause.kind) {
      case 'owners':
        return range(clause.dates, clause.among.length > MOST_IDS ? null : clause.among, null);
      case 'chain':
        return range(clause.dates, null, null);
      case 'recent':
        return range([...clause.dates, ...ahead], null, clause.createdFrom);
      // The lead's morning. Tasks without an owner are nobody's, but this is when strangers are met.
      case 'unowned':
        return range([...clause.dates, ...ahead], null, null);
      case 'strangers':
        return [];
    }
  });
  return bounds.filter((one, n) => !bounds.some((other, m) => m !== n && holds(other, one, m < n)));
}

/** True where the answer to `one` is part of the answer to `other`; of two that are the same, the first is kept. */
function holds(other: Bounds, one: Bounds, isFirst: boolean): boolean {
  if (other.among !== null || other.createdFrom !== null) return false;
  const from = (other.dueFrom ?? '') <= (one.dueFrom ?? '');
  const to = (other.dueTo ?? '') >= (one.dueTo ?? '');
  const isSame = JSON.stringify(other) === JSON.stringify(one);
  return from && to && (!isSame || isFirst);
}

function range(
  dates: readonly LocalDate[],
  among: readonly string[] | null,
  createdFrom: Date | null,
): Bounds[] {
  const sorted = [...dates].sort();
  const [dueFrom] = sorted;
  const dueTo = sorted.at(-1);
  if (dueFrom === undefined || dueTo === undefined || among?.length === 0) return [];
  return [{ dueFrom, dueTo, among: among && [...among].sort(), createdFrom }];
}

/** Ids in as many parts as addresses can carry. */
export function chunks(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) parts.push(ids.slice(start, start + MOST_IDS));
  return parts;
}
