import { datesOnEarth } from '../../domain/calendar';
import { type Clause, datesOpened, planSweep, type SweepInput } from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import type { CommitmentQuery } from '../../ports/issues';
import type { ProjectWorld, World } from './world';

/** What to ask Jira in this run: projects that ask for the same share a clause, and all share one query. */
export function queryOf({ people, sights, projects }: World, now: Date): CommitmentQuery {
  const earth = datesOnEarth(now);
  const asked = projects.flatMap((project) => {
    const { config, memory, context } = project;
    const sweep = {
      roster: sights.rosterOf(config.projectId, people.roster),
      people: context.people,
      policy: context.policy,
      sweptUntil: memory.sweptUntil === null ? null : new Date(memory.sweptUntil),
      now,
      datesOnEarth: earth,
      leftAloneUpTo: context.leftAloneUpTo,
    };
    return planSweep({ ...sweep, items: itemsOf(project, sweep) }).map((clause) => ({ config, clause }));
  });
  const shared = groupBy(asked, ({ config, clause }) => JSON.stringify([config.actionQuery, clause]));
  return [...shared.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { config, clause } = first;
    return [
      {
        projectIds: group.map((one) => one.config.projectId),
        actionQuery: config.actionQuery,
        clause,
      },
    ];
  });
}

/** Issues to read by id: what was touched, and what was promised for another date than Jira knows. */
function itemsOf({ choices, touched }: ProjectWorld, sweep: Omit<SweepInput, 'items'>): string[] {
  const firing = choices.size > 0 ? datesOpened(sweep) : new Set<string>();
  const promised = [...choices.values()].filter((choice) => firing.has(choice.promised?.date ?? ''));
  const ids = [
    ...touched.map(({ issueId }) => issueId),
    ...promised.map(({ commitmentId }) => commitmentId.replace(/^jira:/, '')),
  ];
  return [...new Set(ids)].filter((id) => /^\d+$/.test(id));
}

/** Asks for these issues again, each in its own project. */
export function itemsQuery(
  items: readonly { readonly project: ProjectWorld; readonly issueId: string }[],
): CommitmentQuery {
  return [...groupBy(items, ({ project }) => project)].map(([{ config }, own]) => ({
    projectIds: [config.projectId],
    actionQuery: config.actionQuery,
    clause: { kind: 'items', ids: [...new Set(own.map(({ issueId }) => issueId))] } satisfies Clause,
  }));
}
