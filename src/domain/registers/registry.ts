import type { Register } from './define';
import { risk } from './risk';

const entered: Register[] = [risk];

/** Every register there is. A new one is one file and one name in this list. */
export const REGISTERS: readonly Register[] = entered;

/** Adds a register; everything that is derived from the registers takes it in. @throws Error where it takes the name of another */
export function enterRegister(register: Register): Register {
  const taken = entered.find(({ kind }) => kind === register.kind);
  if (taken) throw new Error(`There is a register ${register.kind} already.`);
  entered.push(register);
  return register;
}
