import { compareKeys, type Facet, NO_VALUE } from './table-column';

/** A line of the table as it is drawn: a row, or the head of a group of rows. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly row: Row }
  | {
      readonly kind: 'group';
      readonly value: string;
      readonly label: string;
      readonly count: number;
      readonly isFolded: boolean;
    };

export const ungrouped = <Row>(rows: readonly Row[]): Line<Row>[] =>
  rows.map((row) => ({ kind: 'row', row }));

/**
 * The rows under a head for each value, in the facet's order, rows within a group as they came. A row with several values
 * stands in each of their groups; those with none come last, under the words given.
 */
export function grouped<Row>(
  rows: readonly Row[],
  facet: Facet<Row>,
  folded: ReadonlySet<string>,
  empty: string,
): Line<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const values = facet.of(row);
    for (const value of values.length === 0 ? [NO_VALUE] : values) {
      const group = groups.get(value);
      if (group) group.push(row);
      else groups.set(value, [row]);
    }
  }
  return [...groups]
    .sort(([one], [other]) => {
      if (one === NO_VALUE || other === NO_VALUE)
        return Number(one === NO_VALUE) - Number(other === NO_VALUE);
      return compareKeys(facet.rank(one), facet.rank(other));
    })
    .flatMap(([value, members]): Line<Row>[] => {
      const isFolded = folded.has(value);
      const label = value === NO_VALUE ? empty : facet.label(value);
      return [
        { kind: 'group', value, label, count: members.length, isFolded },
        ...(isFolded ? [] : ungrouped(members)),
      ];
    });
}
