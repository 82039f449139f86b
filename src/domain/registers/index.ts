import type { Register } from './define';
import { risk } from './risk';

export * from './define';
export * from './fields';
export * from './record';
export { risk };

/** Every register there is. A new one is one file and one name in this list. */
export const REGISTERS: readonly Register[] = [risk];
