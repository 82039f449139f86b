import Resolver from '@forge/resolver';
import { admin } from './admin';
import { messages } from './messages';
import { registers } from './registers';
import { settings } from './settings';
import { status } from './status';

/** Every answer there is; a test holds the names equal to the contract's. */
export const definitions = [...registers, ...messages, ...settings, ...status, ...admin];

const all = new Resolver();
for (const { name, answer } of definitions) all.define(name, answer);

/** The one resolver function of all screens. */
export const resolver = all.getDefinitions();
