import { sameJson } from '../domain/json';
import { AppError } from '../errors';
import { say } from '../words';

/**
 * Two people, or two tabs, on the same settings: whoever saves last must not undo unasked what the other has saved.
 *
 * @param seen what the person looked at when they began; `null`: nobody looked. @param now what is kept.
 * @throws AppError CONFLICT with what is there now
 */
export function checkSeen(seen: unknown, now: unknown): void {
  if (seen === null || sameJson(seen, now)) return;
  throw new AppError('CONFLICT', say('problem.savedMeanwhile'), { current: now });
}
