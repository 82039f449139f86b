import type { FieldView, RecordView, RegisterView } from '../../api/contract';
import { builtInColumns } from './built-in-columns';
import { fieldColumn } from './field-columns';
import type { TableColumn } from '../../shared/table/table-column';

export type Names = Readonly<Record<string, string>>;

/** A column of a register's table. */
export interface RegisterColumn extends TableColumn<RecordView> {
  /** The field that it shows; `null` for what every record has. */
  readonly field: FieldView | null;
}

/** Without these no row makes sense: they cannot be taken away. */
export const FIXED: readonly string[] = ['key', 'summary'];
/** What names a record comes first. */
const LEADING: readonly string[] = ['id', ...FIXED];

/**
 * Every column that the register can show: the fixed ones, those that it names in its order, then the rest as the form
 * has them.
 *
 * @param dateOf The calendar date of an instant where the person is, `YYYY-MM-DD`.
 */
export function columnsOf(
  register: RegisterView,
  names: Names,
  dateOf: (isoInstant: string) => string,
): RegisterColumn[] {
  const builtIn = builtInColumns(register, dateOf);
  const all = new Map<string, RegisterColumn>(
    [...builtIn, ...register.fields.map((field) => fieldColumn(field, names))].map((column) => [
      column.key,
      column,
    ]),
  );
  const order = new Set([...LEADING, ...register.columns.map(({ key }) => key), ...all.keys()]);
  const labels = new Map(register.columns.map(({ key, label }) => [key, label]));
  return [...order].flatMap((key) => {
    const column = all.get(key);
    return column === undefined ? [] : [{ ...column, label: labels.get(key) ?? column.label }];
  });
}

/** @returns The keys of the columns that a person sees who has chosen none. */
export const standardColumns = (register: RegisterView): readonly string[] => [
  ...new Set([...FIXED, ...register.columns.map(({ key }) => key)]),
];

/** What people call a record: its own number where it has one. */
export const nameOf = ({ id, issueKey }: RecordView): string => id ?? issueKey;

/** @returns The band that a score falls in; `null` where the register has none for it. */
export function bandOf(
  { bands }: Pick<RegisterView, 'bands'>,
  score: number,
): RegisterView['bands'][number] | null {
  return [...bands].sort((one, other) => other.from - one.from).find(({ from }) => score >= from) ?? null;
}

/** @returns The state as the register describes it; one that it does not know is shown by its bare name. */
export function stateOf(register: RegisterView, value: string): RegisterView['states'][number] {
  return (
    register.states.find((state) => state.value === value) ?? {
      value,
      label: value,
      next: [],
      final: false,
      locks: false,
      needs: [],
      tone: 'neutral',
    }
  );
}
