import type { RecordView, RegisterView } from '../../api/contract';
import { type Below, t } from '../../shared/i18n';
import type { RegisterColumn } from './columns';
import type { Facet } from '../../shared/table/table-column';

const SCORES = { inherent: 'score', residual: 'residualScore', target: 'targetScore' } as const;
const MOVEMENTS = ['up', 'new', 'same', 'down'] as const;

/** What every record has, whatever its register; scores only where the register has them. */
export function builtInColumns(
  register: RegisterView,
  dateOf: (isoInstant: string) => string,
): RegisterColumn[] {
  const column = (
    key: Below<'registers.table.columns'>,
    more: Omit<RegisterColumn, 'key' | 'label' | 'field'>,
  ) => ({
    key,
    label: t(`registers.table.columns.${key}`),
    field: null,
    ...more,
  });
  const states = register.states.map(({ value }) => value);
  const ratings = register.ratings.map(({ key }) => key);
  return [
    column('key', { sortKey: ({ issueKey }) => numberIn(issueKey) }),
    column('id', { sortKey: ({ id }) => (id === null ? null : numberIn(id)) }),
    column('summary', { sortKey: ({ summary }) => summary }),
    column('state', {
      sortKey: ({ state }) => states.indexOf(state),
      facet: ordered(({ state }) => [state], states, register.states),
    }),
    ...ratings.map((key) =>
      column(key === 'inherent' ? 'score' : key, { sortKey: (record) => record[SCORES[key]] }),
    ),
    ...(register.bands.length === 0 || ratings.length === 0 ? [] : [column('band', bandColumn(register))]),
    ...(ratings.length === 0
      ? []
      : [
          column('movement', {
            sortKey: ({ movement }) => (movement === null ? null : MOVEMENTS.indexOf(movement.direction)),
            facet: ordered(
              ({ movement }) => (movement === null ? [] : [movement.direction]),
              MOVEMENTS,
              MOVEMENTS.map((value) => ({ value, label: t(`registers.table.movement.${value}`) })),
            ),
          }),
        ]),
    column('updated', { sortKey: ({ updatedAt }) => updatedAt, date: ({ updatedAt }) => dateOf(updatedAt) }),
  ];
}

/** Issue keys and ids end in a number, and people count by it. */
const numberIn = (key: string): number => Number(key.split('-').at(-1));

function bandColumn({ bands }: RegisterView): Pick<RegisterColumn, 'sortKey' | 'facet'> {
  const highestFirst = [...bands].sort((one, other) => other.from - one.from).map(({ label }) => label);
  return {
    sortKey: ({ score }) => score,
    facet: {
      of: ({ band }) => (band === null ? [] : [band]),
      label: (value) => value,
      rank: (value) => highestFirst.indexOf(value),
    },
  };
}

/** A facet whose values have an order and words of their own; a value that is not among them comes last, by its name. */
export function ordered(
  of: Facet<RecordView>['of'],
  order: readonly string[],
  words: readonly { readonly value: string; readonly label: string }[],
): Facet<RecordView> {
  const labels = new Map(words.map(({ value, label }) => [value, label]));
  return {
    of,
    label: (value) => labels.get(value) ?? value,
    rank: (value) => (order.includes(value) ? order.indexOf(value) : value),
  };
}
