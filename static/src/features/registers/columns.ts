import type { FieldView, RecordView, RegisterView } from '../../api/contract';
import { text } from './messages';

/** A column of the register's table. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** The record's field that it shows; `null` for what every record has. */
  readonly field: FieldView | null;
}

const ISSUE = 'key';
const SUMMARY = 'summary';

/** @returns The columns that the register names, after the two without which no row makes sense. */
export function columnsOf(register: RegisterView): Column[] {
  const named = register.columns.filter(({ key }) => ![ISSUE, SUMMARY].includes(key));
  return [
    { key: ISSUE, label: text.columns.issue },
    { key: SUMMARY, label: text.columns.summary },
    ...named,
  ].map((column) => ({ ...column, field: register.fields.find(({ key }) => key === column.key) ?? null }));
}

/**
 * What a cell is sorted by: numbers by size, dates by time, states by their order in the lifecycle, people by name,
 * issues by number. What is empty sorts below everything.
 */
export function sortKey(
  column: Column,
  record: RecordView,
  register: RegisterView,
  names: Readonly<Record<string, string>>,
): string | number {
  switch (column.key) {
    case ISSUE:
      return Number(record.issueKey.split('-').at(-1));
    case SUMMARY:
      return record.summary.toLowerCase();
    case 'score':
    case 'residualScore':
      return record[column.key] ?? -1;
    case 'state':
      return register.states.findIndex(({ value }) => value === record.state);
    case 'updatedAt':
      return record.updatedAt;
    default:
      return fieldSortKey(column.field, record.values[column.key], names);
  }
}

function fieldSortKey(field: FieldView | null, value: unknown, names: Readonly<Record<string, string>>) {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Array.isArray(value) ? value.length : isNumeric(field) ? -1 : '';
  if (field?.kind === 'person') return (names[value] ?? value).toLowerCase();
  if (field?.kind === 'choice') return field.options?.findIndex((option) => option.value === value) ?? -1;
  return value.toLowerCase();
}

const isNumeric = (field: FieldView | null) =>
  field !== null && ['scale', 'number', 'percentage', 'choice', 'people', 'issueLinks'].includes(field.kind);

/** @returns The band that a score falls in; `null` where the register has none for it. */
export function bandOf(register: RegisterView, score: number): RegisterView['bands'][number] | null {
  return (
    [...register.bands].sort((one, other) => other.from - one.from).find(({ from }) => score >= from) ?? null
  );
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
