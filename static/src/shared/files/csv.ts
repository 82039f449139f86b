import { unparse } from 'papaparse';
import type { Cell, Sheet } from './cells';
import { guarded } from './guard';

/** Without it Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** As RFC 4180 has it, in UTF-8. */
export const csvOf = ({ titles, rows }: Sheet): string =>
  BYTE_ORDER_MARK +
  unparse({ fields: titles.map(guarded), data: rows.map((row) => row.map(written)) }, { newline: '\r\n' });

function written(cell: Cell): string | number {
  switch (cell?.type) {
    case 'text':
      return guarded(cell.text);
    case 'number':
      return cell.value;
    case 'date':
      return cell.date;
    case 'instant':
      return cell.instant;
    case 'amount':
      return cell.text;
    default:
      return '';
  }
}
