import type { ApiProblem } from '../api/problem';

export interface FieldErrors {
  /** Messages for fields that this form shows. */
  readonly fields: Readonly<Record<string, string>>;
  /** What belongs to no field that is shown; `null` where the fields say it all. */
  readonly form: string | null;
}

/**
 * Spreads a problem over a form. A message about a field that the form does not show is not lost: it joins the
 * message of the whole form.
 */
export function fieldErrors(problem: ApiProblem, shownFields: readonly string[]): FieldErrors {
  const named = Object.entries(problem.fields).map(([path, text]) => ({
    field: path.replace(/^values\./, ''),
    text,
  }));
  const fields = named.filter(({ field }) => shownFields.includes(field));
  const elsewhere = named.filter(({ field }) => !shownFields.includes(field));
  const form = [
    ...(fields.length === 0 || elsewhere.length > 0 ? [problem.message] : []),
    ...elsewhere.map(({ field, text }) => `${field}: ${text}`),
  ].join(' ');
  return {
    fields: Object.fromEntries(fields.map(({ field, text }) => [field, text])),
    form: form === '' ? null : form,
  };
}
