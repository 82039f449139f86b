import { datesOnEarth } from '../domain/calendar';
import {
  type Commitment,
  decide,
  type DecideInput,
  isBacklog,
  planSweep,
  type Policy,
  type ProjectPeople,
  type Roster,
} from '../domain/commitments';
import type { CommitmentQuery, Issues } from '../ports/issues';
import type { ProjectConfig, Projects, SweepMemory } from '../ports/projects';
import { deliver, type DeliveryDeps, type DeliveryOutcome } from './deliver-messages';
import { policyOf } from './policy-of';
import { readBacklog } from './read-backlog';
import { recoverClaims } from './recover-claims';

export interface RemindDeps extends DeliveryDeps {
  readonly issues: Issues;
  readonly projects: Projects;
}

/** Lead and sponsor are read again after this long; a change in between is caught by the next reading. */
const PEOPLE_FRESH_MS = 20 * 3_600_000;

const NOTHING: DeliveryOutcome = { sent: 0, withdrawn: 0, withheld: 0 };

/**
 * One run of the follow-up of one project: recovers what a dead run left, looks at what became due since the last
 * finished run, and sends it. Running it late, twice or at the same time sends nothing twice.
 *
 * @throws AppError RATE_LIMITED or UPSTREAM_DOWN where the platform does not answer: what was not claimed is decided
 *   again by the next run.
 */
export async function remindProject(
  deps: RemindDeps,
  projectId: string,
  now: Date,
): Promise<DeliveryOutcome> {
  const config = await deps.projects.get(projectId);
  if (!config?.enabled || config.switchedOnAt === null) return NOTHING;
  const policy = policyOf(config);
  const switchedOn = new Date(config.switchedOnAt);
  const before = await memoryOf(deps.projects, config);
  const people = await peopleOf(deps.issues, config, before, now);
  const backlog = before.backlog ?? (await readBacklog(deps.issues, projectId, people, policy, switchedOn));
  const context: Omit<DecideInput, 'commitments'> = {
    people,
    policy,
    now,
    isBacklog: (commitment) => isBacklog(backlog, commitment),
  };
  const recovered = await recoverClaims(deps, projectId, context);

  const touched = await deps.projects.touched(projectId);
  const { commitments, looked } = await look(deps.issues, projectId, before, {
    people,
    policy,
    now,
    touched,
  });
  const outcome = await deliver(deps, projectId, decide({ ...context, commitments }), context);

  await deps.projects.remember(projectId, {
    since: config.switchedOnAt,
    sweptUntil: now.toISOString(),
    roster: looked ? withPeopleOf(before.roster, commitments) : before.roster,
    people: { ...people, readAt: peopleReadAt(before, people, now) },
    backlog,
  });
  await deps.projects.untouch(projectId, touched);
  return {
    sent: outcome.sent + recovered.sent,
    withdrawn: outcome.withdrawn + recovered.withdrawn,
    withheld: outcome.withheld,
  };
}

async function memoryOf(projects: Projects, config: ProjectConfig): Promise<SweepMemory> {
  const memory = await projects.memory(config.projectId);
  if (memory && memory.since === config.switchedOnAt) return memory;
  return {
    since: config.switchedOnAt,
    sweptUntil: null,
    roster: memory?.roster ?? {},
    people: null,
    backlog: null,
  };
}

function isFresh(memory: SweepMemory, now: Date): boolean {
  return memory.people !== null && now.getTime() - Date.parse(memory.people.readAt) < PEOPLE_FRESH_MS;
}

async function peopleOf(
  issues: Issues,
  config: ProjectConfig,
  memory: SweepMemory,
  now: Date,
): Promise<ProjectPeople> {
  if (memory.people && isFresh(memory, now)) return memory.people;
  return issues.people(config.projectId, config.sponsorId);
}

const peopleReadAt = (memory: SweepMemory, people: ProjectPeople, now: Date): string =>
  memory.people && memory.people === people ? memory.people.readAt : now.toISOString();

interface Look {
  readonly people: ProjectPeople;
  readonly policy: Policy;
  readonly now: Date;
  readonly touched: readonly string[];
}

/** Reads what may be due now; nothing at all where nobody's delivery time has come and nobody is unknown. */
async function look(
  issues: Issues,
  projectId: string,
  memory: SweepMemory,
  { people, policy, now, touched }: Look,
) {
  const sweptUntil = memory.sweptUntil === null ? null : new Date(memory.sweptUntil);
  const plan = planSweep({
    roster: memory.roster,
    people,
    policy,
    sweptUntil,
    now,
    datesOnEarth: datesOnEarth(now),
  });
  const query: CommitmentQuery = {
    projectId,
    ...(plan.ownerDates.length > 0
      ? { owners: { dates: plan.ownerDates, among: plan.owners, unowned: plan.unowned } }
      : {}),
    ...(plan.strangerDates.length > 0
      ? { strangers: { dates: plan.strangerDates, notAmong: plan.known } }
      : {}),
    // The events that touch an issue come up to minutes late, or not at all: what is new is asked for as well.
    ...(plan.strangerDates.length > 0 && sweptUntil
      ? { recent: { dates: plan.strangerDates, createdFrom: sweptUntil } }
      : {}),
    ...(plan.chainDates.length > 0 ? { dates: plan.chainDates } : {}),
    ...(touched.length > 0 ? { issueIds: touched } : {}),
  };
  const looked = Boolean(query.owners ?? query.strangers ?? query.dates ?? query.issueIds);
  return { looked, commitments: looked ? await issues.commitments(query) : [] };
}

/** The roster with everyone who owns something that was just read: zones and activity as they are now. */
function withPeopleOf(roster: Roster, commitments: readonly Commitment[]): Roster {
  const met = commitments.flatMap(({ owner }) =>
    owner ? [[owner.accountId, { zone: owner.zone, active: owner.active }] as const] : [],
  );
  return { ...roster, ...Object.fromEntries(met) };
}
