import { admin } from './admin';
import type { Call } from './call';
import { choices } from './choices';
import { commitments } from './commitments';
import { macros } from './macros';
import { messages } from './messages';
import { panel } from './panel';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { preview } from './preview';
import { registerImport } from './register-import';
import { registerSettings } from './register-settings';
import { registers } from './registers';
import { reporting } from './reporting';
import { reports } from './reports';
import { settings } from './settings';
import { status } from './status';
import { today } from './today';

export {
  admin,
  choices,
  commitments,
  macros,
  messages,
  panel,
  plan,
  portfolio,
  preview,
  registerImport,
  registers,
  registerSettings,
  reporting,
  reports,
  settings,
  status,
  today,
};
export type { Answer, Problem } from './answer';
export type { Call } from './call';

/** Every call there is; a test holds the resolver's definitions equal to this list. */
export const calls: readonly Call[] = [
  registers,
  registerSettings,
  registerImport,
  messages,
  panel,
  portfolio,
  preview,
  choices,
  commitments,
  settings,
  reporting,
  reports,
  status,
  macros,
  plan,
  admin,
  today,
].flatMap((group) => Object.values(group) as Call[]);
