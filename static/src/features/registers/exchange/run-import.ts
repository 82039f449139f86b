import { call } from '../../../api/call';
import {
  IMPORT_SLICE,
  type ImportedRowView,
  registerImport,
  registers,
  type RegisterView,
} from '../../../api/contract';
import { inDefinitionsWords } from './definition-words';
import { type ImportRow, namesOf } from './import-file';

/** A file on its way into a register. */
export interface ImportFile {
  readonly register: RegisterView;
  readonly decimalComma: boolean;
  /** Account ids by the texts that stand for people. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

/** How far a run may go, and whom it tells. */
export interface Run {
  readonly onRows: (rows: readonly ImportedRowView[]) => void;
  readonly signal: AbortSignal;
}

/** A call may bring 500 KB (https://developer.atlassian.com/platform/forge/limits-invocation/); names need room too. */
const SLICE_BYTES = 350_000;
/** How many names are looked up at the same time. */
const LOOKUPS = 4;

/** The texts that stand for people, with those that the register does not know yet looked up. */
export async function withPeople(
  register: RegisterView,
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, readonly string[]>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = new Map(known);
  const unknown = [...namesOf(register, rows)].filter((name) => !people.has(name) && name.length <= 100);
  for (let start = 0; start < unknown.length && !signal.aborted; start += LOOKUPS) {
    await Promise.all(
      unknown.slice(start, start + LOOKUPS).map(async (name) => {
        const found = (await call(registers.people, { query: name })).people;
        const same = found.filter((person) => person.name.toLowerCase() === name.toLowerCase());
        if (same.length > 0)
          people.set(
            name,
            same.map(({ accountId }) => accountId),
          );
      }),
    );
  }
  return people;
}

/** Asks what each row would do. */
export async function check(file: ImportFile, rows: readonly ImportRow[], run: Run): Promise<void> {
  for (const slice of slicesOf(rows)) {
    if (run.signal.aborted) return;
    const answer = await call(registerImport.check, {
      ...wireFile(file, slice),
      rows: slice.map((row) => wireRow(file.register, row)),
    });
    run.onRows(answer.rows);
  }
}

/**
 * Does what the rows are to do.
 *
 * @param revisions What the check has said of each row's record, by line.
 * @returns why it had to stop before the end, or `null`
 */
export async function apply(
  file: ImportFile,
  rows: readonly ImportRow[],
  revisions: ReadonlyMap<number, number | null>,
  run: Run,
): Promise<string | null> {
  let left = rows;
  while (left.length > 0 && !run.signal.aborted) {
    const [slice = []] = slicesOf(left);
    const answer = await call(registerImport.apply, {
      ...wireFile(file, slice),
      rows: slice.map((row) => ({
        ...wireRow(file.register, row),
        revision: revisions.get(row.line) ?? null,
      })),
    });
    run.onRows(answer.rows);
    if (answer.stopped !== null) return answer.stopped;
    const done = new Set(answer.rows.map(({ line }) => line));
    left = left.filter(({ line }) => !done.has(line));
  }
  return null;
}

/** As many rows as one call takes, by number and by size. */
export function slicesOf(rows: readonly ImportRow[]): ImportRow[][] {
  const encoder = new TextEncoder();
  const slices: ImportRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length;
    const last = slices.at(-1);
    if (last && last.length < IMPORT_SLICE && size <= room) {
      last.push(row);
      room -= size;
    } else {
      slices.push([row]);
      room = SLICE_BYTES - size;
    }
  }
  return slices;
}

const wireRow = (register: RegisterView, { line, source, cells }: ImportRow) => ({
  line,
  source,
  cells: inDefinitionsWords(register, cells),
});

function wireFile({ register, decimalComma, people }: ImportFile, rows: readonly ImportRow[]) {
  return {
    kind: register.kind,
    decimalComma,
    people: [...namesOf(register, rows)].flatMap((text): [string, string[]][] => {
      const ids = people.get(text);
      return ids ? [[text, ids.slice(0, 10)]] : [];
    }),
  };
}
