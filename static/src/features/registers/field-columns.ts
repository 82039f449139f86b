import type { FieldView, RecordView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { ordered } from './built-in-columns';
import type { Names, RegisterColumn } from './columns';
import { levelWord } from './scale-input';

type Behaviour = Pick<RegisterColumn, 'sortKey' | 'facet' | 'date'>;
type Read = (record: RecordView) => unknown;

/** The column of a field: what its records are sorted, filtered and grouped by follows from the field's kind. */
export function fieldColumn(field: FieldView, names: Names): RegisterColumn {
  return {
    key: field.key,
    label: field.label,
    field,
    ...behaviourOf(field, ({ values }) => values[field.key], names),
  };
}

function behaviourOf(field: FieldView, read: Read, names: Names): Behaviour {
  switch (field.kind) {
    case 'choice':
      return choiceBehaviour(field, read);
    case 'scale':
      return scaleBehaviour(field, read);
    case 'person':
    case 'people':
      return personBehaviour(read, names);
    case 'date':
      return { sortKey: (record) => textIn(read(record)), date: (record) => textIn(read(record)) };
    case 'number':
    case 'percentage':
      return { sortKey: (record) => numberIn(read(record)) };
    case 'money':
      return { sortKey: (record) => amountIn(read(record)) };
    case 'issueLinks':
      return { sortKey: (record) => listIn(read(record)).length || null };
    default:
      return { sortKey: (record) => textIn(read(record)) };
  }
}

function choiceBehaviour({ options = [] }: FieldView, read: Read): Behaviour {
  const order = options.map(({ value }) => value);
  const facet = ordered((record) => [textIn(read(record))].filter((value) => value !== null), order, options);
  return { facet, sortKey: sortedByFacet(facet) };
}

function scaleBehaviour(field: FieldView, read: Read): Behaviour {
  return {
    sortKey: (record) => numberIn(read(record)),
    facet: {
      of: (record) => {
        const level = numberIn(read(record));
        return level === null ? [] : [String(level)];
      },
      label: (value) => `${value} ${levelWord(field, Number(value))}`.trim(),
      rank: Number,
    },
  };
}

function personBehaviour(read: Read, names: Names): Behaviour {
  const name = (id: string) => names[id] ?? t('shared.unknownPerson');
  const facet = { of: (record: RecordView) => listIn(read(record)), label: name, rank: name };
  return { facet, sortKey: sortedByFacet(facet) };
}

const sortedByFacet =
  ({ of, rank }: NonNullable<RegisterColumn['facet']>) =>
  (record: RecordView) => {
    const [first] = of(record);
    return first === undefined ? null : rank(first);
  };

// Anybody with Edit Issues can write a property: a value of another kind counts as none.
const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const listIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** Lifts every amount above zero, since a number inside words has no sign to sort by. */
const LIFT = 1e15;

/** Amounts of one currency by size; currencies, which have no order among each other, by their code first. */
function amountIn(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value))
    return null;
  const { minor, currency } = value;
  return typeof minor === 'number' && typeof currency === 'string' ? `${currency} ${minor + LIFT}` : null;
}
