import { addDays, instantAt, localDate } from '../domain/calendar';
import {
  type Clause,
  type Commitment,
  datesThatFire,
  type Fires,
  firesForLevels,
  firesForOwner,
  type IntendedMessage,
  type Ladder,
  laddersOf,
  type Policy,
} from '../domain/commitments';
import type { Issues } from '../ports/issues';
import type { ProjectConfig } from '../ports/projects';
import type { TaskSource } from '../ports/tasks';
import { asSwitchedOn, groundOf, promisedIssues } from './commitments/ground';
import type { FollowUpDeps, ProjectContext } from './follow-up/deps';
import { decideSeen } from './follow-up/sights';
import { askedToPreview } from './preview-asked';
import { type PreviewTaskDeps, tasksToPreview } from './preview-tasks';

export interface PlannedMessage extends IntendedMessage {
  /** When it would be sent. */
  readonly at: Date;
}

export interface Plan {
  readonly messages: readonly PlannedMessage[];
  /** True where more items are due than are shown. */
  readonly cut: boolean;
}

export interface PreviewDeps extends FollowUpDeps, PreviewTaskDeps {
  /** Reads with the rights of the person who looks: nobody is shown an item that they may not see. */
  readonly visible: Pick<Issues, 'commitments' | 'live' | 'find' | 'carrying'>;
  readonly visibleTasks: Pick<TaskSource, 'tasks' | 'pages'>;
}

const HOUR_MS = 3_600_000;
const AT_MOST = 1_000;

/**
 * What the follow-up would send in the next days if nothing changed, earliest first. It runs the very decide step of
 * sending at each hour in which somebody's delivery time comes, and leaves out what the ledger knows.
 */
export async function previewProject(deps: PreviewDeps, projectId: string, days: number): Promise<Plan> {
  return previewConfig(deps, await asSwitchedOn(deps, projectId), days);
}

/** The same for settings that need not be saved, of a project that they switch on. */
export async function previewConfig(deps: PreviewDeps, saved: ProjectConfig, days: number): Promise<Plan> {
  const { projectId } = saved;
  const { project, people } = await groundOf(deps, saved);
  const { context, config } = project;
  const until = new Date(context.now.getTime() + days * 24 * HOUR_MS);
  const dates = datesWithin(context, days);
  const seen = await visibleOf(deps, promisedIssues(project));
  const clauses: Clause[] = [
    ...(dates.length > 0 ? [{ kind: 'chain' as const, dates }] : []),
    ...(seen.length > 0 ? [{ kind: 'items' as const, ids: seen }] : []),
  ];
  const items: Commitment[] = [];
  let next: string | null = null;
  do {
    if (clauses.length === 0) break;
    const page = await deps.visible.commitments(
      clauses.map((clause) => ({
        projectIds: [projectId],
        actionQuery: config.actionQuery,
        clause,
      })),
      next,
    );
    items.push(...page.commitments);
    next = page.next;
  } while (next !== null && items.length < AT_MOST);
  const tasks = await tasksToPreview(deps, project, people, dates, AT_MOST);
  const asked = await askedToPreview(deps, project, people, (ladder) => datesWithin(context, days, [ladder]));
  const messages = await plan(deps, [...items, ...tasks.commitments, ...asked], context, until);
  return { messages, cut: next !== null || tasks.cut };
}

/** A search by an id that is gone, or hidden from who looks, is refused as a whole: only these may be named. */
async function visibleOf({ visible }: PreviewDeps, ids: readonly string[]): Promise<string[]> {
  const found =
    ids.length > 0 ? await visible.live(ids.map((id) => `jira:${id}`)) : new Map<string, unknown>();
  return ids.filter((id) => found.has(`jira:${id}`));
}

/** Every due date that can fire on some day of the window, anywhere on earth. */
function datesWithin(
  { policy, now }: ProjectContext,
  days: number,
  ladders: readonly Ladder[] = laddersOf(policy),
): string[] {
  const first = addDays(localDate(now, 'UTC'), -1);
  const fires: Fires[] = [firesForOwner, firesForLevels(() => true)];
  const dates = new Set<string>();
  for (let n = 0; n <= days + 2; n += 1) {
    for (const ladder of ladders) {
      for (const fire of fires)
        for (const date of datesThatFire(addDays(first, n), ladder, policy.calendar, fire)) dates.add(date);
    }
  }
  return [...dates].sort();
}

/** What would be sent about these items until then, and was not sent yet; earliest first. */
export async function plan(
  deps: Pick<PreviewDeps, 'ledger' | 'log' | 'visibility'>,
  items: readonly Commitment[],
  context: ProjectContext,
  until: Date,
): Promise<PlannedMessage[]> {
  const effective = items.map(context.effective);
  const planned = new Map<string, PlannedMessage>();
  for (const at of ticks(effective, context, until)) {
    for (const message of await decideSeen(deps, effective, { ...context, now: at })) {
      if (message.withheld === undefined && !planned.has(message.key))
        planned.set(message.key, { ...message, at });
    }
  }
  const known = await deps.ledger.known([...planned.keys()]);
  return [...planned.values()].filter(({ key }) => !known.has(key));
}

/** The full hours in which somebody's delivery time comes, and the next one, which catches up what is open today. */
function ticks(items: readonly Commitment[], { people, policy, now }: ProjectContext, until: Date): Date[] {
  const persons = [
    people.lead,
    people.sponsor,
    ...Object.values(people.named),
    ...items.flatMap(({ owner, asked }) => [owner, ...Object.values(asked?.named ?? {})]),
  ];
  const zones = new Set(persons.flatMap((person) => (person ? [person.zone] : [])));
  // A run of this very hour has been, or is under way.
  const next = nextHour(new Date(now.getTime() + 1));
  const hours = new Set([next.getTime()]);
  for (const zone of zones) for (const at of deliveries(zone, policy, next, until)) hours.add(at);
  return [...hours]
    .filter((at) => at <= until.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}

function deliveries(zone: string, { deliveryTime }: Policy, from: Date, until: Date): number[] {
  const hours: number[] = [];
  for (let date = localDate(from, zone); ; date = addDays(date, 1)) {
    const at = nextHour(instantAt(date, deliveryTime, zone)).getTime();
    if (at > until.getTime()) return hours;
    if (at >= from.getTime()) hours.push(at);
  }
}

/** The trigger is hourly; the sandbox fires it at the full hour, a site at its own minute. */
export const nextHour = (instant: Date): Date => new Date(Math.ceil(instant.getTime() / HOUR_MS) * HOUR_MS);
