import type { CommitmentView } from '../../api/contract';
import type { Format } from '../../shared/format';
import { t } from '../../shared/i18n';
import type { GridColumn } from '../../shared/table/data-grid';
import type { Facet } from '../../shared/table/table-column';
import { type Age, ageOf, AGES } from './ageing';

export type Names = Readonly<Record<string, string>>;

export const COLUMNS = [
  ...['item', 'summary', 'source', 'owner', 'due', 'stage', 'next'],
  ...['last', 'status', 'priority', 'created'],
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

export interface CommitmentColumn extends GridColumn<CommitmentView> {
  readonly key: ColumnKey;
  /** What a file has in this column. */
  readonly text: (row: CommitmentView) => string;
}

/** Shown until somebody chooses others; the first two always are. */
export const STANDARD: readonly ColumnKey[] = ['item', 'summary', 'source', 'owner', 'due', 'stage', 'next'];
export const FIXED: readonly ColumnKey[] = ['item', 'summary'];

const STAGES = ['escalated', 'overdue', 'due-today', 'upcoming'] as const;
const SOURCES = ['issue', 'task', 'record', 'report'] as const;
const SEVERITIES = ['critical', 'serious', 'watch'] as const;
const HELD = ['snoozed', 'backlog', 'status'] as const;

/** A facet with a few known values, in this order. */
const among = <Value extends string>(
  values: readonly Value[],
  of: (row: CommitmentView) => Value | null,
  label: (value: Value) => string,
): Facet<CommitmentView> => ({
  of: (row) => {
    const value = of(row);
    return value === null ? [] : [value];
  },
  label: (value) => {
    const known = values.find((one) => one === value);
    return known === undefined ? value : label(known);
  },
  rank: (value) => values.findIndex((one) => one === value),
});

/** Working days late, or to go as a negative number: what stages are sorted by. */
const lateness = ({ daysLeft, daysLate }: CommitmentView): number => daysLate - daysLeft;

export const nameOf = (id: string, names: Names): string => names[id] ?? t('shared.unknownPerson');

/** Every column that the table may have, with what it is sorted, filtered and grouped by. */
export function columnsOf(names: Names, format: Format): CommitmentColumn[] {
  const ownerName = ({ owner }: CommitmentView) => (owner === null ? '' : nameOf(owner, names));
  const column = (
    key: ColumnKey,
    width: string,
    sortKey: CommitmentColumn['sortKey'],
    text: CommitmentColumn['text'],
    facet?: Facet<CommitmentView>,
  ): CommitmentColumn => ({
    key,
    label: t(`commitments.columns.${key}`),
    width,
    hasControl: FIXED.includes(key),
    sortKey,
    text,
    ...(facet ? { facet } : {}),
  });
  const plain = (key: ColumnKey, width: string, text: CommitmentColumn['text']) =>
    column(key, width, (row) => text(row) || null, text);
  return [
    plain('item', '7rem', ({ item }) => item),
    plain('summary', 'minmax(13rem, 3fr)', ({ summary }) => summary),
    column(
      'source',
      '7rem',
      ({ source }) => SOURCES.indexOf(source),
      ({ source }) => t(`commitments.sources.${source}`),
      among(
        SOURCES,
        ({ source }) => source,
        (source) => t(`commitments.sources.${source}`),
      ),
    ),
    column('owner', '9rem', (row) => ownerName(row) || null, ownerName, {
      of: ({ owner }) => (owner === null ? [] : [owner]),
      label: (id) => nameOf(id, names),
      rank: (id) => nameOf(id, names),
    }),
    column(
      'due',
      '6.5rem',
      ({ dueDate }) => dueDate,
      ({ dueDate }) => dueDate,
    ),
    column(
      'stage',
      '14.5rem',
      lateness,
      stageWords,
      among(
        STAGES,
        ({ stage }) => stage,
        (stage) => t(`commitments.stages.${stage}`),
      ),
    ),
    column(
      'next',
      '15rem',
      ({ nextMessage }) => nextMessage?.at ?? null,
      ({ nextMessage: next }) =>
        next ? `${format.wallClock(next.local)} ${nameOf(next.recipient, names)}` : '',
    ),
    column(
      'last',
      '15rem',
      ({ lastMessage }) => lastMessage?.at ?? null,
      ({ lastMessage: last }) => (last ? `${format.instant(last.at)} ${nameOf(last.recipient, names)}` : ''),
    ),
    plain('status', '8rem', ({ status }) => status),
    plain('priority', '7rem', ({ priority }) => priority ?? ''),
    plain('created', '8rem', ({ createdAt }) => (createdAt === null ? '' : format.dateOf(createdAt))),
  ];
}

/** What can be done about a row: nothing to sort by, to hide or to export. */
export const menuColumn = (): GridColumn<CommitmentView> => ({
  key: 'menu',
  label: t('commitments.columns.menu'),
  width: '3rem',
  stays: true,
  hasControl: true,
  isSortable: false,
  sortKey: () => null,
});

/** Conditions without a column of their own: pictures and links of other screens set them. */
export const conditions = (): {
  readonly key: string;
  readonly label: string;
  readonly sortKey: () => null;
  readonly facet: Facet<CommitmentView>;
}[] => [
  {
    key: 'age',
    label: t('commitments.age.title'),
    sortKey: () => null,
    facet: among<Age>(AGES, ageOf, (age) => t(`commitments.age.${age}`)),
  },
  {
    key: 'severity',
    label: t('commitments.severity.title'),
    sortKey: () => null,
    facet: among(
      SEVERITIES,
      ({ attention }) => attention?.severity ?? null,
      (severity) => t(`commitments.severity.${severity}`),
    ),
  },
  {
    key: 'held',
    label: t('commitments.held.title'),
    sortKey: () => null,
    facet: among(
      HELD,
      ({ held }) => held,
      (held) => t(`commitments.held.${held}`),
    ),
  },
];

/** Whether the level of its chain says anything: nobody is told of what is left alone as backlog. */
export const hasLevel = ({ level, held }: Pick<CommitmentView, 'level' | 'held'>): boolean =>
  level > 0 && held !== 'backlog';

/** Where it stands, with its working days. */
export function standing({ stage, daysLeft, daysLate }: CommitmentView): string {
  if (stage === 'upcoming') return t('commitments.left', { days: daysLeft });
  return stage === 'due-today'
    ? t('commitments.stages.due-today')
    : t('commitments.late', { days: daysLate });
}

const stageWords = (row: CommitmentView): string =>
  [
    standing(row),
    ...(hasLevel(row) ? [t('commitments.level', { level: row.level })] : []),
    ...(row.held === null ? [] : [t(`commitments.held.${row.held}`)]),
  ].join(', ');
