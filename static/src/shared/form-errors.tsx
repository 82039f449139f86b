import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem';
import { fieldErrors } from './field-errors';
import { covers, nearestFields } from './nearest-field';

/** What is wrong with a form, by the dotted path of the field, and which fields have a place to show it. */
interface FormErrors {
  readonly errors: Readonly<Record<string, string>>;
  /** Tells that a field is on the screen. @returns how to take it back. */
  readonly shows: (path: string) => () => void;
}

const FormErrorsContext = createContext<FormErrors>({ errors: {}, shows: () => () => undefined });
export const FormErrorsProvider = FormErrorsContext.Provider;

export interface UsedFormErrors {
  readonly context: FormErrors;
  /** Spreads a problem over the fields. @returns what belongs to no field that is shown, or `null`. */
  readonly show: (problem: ApiProblem) => string | null;
  readonly clear: () => void;
}

/** Keeps the errors of one form, whose fields come and go. */
export function useFormErrors(): UsedFormErrors {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const shown = useRef(new Map<string, number>());
  const shows = useCallback((path: string) => {
    const counts = shown.current;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    return () => {
      const left = (counts.get(path) ?? 1) - 1;
      if (left > 0) counts.set(path, left);
      else counts.delete(path);
    };
  }, []);
  const context = useMemo(() => ({ errors, shows }), [errors, shows]);
  return {
    context,
    show: ({ code, message, fields: named }) => {
      const places = [...shown.current.keys()];
      const fields = nearestFields(named, places);
      const spread = fieldErrors(new ApiProblem({ code, message, fields }), places);
      setErrors(spread.fields);
      return spread.form;
    },
    clear: () => setErrors({}),
  };
}

/** The error of one field, which is on the screen as long as the caller is. */
export function useFieldError(path: string): string | undefined {
  const { errors, shows } = useContext(FormErrorsContext);
  useEffect(() => shows(path), [shows, path]);
  return errors[path];
}

/** Whether anything is wrong within a part of the form, so that a folded part can unfold. */
export function useHasErrorIn(paths: readonly string[]): boolean {
  const { errors } = useContext(FormErrorsContext);
  return Object.keys(errors).some((at) => paths.some((path) => covers(path, at)));
}
