import { z } from 'zod';

/** The part of `localStorage` that is needed. Browsers can refuse it, and its content is anybody's. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const Stored = z.array(z.string().max(60)).min(1).max(100);

/** @returns The frame's own storage, or `null` where the browser keeps none for it. */
export function memoryOf(owner: { readonly localStorage: Memory }): Memory | null {
  try {
    return owner.localStorage;
  } catch {
    return null;
  }
}

/**
 * The columns that somebody chose, in the register's order. Columns that the register no longer has are left out;
 * without a choice that can be read, those that the register names.
 */
export function rememberedColumns(
  memory: Memory | null,
  name: string,
  all: readonly string[],
  standard: readonly string[],
): readonly string[] {
  const chosen = read(memory, name);
  const still = all.filter((key) => chosen?.includes(key));
  return still.length > 0 ? still : standard;
}

function read(memory: Memory | null, name: string): readonly string[] | null {
  try {
    const stored = Stored.safeParse(JSON.parse(memory?.getItem(name) ?? 'null'));
    return stored.success ? stored.data : null;
  } catch {
    return null;
  }
}

/** Remembers a choice; `null` forgets it. Where nothing can be kept, the choice lasts as long as the screen. */
export function rememberColumns(
  memory: Memory | null,
  name: string,
  columns: readonly string[] | null,
): void {
  try {
    if (columns === null) memory?.removeItem(name);
    else memory?.setItem(name, JSON.stringify(columns));
  } catch {
    // Full or forbidden.
  }
}
