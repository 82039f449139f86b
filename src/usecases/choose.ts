import { addDays, isLocalDate, type LocalDate, localDate } from '../domain/calendar';
import type { LiveCommitment } from '../domain/commitments';
import { AppError } from '../errors';
import type { Access } from '../ports/access';
import type { Choice, Choices } from '../ports/choices';
import type { Issues } from '../ports/issues';
import type { Projects } from '../ports/projects';
import { say } from '../words';

export interface ChooseDeps {
  readonly choices: Choices;
  readonly projects: Pick<Projects, 'touch'>;
  /** With the rights of the person who chooses. */
  readonly issues: Pick<Issues, 'live'>;
  readonly access: Access;
}

/** Who chooses, about what, and when. Actor and item come from the trusted context. */
export interface Chooser {
  readonly actor: string;
  readonly commitmentId: string;
  readonly now: Date;
}

/** The farthest that a reminder may be put off. */
const FARTHEST_DAYS = 366;

/** Who owes it decides about it, whatever else they may do. */
export const isOwner = ({ owner }: Pick<LiveCommitment, 'owner'>, actor: string): boolean =>
  owner?.accountId === actor;

/** True for the owner, and for people who may edit the issue. */
async function mayChoose(
  { access }: Pick<ChooseDeps, 'access'>,
  item: LiveCommitment,
  actor: string,
): Promise<boolean> {
  return isOwner(item, actor) || access.can('EDIT_ISSUES', item.projectId);
}

/**
 * No reminders to the owner before `until`. The chain is not silenced by it.
 * @throws AppError BAD_INPUT for a date that cannot be, FORBIDDEN for somebody else's item
 */
export async function snooze(
  deps: ChooseDeps,
  chooser: Chooser,
  until: LocalDate,
  reason: string,
): Promise<Choice> {
  const item = await chosenItem(deps, chooser);
  checkDate(until, addDays(today(item, chooser), 1), today(item, chooser), 'until');
  return save(deps, chooser, item, { snoozedUntil: until, reason });
}

/**
 * Another date is promised: the ladder starts again for it, and the first promise stays visible.
 * @throws AppError BAD_INPUT, FORBIDDEN as above
 */
export async function promise(
  deps: ChooseDeps,
  chooser: Chooser,
  date: LocalDate,
  reason: string,
): Promise<Choice> {
  const item = await chosenItem(deps, chooser);
  if (item.dueDate === null)
    throw new AppError('BAD_INPUT', say('problem.noDueDate'), {
      fields: { date: say('problem.setDueDate') },
    });
  checkDate(date, today(item, chooser), today(item, chooser), 'date');
  return save(deps, chooser, item, { promised: { date, firstDate: item.dueDate }, reason });
}

/** Reminders go on at once; a date that was promised stays. @throws AppError FORBIDDEN */
export async function wake(deps: ChooseDeps, chooser: Chooser): Promise<void> {
  const item = await chosenItem(deps, chooser);
  const before = await deps.choices.get(item.id);
  if (before === null) return;
  if (before.promised === null) await deps.choices.remove(item.id);
  else await deps.choices.save({ ...before, snoozedUntil: null });
  await touch(deps, item);
}

/** Takes back what was chosen about the item. @throws AppError FORBIDDEN */
export async function undo(deps: ChooseDeps, chooser: Chooser): Promise<void> {
  const item = await chosenItem(deps, chooser);
  await deps.choices.remove(item.id);
  await touch(deps, item);
}

async function chosenItem(deps: ChooseDeps, { actor, commitmentId }: Chooser): Promise<LiveCommitment> {
  const item = (await deps.issues.live([commitmentId])).get(commitmentId);
  if (!item) throw new AppError('NOT_FOUND', say('problem.itemGone'));
  if (await mayChoose(deps, item, actor)) return item;
  throw new AppError('FORBIDDEN', say('problem.ownerOnly'));
}

const today = (item: LiveCommitment, { now }: Chooser): LocalDate =>
  localDate(now, item.owner?.zone ?? 'UTC');

function checkDate(date: LocalDate, earliest: LocalDate, from: LocalDate, field: string): void {
  const problem = !isLocalDate(date)
    ? say('problem.noSuchDate')
    : date < earliest
      ? say('problem.dateTooEarly', { date: { date: earliest } })
      : date > addDays(from, FARTHEST_DAYS)
        ? say('problem.dateTooLate')
        : null;
  if (problem) throw new AppError('BAD_INPUT', problem, { fields: { [field]: problem } });
}

async function save(
  deps: ChooseDeps,
  { actor, now }: Chooser,
  item: LiveCommitment,
  change: Partial<Choice>,
): Promise<Choice> {
  const before = await deps.choices.get(item.id);
  const choice: Choice = {
    commitmentId: item.id,
    projectId: item.projectId,
    snoozedUntil: before?.snoozedUntil ?? null,
    promised: before?.promised ?? null,
    reason: '',
    ...change,
    by: actor,
    at: now.toISOString(),
  };
  await deps.choices.save(choice);
  await touch(deps, item);
  return choice;
}

/** The choice may change what is due today: the next run looks at the item. */
const touch = ({ projects }: ChooseDeps, { projectId, target }: LiveCommitment): Promise<void> =>
  target.kind === 'issue' ? projects.touch(projectId, target.id) : Promise.resolve();
