import { datesOnEarth } from '../../domain/calendar';
import {
  datesOpened,
  daysToTell,
  isBacklog,
  planSweep,
  type SweepInput,
  wasBacklog,
} from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { Channel, Choice } from '../../ports/choices';
import type { ClauseGroup, CommitmentQuery } from '../../ports/issues';
import type { ProjectConfig, SweepMemory, Touch } from '../../ports/projects';
import { inParallel } from '../parallel';
import { policyOf } from '../policy-of';
import { readBacklog } from './backlog';
import type { FollowUpDeps, ProjectContext } from './deps';
import { leadOf, namedIn, People, peopleOf } from './people';
import { Sights } from './sights';

/** One project as one run sees it. */
export interface ProjectWorld {
  readonly config: ProjectConfig;
  readonly memory: SweepMemory;
  readonly context: ProjectContext;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly touched: readonly Touch[];
}

export interface World {
  readonly people: People;
  readonly sights: Sights;
  readonly projects: readonly ProjectWorld[];
  /** Projects that could not be looked at, and why; they do not stop the others. */
  readonly broken: readonly { readonly projectId: string; readonly why: string }[];
}

const READS = 8;

/** Reads settings, memory, people and choices of these projects, or of every project that is switched on. */
export async function readWorld(
  deps: FollowUpDeps,
  now: Date,
  only?: readonly ProjectConfig[],
): Promise<World> {
  const configs = only ?? (await deps.projects.enabled()).filter(({ switchedOnAt }) => switchedOnAt !== null);
  const people = new People(await deps.directory.read(), now);
  const all = configs.map(({ projectId }) => projectId);
  const sights = new Sights(await deps.sightMemory.read(), now, all);
  const channels = await deps.choices.channels();
  const broken: { projectId: string; why: string }[] = [];
  const guarded = <T>(config: ProjectConfig, read: () => Promise<T>): Promise<T | null> =>
    read().catch((error: unknown) => {
      // A project that is gone or out of reach is reported; an outage ends the run, which comes back.
      if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT', 'UPSTREAM_SHAPE')) throw error;
      broken.push({ projectId: config.projectId, why: error.message });
      return null;
    });

  const led = await inParallel(configs, READS, (config) =>
    guarded(config, async () => {
      const memory = await memoryOf(deps, config);
      const lead = await leadOf(deps.issues, config, memory, now);
      // Another lead lives by another clock, on which today's delivery time may have passed unseen: look at all of today.
      const isOther = memory.lead !== null && memory.lead.accountId !== lead.accountId;
      return { config, memory: { ...memory, lead, sweptUntil: isOther ? null : memory.sweptUntil } };
    }),
  );
  const present = led.filter((entry) => entry !== null);
  await people.look(
    deps.issues,
    present.flatMap(({ config, memory }) =>
      [memory.lead.accountId, config.sponsorId, ...namedIn(config)].filter((id) => id !== null),
    ),
  );
  const projects = await inParallel(present, READS, ({ config, memory }) =>
    guarded(config, () => projectWorld(deps, config, memory, { people, sights, channels, now })),
  );
  return { people, sights, projects: projects.filter((project) => project !== null), broken };
}

async function memoryOf({ projects }: FollowUpDeps, config: ProjectConfig): Promise<SweepMemory> {
  const memory = await projects.memory(config.projectId);
  if (memory?.since === config.switchedOnAt && memory) return memory;
  return { since: config.switchedOnAt, sweptUntil: null, lead: null, backlog: null };
}

interface Tenant {
  readonly people: People;
  readonly sights: Sights;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly now: Date;
}

async function projectWorld(
  deps: FollowUpDeps,
  config: ProjectConfig,
  memory: SweepMemory,
  { people, sights, channels, now }: Tenant,
): Promise<ProjectWorld> {
  const { projectId, digestTarget } = config;
  const policy = await policyOf(deps.holidays, config, now);
  const team = peopleOf(people, config, memory.lead?.accountId ?? null);
  const switchedOn = new Date(config.switchedOnAt ?? now);
  const backlog = memory.backlog ?? (await readBacklog(deps.issues, config, team, policy, switchedOn));
  const choices = new Map(
    (await deps.choices.ofProject(projectId)).map((choice) => [choice.commitmentId, choice]),
  );
  const context: ProjectContext = {
    projectId,
    sights,
    canSee: sights.canSee,
    daysToTell: ({ accountId, zone }, at) => daysToTell({ ...people.roster[accountId], zone }, at),
    effective: (item) => {
      const promised = choices.get(item.id)?.promised;
      // A promise is about the date that the item had; once the item's own date moves, that one counts.
      return promised?.firstDate === item.dueDate && promised
        ? { ...item, dueDate: promised.date, firstDate: promised.firstDate }
        : item;
    },
    people: team,
    policy,
    now,
    isBacklog: (commitment) =>
      isBacklog(backlog, commitment, () => wasBacklog(commitment, team, policy, switchedOn)),
    snoozedUntil: ({ id }) => choices.get(id)?.snoozedUntil ?? null,
    digestFor: new Set(Object.keys(channels).filter((id) => channels[id] === 'digest')),
    digestTarget,
  };
  return {
    config,
    memory: { ...memory, backlog },
    context,
    choices,
    touched: await deps.projects.touched(projectId),
  };
}

/** What to ask Jira in this run: projects that ask for the same share a clause, and all share one query. */
export function queryOf({ people, sights, projects }: World, now: Date): CommitmentQuery {
  const groups = new Map<string, { projectIds: string[] } & Omit<ClauseGroup, 'projectIds'>>();
  const earth = datesOnEarth(now);
  for (const project of projects) {
    const { config, memory, context } = project;
    const sweptUntil = memory.sweptUntil === null ? null : new Date(memory.sweptUntil);
    const sweep = {
      roster: sights.rosterOf(project.config.projectId, people.roster),
      people: context.people,
      policy: context.policy,
      sweptUntil,
      now,
      datesOnEarth: earth,
    };
    for (const clause of planSweep({ ...sweep, items: itemsOf(project, sweep) })) {
      const { actionQuery, projectId } = config;
      const key = JSON.stringify([actionQuery, clause]);
      const group = groups.get(key) ?? { projectIds: [], actionQuery, clause };
      group.projectIds.push(projectId);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
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
