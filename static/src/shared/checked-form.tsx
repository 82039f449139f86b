import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem';
import { FormErrorsProvider, useFormErrors, type UsedFormErrors } from './form-errors';
import { t } from './i18n';
import { Failure } from './loaded';
import { toProblem } from './use-call';
import { useUnsaved } from './use-unsaved';

type Told = Pick<ApiProblem, 'code' | 'message'>;

export interface UsedSubmit {
  readonly errors: UsedFormErrors;
  /** What belongs to no field, or `null`. */
  readonly problem: Told | null;
  readonly saving: boolean;
  /** Sends, unless something has been found wrong before; `found` is by the dotted path of the field. */
  readonly submit: (found: Readonly<Record<string, string>>, send: () => Promise<void>) => Promise<void>;
}

/** What becomes of a form when it is sent. */
export function useSubmit(): UsedSubmit {
  const errors = useFormErrors();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Told | null>(null);
  // Enter pressed twice is quicker than a button that is drawn as busy.
  const isBusy = useRef(false);
  const fail = (failure: ApiProblem) => {
    const message = errors.show(failure);
    setProblem(message === null ? null : { code: failure.code, message });
  };
  return {
    errors,
    problem,
    saving,
    submit: async (found, send) => {
      if (isBusy.current) return;
      if (Object.keys(found).length > 0) {
        fail(new ApiProblem({ code: 'BAD_INPUT', message: t('shared.anotherLook'), fields: found }));
        return;
      }
      isBusy.current = true;
      setProblem(null);
      errors.clear();
      setSaving(true);
      try {
        await send();
      } catch (error) {
        fail(toProblem(error));
      } finally {
        isBusy.current = false;
        setSaving(false);
      }
    },
  };
}

/** A form whose errors stand at their fields; the first such field gets the focus. */
export function CheckedForm(props: {
  readonly of: UsedSubmit;
  readonly failedTitle: string;
  readonly className: string;
  readonly label?: string;
  /** Whether there is something on it that nobody has saved; no, where nothing of the app leads away from it. */
  readonly isDirty?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const { errors, problem } = props.of;
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(props.isDirty ?? false);
  useEffect(() => {
    if (Object.keys(errors.context.errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors.context.errors]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <FormErrorsProvider value={errors.context}>
      <form ref={form} onSubmit={submit} noValidate className={props.className} aria-label={props.label}>
        {problem !== null && <Failure title={props.failedTitle} problem={problem} />}
        {props.children}
      </form>
    </FormErrorsProvider>
  );
}
