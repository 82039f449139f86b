import Resolver from '@forge/resolver';
import { admin } from './admin';
import { choices } from './choices';
import { commitments } from './commitments';
import { macros } from './macros';
import { messages } from './messages';
import { panel } from './panel';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { preview } from './preview';
import { privacy } from './privacy';
import { registers } from './registers';
import { reporting } from './reporting';
import { reports } from './reports';
import { settings } from './settings';
import { status } from './status';
import { today } from './today';

/** Every answer there is; a test holds the names equal to the contract's. */
export const definitions = [
  ...registers,
  ...messages,
  ...preview,
  ...panel,
  ...choices,
  ...commitments,
  ...settings,
  ...reporting,
  ...reports,
  ...status,
  ...macros,
  ...portfolio,
  ...plan,
  ...admin,
  ...privacy,
  ...today,
];

const all = new Resolver();
for (const { name, answer } of definitions) all.define(name, answer);

/** The one resolver function of all screens. */
export const resolver = all.getDefinitions();
