import {
  type Commitment,
  daysToTell,
  isIssue,
  type Policy,
  surelyBacklogDate,
  wasBacklog,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { isAppError } from '../../errors';
import type { Channel, Choice } from '../../ports/choices';
import type { ProjectConfig, SweepMemories, SweepMemory, Touch } from '../../ports/projects';
import { inParallel } from '../parallel';
import { policyOf } from '../policy-of';
import { Backlogs } from './backlog';
import type { FollowUpDeps, ProjectContext } from './deps';
import { leadOf, namedIn, People, peopleOf } from './people';
import { withReportPages } from './report-pages';
import { Sights } from './sights';
import type { Broken } from './source';

/** One project as one run sees it. */
export interface ProjectWorld {
  readonly config: ProjectConfig;
  readonly memory: SweepMemory;
  readonly context: ProjectContext;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly touched: readonly Touch[];
}

export interface World {
  readonly now: Date;
  readonly people: People;
  readonly sights: Sights;
  readonly backlogs: Backlogs;
  readonly projects: readonly ProjectWorld[];
  /** What was remembered of all projects, those included that are not looked at now. */
  readonly memories: SweepMemories;
  /** True where projects are left out that a run with more to spend would have looked at. */
  readonly isPartial: boolean;
  /** Projects that could not be looked at; they do not stop the others. */
  readonly broken: readonly Broken[];
}

const READS = 8;

/** Everything that is kept of all projects, each kind in one look. */
interface Kept {
  readonly memories: SweepMemories;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
  readonly touched: ReadonlyMap<string, readonly Touch[]>;
}

/** Reads settings, memory, people and choices of every project that is switched on. */
export async function readWorld(deps: FollowUpDeps, now: Date): Promise<World> {
  const configs = (await deps.projects.enabled()).filter(({ switchedOnAt }) => switchedOnAt !== null);
  const touched = groupBy(await deps.projects.touched(), ({ projectId }) => projectId);
  return worldOf(deps, now, configs, { choices: await deps.choices.all(), touched });
}

/** The same of one project, whether a run has looked at it or not. */
export async function readProject(deps: FollowUpDeps, now: Date, config: ProjectConfig): Promise<World> {
  const choices = await deps.choices.ofProject(config.projectId);
  const world = await worldOf(deps, now, [config], { choices, touched: new Map() });
  const left = await leaveOut(world, () => false);
  await left.backlogs.load([config.projectId]);
  return left;
}

/** The world without the projects whose backlog is not known and cannot be read now. */
export async function leaveOut(world: World, isOver: () => boolean): Promise<World> {
  const unread = await world.backlogs.read(world.projects, isOver);
  if (unread.size === 0) return world;
  return {
    ...world,
    isPartial: [...unread.values()].includes(null),
    projects: world.projects.filter(({ config }) => !unread.has(config.projectId)),
    broken: [
      ...world.broken,
      ...[...unread].flatMap(([projectId, error]) => (error ? [{ projectId, why: error.words }] : [])),
    ],
  };
}

async function worldOf(
  deps: FollowUpDeps,
  now: Date,
  saved: readonly ProjectConfig[],
  { choices, touched }: { readonly choices: readonly Choice[]; readonly touched: Kept['touched'] },
): Promise<World> {
  const configs = await withReportPages(deps.reports, saved);
  const kept: Kept = {
    memories: await deps.projects.memories(),
    channels: await deps.choices.channels(),
    choices: groupBy(choices, ({ projectId }) => projectId),
    touched,
  };
  const people = new People(await deps.directory.read(), now);
  const sights = new Sights(
    await deps.sightMemory.read(),
    now,
    configs.map(({ projectId }) => projectId),
  );
  const backlogs = new Backlogs(deps);
  const broken: Broken[] = [];
  const led = await inParallel(configs, READS, async (config) => {
    try {
      return await withLead(deps, config, memoryOf(kept.memories, config), now);
    } catch (error) {
      // A project that is gone or out of reach is reported; an outage ends the run, which comes back.
      if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT', 'UPSTREAM_SHAPE')) throw error;
      broken.push({ projectId: config.projectId, why: error.words });
      return null;
    }
  });
  const present = led.filter((entry) => entry !== null);
  await people.look(
    deps.issues,
    present.flatMap(({ config, memory }) =>
      [memory.lead.accountId, config.sponsorId, ...namedIn(config)].filter((id) => id !== null),
    ),
  );
  const policies = await policiesOf(deps, configs, now);
  const digestFor = new Set(Object.keys(kept.channels).filter((id) => kept.channels[id] === 'digest'));
  const projects = present.map(({ config, memory }) => {
    if (memory.backlog !== null) backlogs.remembered(config.projectId, memory.backlog);
    const policy = policies(config);
    return projectWorld({ people, sights, backlogs, digestFor, now }, kept, { config, memory, policy });
  });
  return { now, people, sights, backlogs, projects, memories: kept.memories, isPartial: false, broken };
}

/** What is remembered of a project as it is set now: other settings make the next run look at everything. */
function memoryOf(memories: SweepMemories, config: ProjectConfig): SweepMemory {
  const memory = memories[config.projectId];
  const fresh = {
    since: config.switchedOnAt,
    settings: config.savedAt,
    sweptUntil: null,
    lead: null,
    backlog: null,
  };
  if (memory?.since !== config.switchedOnAt) return fresh;
  return memory.settings === config.savedAt ? memory : { ...fresh, backlog: memory.backlog };
}

async function withLead(deps: FollowUpDeps, config: ProjectConfig, memory: SweepMemory, now: Date) {
  const lead = await leadOf(deps.issues, config, memory, now);
  // Another lead lives by another clock, on which today's delivery time may have passed unseen: look at all of today.
  const isOther = memory.lead !== null && memory.lead.accountId !== lead.accountId;
  return { config, memory: { ...memory, lead, sweptUntil: isOther ? null : memory.sweptUntil } };
}

/** Projects with the same rules share one policy, so that what follows from it is worked out once. */
async function policiesOf(
  { holidays }: Pick<FollowUpDeps, 'holidays'>,
  configs: readonly ProjectConfig[],
  now: Date,
): Promise<(config: ProjectConfig) => Policy> {
  const nameOf = ({ policy, holidays: own }: ProjectConfig): string => JSON.stringify([policy, own]);
  const policies = new Map<string, Policy>();
  const names = new Map<string, string>();
  for (const config of configs) {
    const name = nameOf(config);
    names.set(config.projectId, name);
    if (!policies.has(name)) policies.set(name, await policyOf(holidays, config, now));
  }
  return (config) => policies.get(names.get(config.projectId) ?? '') as Policy;
}

/** Who snoozes an issue wants no reminders of what its records ask of them either. */
function choiceOf(
  { id, target, asked, owner }: Commitment,
  choices: ReadonlyMap<string, Choice>,
): Choice | undefined {
  if (!asked || target.kind !== 'issue') return choices.get(id);
  const choice = choices.get(`jira:${target.id}`);
  return choice?.by === owner?.accountId ? choice : undefined;
}

type Tenant = Pick<World, 'people' | 'sights' | 'backlogs' | 'now'> & Pick<ProjectContext, 'digestFor'>;

function projectWorld(
  { people, sights, backlogs, digestFor, now }: Tenant,
  kept: Kept,
  { config, memory, policy }: Pick<ProjectWorld, 'config' | 'memory'> & { readonly policy: Policy },
): ProjectWorld {
  const { projectId, digestTarget } = config;
  const team = peopleOf(people, config, memory.lead?.accountId ?? null);
  const switchedOn = new Date(config.switchedOnAt ?? now);
  const choices = new Map((kept.choices.get(projectId) ?? []).map((choice) => [choice.commitmentId, choice]));
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
      isIssue(commitment) && backlogs.has(commitment, () => wasBacklog(commitment, team, policy, switchedOn)),
    get leftAloneUpTo() {
      return backlogs.kindOf(projectId) === 'by-date' ? surelyBacklogDate(policy, switchedOn) : null;
    },
    snoozedUntil: (commitment) => choiceOf(commitment, choices)?.snoozedUntil ?? null,
    digestFor,
    digestTarget,
  };
  return { config, memory, context, choices, touched: kept.touched.get(projectId) ?? [] };
}
