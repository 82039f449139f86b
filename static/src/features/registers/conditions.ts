import type { RecordView, RegisterView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { isOpenIn } from './overview/figures';
import { EVERYTHING, type Filter } from '../../shared/table/filter';
import type { TableColumn } from '../../shared/table/table-column';

const DAY_MS = 86_400_000;

/** Names of conditions that no column shows. */
export const OPEN = 'open';
export const ABOVE_APPETITE = 'aboveAppetite';
/** What most people come for: records that still need somebody. */
export const OPEN_ONLY: Filter = { ...EVERYTHING, among: { [OPEN]: [OPEN] } };

export const isOpenOnly = ({ among }: Filter): boolean => (among[OPEN] ?? []).length > 0;

export const withOpenOnly = (filter: Filter, openOnly: boolean): Filter => ({
  ...filter,
  among: { ...filter.among, [OPEN]: openOnly ? [OPEN] : [] },
});

/** Conditions on a record that no column shows. */
export function hiddenColumns(register: RegisterView): TableColumn<RecordView>[] {
  const isOpen = isOpenIn(register);
  const { appetite } = register;
  const flag = (
    key: string,
    label: string,
    holds: (record: RecordView) => boolean,
  ): TableColumn<RecordView> => ({
    key,
    label,
    sortKey: () => null,
    facet: { of: (record) => (holds(record) ? [key] : []), label: () => label, rank: () => 0 },
  });
  return [
    flag(OPEN, t('registers.table.filter.openOnly'), isOpen),
    ...(appetite === null
      ? []
      : [
          flag(
            ABOVE_APPETITE,
            t('registers.table.figures.aboveAppetite'),
            ({ score }) => score !== null && score > appetite,
          ),
        ]),
  ];
}

/** The filter narrowed to records whose next review was due before today. @param today `YYYY-MM-DD` */
export function reviewsOverdue(filter: Filter, { reviewField }: RegisterView, today: string): Filter {
  if (reviewField === null) return filter;
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return { ...filter, dates: { ...filter.dates, [reviewField]: { to: yesterday } } };
}
