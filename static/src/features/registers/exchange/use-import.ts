import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportedRowView, RecordView, RegisterView } from '../../../api/contract';
import type { ApiProblem } from '../../../api/problem';
import { decoded } from '../../../shared/decode';
import { t } from '../../../shared/i18n';
import type { Done } from '../../../shared/progress';
import { toProblem } from '../../../shared/use-call';
import { useFormat } from '../../../shared/viewer';
import { columnsOf, type Names } from '../columns';
import { type Choice, choicesOf, guessed, type ImportRow, rowsOf } from './import-file';
import { peopleTexts } from './people-texts';
import { type CsvFile, readCsv } from './read-csv';
import { apply, check, withPeople } from './run-import';
import { titlesOf } from './titles';

/** The file is read, the rows are looked at, what they would do is shown, they are done, and all is over. */
export type Stage = 'choosing' | 'checking' | 'checked' | 'importing' | 'done';

const MOST_BYTES = 50_000_000;

interface State {
  readonly stage: Stage;
  readonly file: CsvFile | null;
  /** What each column of the file stands for. */
  readonly keys: readonly (string | null)[];
  readonly rows: readonly ImportRow[];
  /** What each row would do, or has done, by its line. */
  readonly results: ReadonlyMap<number, ImportedRowView>;
  readonly applied: ReadonlySet<number>;
  /** Why the file cannot be read. */
  readonly unreadable: string | null;
  readonly problem: ApiProblem | null;
  /** Why it ended before its end. */
  readonly stopped: string | null;
}

const START: State = {
  stage: 'choosing',
  file: null,
  keys: [],
  rows: [],
  results: new Map(),
  applied: new Set(),
  unreadable: null,
  problem: null,
  stopped: null,
};

export interface UsedImport extends State {
  readonly choices: readonly Choice[];
  /** The heading in the file of what a problem names. */
  readonly titleOf: (column: string) => string;
  /** Why the rows cannot be checked yet; `undefined` where they can. */
  readonly mappingProblem: string | undefined;
  /** How far the rows have been checked, or imported. */
  readonly reached: Done;
  /** Rows that are still to be done. */
  readonly left: readonly ImportRow[];
  readonly choose: (file: File | undefined) => Promise<void>;
  readonly map: (index: number, key: string | null) => void;
  readonly check: () => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly stop: () => void;
}

/** A file on its way into a register, step by step. */
export function useImport(props: {
  readonly register: RegisterView;
  readonly records: readonly RecordView[];
  readonly names: Names;
  readonly onChanged: () => void;
}): UsedImport {
  const { register, records, names } = props;
  const { dateOf, number } = useFormat();
  const [state, setState] = useState<State>(START);
  const running = useRef<AbortController | null>(null);
  const people = useRef<ReadonlyMap<string, readonly string[]>>(new Map());
  const titles = useMemo(() => titlesOf(columnsOf(register, {}, dateOf)), [register, dateOf]);
  const choices = useMemo(
    () => choicesOf(columnsOf(register, {}, dateOf), titles),
    [register, titles, dateOf],
  );
  useEffect(() => () => running.current?.abort(), []);

  const change = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));
  const { file, keys, results } = state;
  const left = leftIn(state);

  /** Runs to the end, to a failure, or until somebody stops it. */
  const run = async (stage: Stage, work: (signal: AbortSignal) => Promise<Partial<State>>, before: Stage) => {
    const controller = new AbortController();
    running.current = controller;
    change({ stage, problem: null, stopped: null });
    try {
      const after = await work(controller.signal);
      if (controller.signal.aborted)
        setState((now) => ({ ...now, stage: before, stopped: stoppedWords(now, number) }));
      else change(after);
    } catch (error) {
      change({ stage: before, problem: toProblem(error) });
    }
  };
  const took = (answered: readonly ImportedRowView[], isDone: boolean) =>
    setState((before) => ({
      ...before,
      results: new Map([...before.results, ...answered.map((one) => [one.line, one] as const)]),
      applied: isDone ? new Set([...before.applied, ...answered.map(({ line }) => line)]) : before.applied,
    }));

  return {
    ...state,
    choices,
    left,
    reached: reachedIn(state),
    titleOf: (column) => file?.titles[keys.indexOf(column)] ?? titles.get(column) ?? column,
    mappingProblem: problemWith(keys, titles),
    choose: async (chosen) => {
      if (!chosen) return setState(START);
      if (chosen.size > MOST_BYTES)
        return setState({ ...START, unreadable: t('registers.exchange.import.tooBig') });
      const read = readCsv(decoded(await chosen.arrayBuffer()));
      setState(
        'problem' in read
          ? { ...START, unreadable: read.problem }
          : { ...START, file: read, keys: guessed(read, choices) },
      );
    },
    map: (index, key) =>
      change({ stage: 'choosing', keys: keys.map((before, at) => (at === index ? key : before)) }),
    check: () =>
      run(
        'checking',
        async (signal) => {
          if (!file) return {};
          const all = await rowsOf(file, keys);
          const results = new Map(
            all.flatMap((row) => (row.problem ? [[row.line, refused(row)] as const] : [])),
          );
          change({ rows: all, results, applied: new Set() });
          const good = all.filter(({ problem }) => problem === null);
          people.current = await withPeople(
            register,
            good,
            peopleTexts(register, records, names).idsOf,
            signal,
          );
          const { decimalComma } = file;
          await check({ register, decimalComma, people: people.current }, good, {
            signal,
            onRows: (answered) => took(answered, false),
          });
          return { stage: 'checked' };
        },
        'choosing',
      ),
    apply: () =>
      run(
        'importing',
        async (signal) => {
          const revisions = new Map([...results.values()].map(({ line, revision }) => [line, revision]));
          const into = { register, decimalComma: file?.decimalComma ?? false, people: people.current };
          try {
            const onRows = (answered: readonly ImportedRowView[]) => took(answered, true);
            const stopped = await apply(into, left, revisions, { signal, onRows });
            return stopped === null ? { stage: 'done' } : { stage: 'checked', stopped };
          } finally {
            props.onChanged();
          }
        },
        'checked',
      ),
    stop: () => running.current?.abort(),
  };
}

/** Rows that are still to be done. */
const leftIn = ({ rows, results, applied }: State): readonly ImportRow[] =>
  rows.filter(({ line }) => {
    const does = results.get(line)?.does;
    return (does === 'create' || does === 'change') && !applied.has(line);
  });

function reachedIn(state: State): Done {
  const { stage, rows, results, applied } = state;
  return stage === 'checking'
    ? { done: results.size, all: rows.length }
    : { done: applied.size, all: applied.size + leftIn(state).length };
}

/** What somebody who stopped it is told of what is done, and what is not. */
function stoppedWords(state: State, number: (value: number) => string): string {
  const { done, all } = reachedIn(state);
  const far = { done: number(done), all: number(all ?? 0) };
  return state.stage === 'checking'
    ? t('registers.exchange.import.stoppedCheck', far)
    : t('registers.exchange.import.stopped', far);
}

const refused = ({ line, problem }: ImportRow): ImportedRowView => ({
  line,
  does: 'refused',
  id: null,
  issueKey: null,
  revision: null,
  changes: [],
  problems: problem ? [problem] : [],
  note: null,
});

function problemWith(
  keys: readonly (string | null)[],
  titles: ReadonlyMap<string, string>,
): string | undefined {
  const chosen = keys.filter((key) => key !== null);
  if (chosen.length === 0) return t('registers.exchange.import.noneMapped');
  const twice = chosen.find((key, index) => chosen.indexOf(key) !== index);
  return twice === undefined
    ? undefined
    : t('registers.exchange.import.mappedTwice', { title: titles.get(twice) ?? twice });
}
