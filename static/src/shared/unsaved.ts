import { useSyncExternalStore } from 'react';

const forms = new Set<symbol>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Counts a form with words on it that nobody has saved. @returns the end of it. */
export function holdUnsaved(): () => void {
  const form = Symbol('form');
  forms.add(form);
  tell();
  return () => {
    forms.delete(form);
    tell();
  };
}

export const hasUnsaved = (): boolean => forms.size > 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether there is anything on this page that reloading it would drop. */
export const useHasUnsaved = (): boolean => useSyncExternalStore(subscribe, hasUnsaved);
