import { changes } from './change';
import { imports } from './import';
import { lists } from './list';
import { reads } from './read';
import { registerSettings } from './settings';

export const registers = [...lists, ...reads, ...changes, ...imports, ...registerSettings];
