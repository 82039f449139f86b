import { parse } from 'papaparse';
import { IMPORT_COLUMNS_SHAPE, MAX_IMPORT_LINES } from '../../api/contract';
import { t } from '../../shared/i18n';

type Column = (typeof IMPORT_COLUMNS_SHAPE)[number];
export type FileRow = Partial<Record<Column, string>>;

/** Reads a CSV file with a heading. What its cells mean, the app says; here only the columns must be known. */
export function readFile(csv: string): { rows: FileRow[] } | { problem: string } {
  const { data, errors, meta } = parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const [error] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (error) return { problem: t('plan.importing.unreadable', { why: error.message }) };
  const strange = (meta.fields ?? []).filter((name) => !IMPORT_COLUMNS_SHAPE.some((known) => known === name));
  if (strange.length > 0) return { problem: t('plan.importing.columns', { names: strange.join(', ') }) };
  if (data.length > MAX_IMPORT_LINES)
    return { problem: t('plan.importing.tooMany', { most: MAX_IMPORT_LINES }) };
  return { rows: data };
}
