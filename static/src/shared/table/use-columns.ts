import { useState } from 'react';
import { memoryOf, rememberColumns, rememberedColumns } from './remembered-columns';

/** The columns that somebody sees of a table, remembered under a name in this browser. */
export function useColumns(name: string, all: readonly string[], standard: readonly string[]) {
  const [memory] = useState(() => memoryOf(globalThis));
  const [shown, setShown] = useState(() => rememberedColumns(memory, name, all, standard));
  const choose = (columns: readonly string[] | null) => {
    rememberColumns(memory, name, columns);
    setShown(columns ?? standard);
  };
  const toggle = (key: string) =>
    choose(all.filter((one) => (one === key ? !shown.includes(one) : shown.includes(one))));
  return { shown, toggle, reset: () => choose(null) };
}
