import type { RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import type { RegisterColumn } from '../columns';
import { unguarded } from '../../../shared/files/guard';
import { namesIn } from './people-texts';
import type { CsvFile } from './read-csv';
import { sameTitle } from './titles';

/** Columns that Docket works out, and no file sets. */
const WORKED_OUT = ['score', 'residual', 'target', 'band', 'movement', 'updated'];
/** A longer text fits no record, and would not fit the call either. */
const LONGEST_CELL = 50_000;

export interface Choice {
  readonly key: string;
  readonly title: string;
}

/** What the columns of a file can stand for. */
export const choicesOf = (
  columns: readonly RegisterColumn[],
  titles: ReadonlyMap<string, string>,
): readonly Choice[] => {
  const fixed = new Set(columns.filter(({ field }) => !field).map(({ key }) => key));
  return [...titles]
    .filter(([key]) => !(fixed.has(key) && WORKED_OUT.includes(key)))
    .map(([key, title]) => ({ key, title }));
};

/** What each column of the file stands for, by its heading; `null` for those that are left out. */
export function guessed(file: CsvFile, choices: readonly Choice[]): (string | null)[] {
  const left = new Map(choices.map(({ key, title }) => [sameTitle(title), key]));
  return file.titles.map((title) => {
    const name = sameTitle(unguarded(title));
    const key = left.get(name) ?? null;
    left.delete(name);
    return key;
  });
}

export interface ImportRow {
  readonly line: number;
  readonly source: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with it already here. */
  readonly problem: { readonly column: string; readonly message: string } | null;
}

/** The rows with the columns that were chosen, and a mark for each by which it is known again. */
export async function rowsOf(file: CsvFile, keys: readonly (string | null)[]): Promise<ImportRow[]> {
  const copies = new Map<string, number>();
  const firstLines = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const { line, cells: all } of file.rows) {
    const whole = JSON.stringify(all);
    const copy = (copies.get(whole) ?? 0) + 1;
    copies.set(whole, copy);
    const cells = Object.fromEntries(
      keys.flatMap((key, index) => (key === null ? [] : [[key, all[index] ?? '']])),
    );
    const source = await sha256(`${copy}:${whole}`);
    const problem = tooLong(cells) ?? twice(cells, line, firstLines);
    rows.push({ line, source, cells, problem });
  }
  return rows;
}

function tooLong(cells: ImportRow['cells']): ImportRow['problem'] {
  const [found] = Object.entries(cells).filter(([, cell]) => cell.length > LONGEST_CELL);
  return found
    ? {
        column: found[0],
        message: t('registers.exchange.import.tooLong', { length: found[1].length, most: LONGEST_CELL }),
      }
    : null;
}

/** The same record in two rows: neither the first nor the last can be right by itself, so the later one is refused. */
function twice(
  cells: ImportRow['cells'],
  line: number,
  firstLines: Map<string, number>,
): ImportRow['problem'] {
  for (const column of ['id', 'key']) {
    const named = (cells[column] ?? '').trim().toUpperCase();
    if (named === '') continue;
    const first = firstLines.get(`${column}:${named}`);
    if (first !== undefined)
      return { column, message: t('registers.exchange.import.twice', { named, row: first }) };
    firstLines.set(`${column}:${named}`, line);
  }
  return null;
}

async function sha256(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Everybody whom the rows name. */
export function namesOf(register: RegisterView, rows: readonly ImportRow[]): Set<string> {
  const fields = register.fields.filter(({ kind }) => kind === 'person' || kind === 'people');
  return new Set(
    rows.flatMap(({ cells }) =>
      fields.flatMap(({ key, kind }) => {
        const cell = unguarded(cells[key] ?? '').trim();
        return kind === 'people' ? namesIn(cell) : cell === '' ? [] : [cell];
      }),
    ),
  );
}
