import type { RecordView } from '../../../api/contract';
import type { RegisterColumn } from '../columns';
import { csvOf } from '../../../shared/files/csv';
import { fileName, saveFile } from '../../../shared/files/save-file';
import { inSlices, type Watch } from '../../../shared/slices';
import { rowIn, type Source, titlesIn } from './sheet';
import { xlsxOf } from './xlsx';

export type Format = 'csv' | 'xlsx';

/** Makes a file of these records and saves it. @returns its name, or `null` where it was stopped */
export async function exportRegister(
  source: Source,
  {
    format,
    columns,
    records,
    today,
    locale,
  }: {
    readonly format: Format;
    readonly columns: readonly RegisterColumn[];
    readonly records: readonly RecordView[];
    /** `YYYY-MM-DD`. */
    readonly today: string;
    /** The viewer's. */
    readonly locale: string;
  },
  watch: Watch,
): Promise<string | null> {
  const { title } = source.register;
  const rows = await inSlices(records, (record) => rowIn(source, columns, record), watch);
  if (rows === null) return null;
  const sheet = { titles: titlesIn(source, columns), rows };
  const content =
    format === 'xlsx'
      ? await xlsxOf([{ ...sheet, name: title }], locale)
      : new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' });
  if (watch.signal.aborted) return null;
  const name = fileName(records[0]?.issueKey.split('-')[0] ?? '', title, today, format);
  saveFile(content, name);
  return name;
}
