import { isLost } from '../../domain/schedule/jobs';
import { AppError } from '../../errors';
import type { DeadLetter, DeadLetters } from '../../ports/dead-letters';
import type { Ids } from '../../ports/ids';
import type { JobQueue } from '../../ports/schedule';
import { say } from '../../words';

export interface LetterDeps {
  readonly deadLetters: Pick<DeadLetters, 'all' | 'replace'>;
  readonly queue: JobQueue;
  readonly ids: Ids;
}

/** Who deals with letters, and when. */
export interface Handling {
  readonly by: string;
  readonly now: Date;
}

/** True where somebody has to do something: also where the message of a retry was lost on its way. */
export const isOpen = ({ job, state, handled }: DeadLetter, now: Date): boolean =>
  state === 'open' || (state === 'retried' && handled !== null && isLost(job, new Date(handled.at), now));

/**
 * Hands the work of these letters, or of all open ones, to its queue again: once, however many ask for it at a time.
 * @returns how many were handed over by this call.
 */
export async function retryLetters(
  deps: LetterDeps,
  works: readonly string[] | 'all',
  { by, now }: Handling,
): Promise<number> {
  const open = (await deps.deadLetters.all()).filter((letter) => isOpen(letter, now));
  let handedOver = 0;
  for (const letter of open.filter(({ work }) => works === 'all' || works.includes(work))) {
    const handled = { by, at: now.toISOString(), reason: null };
    const mine: DeadLetter = { ...letter, state: 'retried', handled, writer: deps.ids.next() };
    if (!(await deps.deadLetters.replace(letter, mine))) continue;
    await handOver(deps, letter, mine);
    handedOver += 1;
  }
  return handedOver;
}

async function handOver({ deadLetters, queue, ids }: LetterDeps, before: DeadLetter, mine: DeadLetter) {
  const { job, occurrence: id, projectId, period } = mine;
  try {
    await queue.push(job, [{ id, job, projectId, period }]);
  } catch (error) {
    await deadLetters.replace(mine, { ...before, writer: ids.next() });
    throw error;
  }
}

/**
 * Sets a letter aside for good. Should the same work fail again, it is open again.
 * @throws AppError NOT_FOUND where the work has been done meanwhile, CONFLICT where somebody else has dealt with it
 */
export async function dismissLetter(
  { deadLetters, ids }: LetterDeps,
  { work, reason }: { readonly work: string; readonly reason: string },
  { by, now }: Handling,
): Promise<void> {
  const letter = (await deadLetters.all()).find((one) => one.work === work);
  if (!letter) throw new AppError('NOT_FOUND', say('problem.workDone'));
  const handled = { by, at: now.toISOString(), reason };
  const next: DeadLetter = { ...letter, state: 'dismissed', handled, writer: ids.next() };
  if (isOpen(letter, now) && (await deadLetters.replace(letter, next))) return;
  throw new AppError('CONFLICT', say('problem.workTaken'));
}
