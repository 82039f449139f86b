import {
  amountOf,
  type ConfiguredRegister,
  type Field,
  type Money,
  type Movement,
  type StoredRecord,
} from '../registers';

/** A record with what a table says of it besides. */
export interface Row {
  readonly issueKey: string;
  readonly summary: string;
  readonly record: StoredRecord;
  readonly movement: Movement | null;
}

const NONE = '–';

/** What a column says of a record, in words: as the screens show it, without their colours. @param names by account id */
export function cellWords(
  register: ConfiguredRegister,
  column: string,
  { issueKey, summary, record, movement }: Row,
  names: Readonly<Record<string, string>>,
): string {
  const scored = (score: number | null): string =>
    score === null ? NONE : `${score} ${register.bandOf(score)?.label ?? ''}`.trim();
  switch (column) {
    case 'key':
      return issueKey;
    case 'id':
      return record.id ?? NONE;
    case 'summary':
      return summary;
    case 'state':
      return register.lifecycle[record.state]?.label ?? record.state;
    case 'score':
      return scored(record.score);
    case 'residual':
      return scored(record.residualScore);
    case 'target':
      return scored(record.targetScore);
    case 'band':
      return record.band ?? NONE;
    case 'movement':
      return movementWords(movement);
    case 'updated':
      return record.updatedAt.slice(0, 10);
    default: {
      const field = register.fields[column];
      return field ? valueWords(register, field, record.values[column], names) : NONE;
    }
  }
}

function movementWords(movement: Movement | null): string {
  if (movement === null) return NONE;
  const { direction, scoreBefore } = movement;
  if (direction === 'new' || direction === 'same') return direction === 'new' ? 'New' : 'Unchanged';
  return `${direction === 'up' ? '↑ from' : '↓ from'} ${scoreBefore ?? NONE}`;
}

function valueWords(
  register: ConfiguredRegister,
  field: Field,
  value: unknown,
  names: Readonly<Record<string, string>>,
): string {
  if (value === undefined || value === null || value === '') return NONE;
  const person = (id: unknown): string => names[String(id)] ?? 'Somebody who left';
  const all = (values: unknown): unknown[] => (Array.isArray(values) ? values : [values]);
  switch (field.kind) {
    case 'person':
    case 'people':
      return all(value).map(person).join(', ');
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value);
    case 'scale':
      return `${String(value)} ${register.levels(field.axis)[Number(value) - 1] ?? ''}`.trim();
    case 'percentage':
      return `${String(value)} %`;
    case 'issueLinks':
      return all(value).map(String).join(', ');
    case 'money':
      return isMoney(value) ? `${amountOf(value)} ${value.currency}` : NONE;
    case 'pageLink':
      return `Page ${String(value)}`;
    default:
      return String(value);
  }
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  'minor' in value &&
  typeof value.minor === 'number' &&
  'currency' in value &&
  typeof value.currency === 'string';
