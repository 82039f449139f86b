import type { Random } from '../../sandbox/seed/random';
import { dateOf, ownerIn } from './items';
import type { TenantChange, TenantItem, TenantPerson, TenantProject } from './types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface ChangeCounts {
  readonly resolve: number;
  readonly move: number;
  readonly assign: number;
  readonly create: number;
}

export interface ChangeInput {
  readonly start: number;
  readonly days: number;
  readonly people: readonly TenantPerson[];
  readonly projects: readonly TenantProject[];
  readonly commitments: readonly TenantItem[];
  readonly counts: ChangeCounts;
  /** The number that the next issue of a project gets. */
  readonly nextNumber: ReadonlyMap<string, number>;
}

/** In the middle of an hour: what a tick set going is over by then, and the next one is not near. */
const momentIn = (random: Random, start: number, days: number): number =>
  start + random.int(0, days * 24 - 2) * HOUR + random.int(20, 45) * 60_000;

/** What people do during the week: each commitment is touched at most once, so that each change stands for itself. */
export function makeChanges(random: Random, input: ChangeInput): TenantChange[] {
  const { start, days, counts, commitments, projects } = input;
  const byKey = new Map(projects.map((project) => [project.key, project]));
  const active = new Set(input.people.filter((person) => person.active).map(({ accountId }) => accountId));
  const drawn = random.shuffle(commitments);
  const draw = (count: number): TenantItem[] => drawn.splice(0, count);
  const memberOf = (project: TenantProject): string =>
    random.pick(project.team.filter((accountId) => active.has(accountId)));
  const stem = ({ projectKey, number }: TenantItem) => {
    const project = byKey.get(projectKey) as TenantProject;
    return { project, at: momentIn(random, start, days), by: memberOf(project), projectKey, number };
  };

  const changes: TenantChange[] = [];
  for (const item of draw(counts.resolve)) {
    const { project: _project, ...change } = stem(item);
    changes.push({ ...change, do: 'resolve' });
  }
  for (const item of draw(counts.move)) {
    const { project: _project, ...change } = stem(item);
    // Mostly put off, now and then brought forward or dated back.
    const dueDate = dateOf(start + random.int(-3, 14) * DAY);
    if (dueDate !== item.dueDate) changes.push({ ...change, do: 'move', dueDate });
  }
  for (const item of draw(counts.assign)) {
    const { project, ...change } = stem(item);
    changes.push({ ...change, do: 'assign', ownerId: memberOf(project) });
  }
  return [...changes, ...creations(random, input, memberOf)].sort((a, b) => a.at - b.at);
}

/** New issues, numbered in the order in which they come, as the site will number them. */
function creations(
  random: Random,
  { start, days, projects, people, counts, nextNumber }: ChangeInput,
  memberOf: (project: TenantProject) => string,
): TenantChange[] {
  const numbers = new Map(nextNumber);
  const active = new Set(people.filter((person) => person.active).map(({ accountId }) => accountId));
  return Array.from({ length: counts.create }, () => momentIn(random, start, days))
    .sort((a, b) => a - b)
    .map((at) => {
      const project = random.pick(projects);
      const number = numbers.get(project.key) ?? 1;
      numbers.set(project.key, number + 1);
      const ownerId = ownerIn(random, project);
      return {
        at,
        by: memberOf(project),
        projectKey: project.key,
        number,
        do: 'create' as const,
        // Jira takes no inactive assignee.
        ownerId: ownerId !== null && active.has(ownerId) ? ownerId : null,
        dueDate: dateOf(at + random.int(-1, 9) * DAY),
      };
    });
}
