import { admin } from './admin';
import type { Call } from './call';
import { messages } from './messages';
import { registers } from './registers';
import { settings } from './settings';
import { status } from './status';

export { admin, messages, registers, settings, status };
export type { Answer, Problem } from './answer';
export type { Call } from './call';

/** Every call there is; a test holds the resolver's definitions equal to this list. */
export const calls: readonly Call[] = [registers, messages, settings, status, admin].flatMap(
  (group) => Object.values(group) as Call[],
);
