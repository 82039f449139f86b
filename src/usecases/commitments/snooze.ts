import type { LocalDate } from '../../domain/calendar';
import { isAsked, isEnded } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { Access } from '../../ports/access';
import { snooze } from '../choose';
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
  { projectId, actor, commitmentId }: Asking,
  until: LocalDate,
  reason: string,
): Promise<void> {
  if (isAsked({ id: commitmentId }))
    throw new AppError(
      'BAD_INPUT',
      'What a register or a report asks cannot be snoozed: change its date there.',
    );
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
  const chooser = { actor, commitmentId, now: clock.now() };
  await snooze({ choices, projects, access, issues }, chooser, until, reason);
}
