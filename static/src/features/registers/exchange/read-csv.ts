import { parse } from 'papaparse';
import { t } from '../../../shared/i18n';

/** The rows of a file as texts. */
export interface CsvFile {
  readonly titles: readonly string[];
  /** `line` is the row's number as a spreadsheet counts, the head being 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Where semicolons part the columns, a comma stands for the decimal point. */
  readonly decimalComma: boolean;
}

export const MOST_ROWS = 5_000;

/** Reads CSV with a head; what parts its columns is found out. Empty rows are passed over. */
export function readCsv(csv: string): CsvFile | { readonly problem: string } {
  const delimiter = delimiterOf(csv);
  const { data, errors } = parse<string[]>(csv, { delimiter });
  const [error] = errors.filter(({ type }) => type === 'Quotes');
  if (error) return { problem: t('registers.exchange.import.badQuotes', { row: (error.row ?? 0) + 1 }) };
  const filled = data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rows] = filled;
  if (!head || rows.length === 0) return { problem: t('registers.exchange.import.empty') };
  if (rows.length > MOST_ROWS)
    return { problem: t('registers.exchange.import.tooMany', { rows: rows.length, most: MOST_ROWS }) };
  return { titles: head.cells.map((title) => title.trim()), rows, decimalComma: delimiter === ';' };
}

/** What parts the head into most columns parts the rows: texts below it may hold any of these signs. */
function delimiterOf(csv: string): string {
  const widths = [',', ';', '\t'].map((delimiter) => {
    const [head = []] = parse<string[]>(csv, { delimiter, preview: 1 }).data;
    return { delimiter, width: head.length };
  });
  return widths.reduce((best, one) => (one.width > best.width ? one : best)).delimiter;
}
