import type { Random } from '../../sandbox/seed/random';
import type { TenantItem, TenantProject } from './types';

const DAY = 86_400_000;

export const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const UNOWNED_SHARE = 0.05;

/** Calendar days from the week's Monday to due dates that some rule reaches within the week. */
const NEAR = { from: -10, to: 11 } as const;
/** Further back: too late to be chased when Docket is switched on, but within what the ladder reaches. */
const BACKLOG = { share: 0.07, from: -28, to: -11 } as const;
/** Few due dates are set on a weekend. */
const WEEKEND_SHARE = 0.15;

const isWeekend = (instant: number): boolean => [0, 6].includes(new Date(instant).getUTCDay());

/** A due date that follow-up in this week has to do with. */
export function nearDate(random: Random, start: number): string {
  const { from, to } = random.chance(BACKLOG.share) ? BACKLOG : NEAR;
  for (;;) {
    const at = start + random.int(from, to) * DAY;
    if (!isWeekend(at) || random.chance(WEEKEND_SHARE)) return dateOf(at);
  }
}

export const ownerIn = (random: Random, project: TenantProject): string | null =>
  random.chance(UNOWNED_SHARE) ? null : random.pick(project.team);

/** Open issues with a due date that matters this week; busy projects have more of them. */
export function makeCommitments(
  random: Random,
  { start, projects, count }: { start: number; projects: readonly TenantProject[]; count: number },
): Omit<TenantItem, 'number'>[] {
  const weights = projects.map((project) => [project, 0.4 + 1.6 * random.next()] as const);
  return Array.from({ length: count }, () => {
    const project = random.weighted(weights);
    const dueDate = nearDate(random, start);
    const written = Math.min(start, Date.parse(dueDate)) - random.int(1, 40) * DAY;
    return {
      projectKey: project.key,
      ownerId: ownerIn(random, project),
      dueDate,
      created: written + random.int(7, 17) * 3_600_000,
      doneAt: null,
    };
  });
}

const HISTORY_DAYS = 900;

/** What else is in a project: mostly done, some of it with dates of this week; open without a date, or far from one. */
export function* makeRest(
  random: Random,
  { start, projects, count }: { start: number; projects: readonly TenantProject[]; count: number },
): Generator<Omit<TenantItem, 'number'>> {
  for (let i = 0; i < count; i += 1) {
    const project = projects[i % projects.length] as TenantProject;
    // Oldest first, as their numbers are.
    const age = Math.ceil(((count - i) / count) * HISTORY_DAYS) + 30;
    const created = start - age * DAY + random.int(0, DAY - 1);
    const base = { projectKey: project.key, ownerId: ownerIn(random, project), created };
    const kind = random.weighted([
      ['done', 78],
      ['undated', 16],
      ['far', 6],
    ] as const);
    if (kind === 'undated') yield { ...base, dueDate: null, doneAt: null };
    else if (kind === 'far')
      yield {
        ...base,
        dueDate: dateOf(start + (random.chance(0.5) ? random.int(120, 700) : -random.int(120, 700)) * DAY),
        doneAt: null,
      };
    else {
      const doneAt = created + Math.floor(random.next() * (start - created));
      const dueDate = random.chance(0.5) ? dateOf(doneAt + random.int(-10, 10) * DAY) : null;
      yield { ...base, dueDate, doneAt };
    }
  }
}
