import type { FieldView, RecordView, RegisterView } from '../../../api/contract';
import type { Cell, Sheet } from '../../../shared/files/cells';
import { minorDigits } from '../../../shared/format';
import { t } from '../../../shared/i18n';
import { stateOf, type RegisterColumn } from '../columns';
import { levelWord } from '../scale-input';
import { listOf, type PeopleTexts } from './people-texts';
import { currencyColumn } from './titles';

export interface Source {
  readonly register: RegisterView;
  readonly titles: ReadonlyMap<string, string>;
  readonly people: PeopleTexts;
  /** The calendar date of an instant where the person is. */
  readonly dateOf: (isoInstant: string) => string;
}

/** These records in these columns, in their order. Money takes two columns: the amount, and its currency. */
export function sheetOf(
  source: Source,
  columns: readonly RegisterColumn[],
  records: readonly RecordView[],
): Sheet {
  return { titles: titlesIn(source, columns), rows: records.map((record) => rowIn(source, columns, record)) };
}

export const titlesIn = (source: Source, columns: readonly RegisterColumn[]): string[] =>
  columns
    .flatMap(({ key, field }) => (field?.kind === 'money' ? [key, currencyColumn(key)] : [key]))
    .map((key) => source.titles.get(key) ?? key);

export const rowIn = (source: Source, columns: readonly RegisterColumn[], record: RecordView): Cell[] =>
  columns.flatMap((column) => cellsOf(source, column, record));

const text = (value: string | null): Cell =>
  value === null || value === '' ? null : { type: 'text', text: value };
const number = (value: unknown): Cell =>
  typeof value === 'number' && Number.isFinite(value) ? { type: 'number', value } : text(plain(value));

/** Anybody with Edit Issues can write a property: a value of another kind is written as it is. */
const plain = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function cellsOf(
  { register, people, dateOf }: Source,
  { key, field }: RegisterColumn,
  record: RecordView,
): Cell[] {
  if (field) return valueCells(field, record.values[field.key], people);
  switch (key) {
    case 'id':
      return [text(record.id)];
    case 'key':
      return [text(record.issueKey)];
    case 'summary':
      return [text(record.summary)];
    case 'state':
      return [text(stateOf(register, record.state).label)];
    case 'score':
      return [number(record.score)];
    case 'residual':
      return [number(record.residualScore)];
    case 'target':
      return [number(record.targetScore)];
    case 'band':
      return [text(record.band)];
    case 'movement':
      return [text(record.movement && t(`registers.table.movement.${record.movement.direction}`))];
    case 'updated':
      return [date(dateOf(record.updatedAt))];
    default:
      return [null];
  }
}

function valueCells(field: FieldView, value: unknown, people: PeopleTexts): Cell[] {
  if (field.kind === 'money') return moneyCells(value);
  if (value === null || value === undefined) return [null];
  switch (field.kind) {
    case 'number':
    case 'percentage':
      return [number(value)];
    case 'date':
      return [date(String(value))];
    case 'scale':
      return [text(`${String(value)} ${levelWord(field, Number(value))}`.trim())];
    case 'choice':
      return [text(field.options?.find((option) => option.value === value)?.label ?? plain(value))];
    case 'person':
    case 'people':
      return [text(listOf(value).map(people.textOf).join('; '))];
    case 'issueLinks':
      return [text(listOf(value).join(', '))];
    default:
      return [text(plain(value))];
  }
}

const date = (value: string): Cell =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? { type: 'date', date: value } : text(value);

/** The amount, and its currency. */
export function moneyCells(value: unknown): Cell[] {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value))
    return [text(plain(value)), null];
  const { minor, currency } = value;
  if (typeof minor !== 'number' || typeof currency !== 'string') return [text(plain(value)), null];
  const digits = minorDigits(currency);
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  const decimals = digits > 0 ? `.${figures.slice(-digits)}` : '';
  return [{ type: 'amount', text: `${minor < 0 ? '-' : ''}${whole}${decimals}` }, text(currency)];
}
