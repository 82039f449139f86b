import { inSentence, t } from '../../../shared/i18n';

/** A column as far as its heading goes. */
interface Titled {
  readonly key: string;
  readonly label: string;
  readonly field: { readonly kind: string } | null;
}

/** Column of a money field's currency. */
export const currencyColumn = (field: string): string => `${field}.currency`;

/**
 * Headings in files, by column: no two are alike, and they do not depend on which columns somebody shows, so that what
 * was exported is found again.
 */
export function titlesOf(columns: readonly Titled[]): ReadonlyMap<string, string> {
  const wanted = columns.flatMap(({ key, label, field }) => [
    { key, label: label.trim() },
    ...(field?.kind === 'money'
      ? [{ key: currencyColumn(key), label: `${label.trim()} (${inSentence(t('registers.form.currency'))})` }]
      : []),
  ]);
  const taken = new Set<string>();
  const titles = new Map<string, string>();
  for (const { key, label } of wanted) {
    const title = [label, `${label} (${key})`].find((one) => !taken.has(sameTitle(one))) ?? key;
    taken.add(sameTitle(title));
    titles.set(key, title);
  }
  return titles;
}

/** Headings are told apart without their case. */
export const sameTitle = (title: string): string => title.trim().toLowerCase();
