import type { LocalDate } from '../../domain/calendar';
import { isAsked, isEnded } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { Access } from '../../ports/access';
import { type ChooseDeps, type Chooser, snooze, wake } from '../choose';
import { say } from '../../words';
import type { Asking } from './ask';
import { groundOf, switchedOn } from './ground';
import { type ItemDeps, visibleSource } from './item';

export interface SnoozeDeps extends ItemDeps {
  readonly access: Access;
}

/**
 * No reminders about an issue or a task before `until`; its owner, and whoever may edit the project's issues, may ask so.
 *
 * @throws AppError BAD_INPUT for what a register or a report asks, or a day that cannot be; FORBIDDEN, NOT_FOUND
 */
export async function snoozeCommitment(
  deps: SnoozeDeps,
  asking: Asking,
  until: LocalDate,
  reason: string,
): Promise<void> {
  const { choosing, chooser } = await choiceOf(deps, asking);
  await snooze(choosing, chooser, until, reason);
}

/**
 * Ends such a snooze before its day, by whoever could have asked for it.
 *
 * @throws AppError BAD_INPUT, FORBIDDEN, NOT_FOUND as above
 */
export async function wakeCommitment(deps: SnoozeDeps, asking: Asking): Promise<void> {
  const { choosing, chooser } = await choiceOf(deps, asking);
  await wake(choosing, chooser);
}

/** What a choice about this commitment needs, with the item as the person who asks sees it. */
async function choiceOf(
  deps: SnoozeDeps,
  { projectId, actor, commitmentId }: Asking,
): Promise<{ readonly choosing: ChooseDeps; readonly chooser: Chooser }> {
  if (isAsked({ id: commitmentId })) throw new AppError('BAD_INPUT', say('problem.askedNotSnoozed'));
  const ground = await groundOf(deps, await switchedOn(deps, projectId));
  const source = visibleSource(deps, ground, commitmentId);
  const issues = {
    live: async (ids: readonly string[]) =>
      new Map(
        [...(await source.live(ground.project, ids))].flatMap(([id, item]) =>
          isEnded(item) || item.projectId !== projectId ? [] : [[id, item] as const],
        ),
      ),
  };
  const { choices, projects, access, clock } = deps;
  return {
    choosing: { choices, projects, access, issues },
    chooser: { actor, commitmentId, now: clock.now() },
  };
}
