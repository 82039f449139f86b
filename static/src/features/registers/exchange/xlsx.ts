import writeXlsxFile from 'write-excel-file/browser';
import { xmlText } from '../../../shared/xml-text';
import { guarded } from '../../../shared/files/guard';
import type { Cell, Sheet } from '../../../shared/files/cells';

export interface NamedSheet extends Sheet {
  readonly name: string;
}

/** Excel counts days from 1900, and its first two months are wrong. */
const FIRST_DATE = '1900-03-01';
/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const MOST_CHARACTERS = 32_767;
const SHEET_NAME_LENGTH = 31;
const NARROWEST = 8;
const WIDEST = 60;
/** Rows that the widths of the columns are made to fit: enough to tell, and few enough to be quick. */
const MEASURED = 200;

/**
 * An Excel file: dates and numbers are such, the head stays in view, and columns are as wide as what they hold.
 *
 * @param locale whose order of day, month and year dates are shown in; spreadsheets write numbers as their own user does.
 */
export async function xlsxOf(sheets: readonly NamedSheet[], locale: string): Promise<Blob> {
  const dates = dateFormat(locale);
  return writeXlsxFile(
    sheets.map(({ name, titles, rows }) => ({
      data: [
        titles.map((title) => ({ value: safe(title), type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((cell) => written(cell, dates))),
      ],
      // Characters that Excel refuses in the name of a sheet.
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, SHEET_NAME_LENGTH),
      stickyRowsCount: 1,
      columns: titles.map((title, column) => ({ width: widthOf(title, rows, column) })),
    })),
  ).toBlob();
}

const safe = (text: string): string => xmlText(guarded(text)).slice(0, MOST_CHARACTERS);

function written(cell: Cell, dates: string) {
  switch (cell?.type) {
    case 'text':
      return { value: safe(cell.text), type: String };
    case 'number':
      return { value: cell.value, type: Number };
    case 'amount':
      return { value: Number(cell.text), type: Number, format: formatOf(cell.text) };
    case 'date':
      return cell.date < FIRST_DATE
        ? { value: cell.date, type: String }
        : { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: dates };
    case 'instant':
      return { value: new Date(cell.instant), type: Date, format: `${dates} hh:mm` };
    default:
      return null;
  }
}

/** As `dd\.mm\.yyyy`: https://support.microsoft.com/office/number-format-codes-5026bbd6-04bc-48cd-bf33-80f18b4eae68 */
function dateFormat(locale: string): string {
  const codes: Readonly<Record<string, string>> = { day: 'dd', month: 'mm', year: 'yyyy' };
  const parts = new Intl.DateTimeFormat(locale, {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    timeZone: 'UTC',
  }).formatToParts(new Date(0));
  return parts.map(({ type, value }) => codes[type] ?? value.replace(/./gu, '\\$&')).join('');
}

/** With as many decimals as the currency has. */
function formatOf(amount: string): string {
  const [, decimals = ''] = amount.split('.');
  return decimals === '' ? '#,##0' : `#,##0.${'0'.repeat(decimals.length)}`;
}

function widthOf(title: string, rows: Sheet['rows'], column: number): number {
  const lengths = rows.slice(0, MEASURED).map((row) => lengthOf(row[column] ?? null));
  return Math.min(WIDEST, Math.max(NARROWEST, title.length + 2, ...lengths.map((length) => length + 1)));
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (cell.type === 'date') return cell.date.length;
  if (cell.type === 'instant') return 'yyyy-mm-dd hh:mm'.length;
  if (cell.type === 'number') return String(cell.value).length;
  return Math.max(...cell.text.split('\n').map((line) => line.length));
}
