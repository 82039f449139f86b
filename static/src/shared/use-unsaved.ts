import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { usePanel } from './panel';
import {
  currentQuestion,
  hasUnsaved,
  holdUnsaved,
  isGuarded,
  type Question,
  subscribe,
  type UnsavedForm,
} from './unsaved';

/** The dialog that a form stands in, which asks for all that is written in it. */
export const DialogFormContext = createContext<UnsavedForm | null>(null);

/** A form in this part of the page. @param asksItself whether it draws `Leaving` in its own place. */
export function useForm(asksItself: boolean): UnsavedForm {
  const { isActive } = usePanel();
  const isHere = useRef(isActive);
  useEffect(() => {
    isHere.current = isActive;
  }, [isActive]);
  const [form] = useState<UnsavedForm>(() => ({ isHere: () => isHere.current, asksItself }));
  return form;
}

/** Guards a form while there is something on it that nobody has saved: whatever leads away from it asks first. */
export function useUnsaved(isDirty: boolean, asksItself = false): UnsavedForm {
  const own = useForm(asksItself);
  const form = useContext(DialogFormContext) ?? own;
  useEffect(() => {
    if (!isDirty) return undefined;
    const askBrowser = (event: BeforeUnloadEvent) => {
      if (isGuarded()) event.preventDefault();
    };
    const release = holdUnsaved(form);
    window.addEventListener('beforeunload', askBrowser);
    return () => {
      release();
      window.removeEventListener('beforeunload', askBrowser);
    };
  }, [isDirty, form]);
  return form;
}

/** Whether there is anything on this page that reloading it would drop. */
export const useHasUnsaved = (): boolean => useSyncExternalStore(subscribe, hasUnsaved);

/** What somebody is being asked, or `null`. */
export const useQuestion = (): Question | null => useSyncExternalStore(subscribe, currentQuestion);
