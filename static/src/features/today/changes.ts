import type { Acted, CommitmentAction, CommitmentView, TodayView } from '../../api/contract';

type Group = TodayView['groups'][number];

const inGroups = (view: TodayView, change: (group: Group) => Group): TodayView => ({
  ...view,
  groups: view.groups.map(change),
});

/** The same with another row in the place of that one. */
const withRow = (view: TodayView, id: string, row: CommitmentView): TodayView =>
  inGroups(view, (group) => ({ ...group, rows: group.rows.map((one) => (one.id === id ? row : one)) }));

/** The same without that row, which needs nobody's attention any more. */
const without = (view: TodayView, id: string): TodayView =>
  inGroups(view, (group) => {
    const rows = group.rows.filter((row) => row.id !== id);
    return { ...group, rows, count: group.count - (group.rows.length - rows.length) };
  });

/** Before the app has answered: the message is taken as sent, and is not to be asked for twice. */
export function assumeTold(view: TodayView, id: string, action: CommitmentAction): TodayView {
  return inGroups(view, (group) => ({
    ...group,
    rows: group.rows.map((row) =>
      row.id === id && row.attention !== null
        ? {
            ...row,
            attention: { ...row.attention, action: 'open' as const },
            actions: row.actions.filter((one) => one !== action),
          }
        : row,
    ),
  }));
}

const isSnoozed = (row: CommitmentView | null | undefined): boolean => row?.held === 'snoozed';

/** What the app made of a step: the row as it is now, or none where nothing is to be done about it. */
export function afterStep(view: TodayView, id: string, { row, names }: Acted): TodayView {
  const before = view.groups.flatMap(({ rows }) => rows).find((one) => one.id === id);
  const known = {
    ...view,
    names: { ...view.names, ...names },
    snoozed: view.snoozed + Number(isSnoozed(row)) - Number(isSnoozed(before)),
  };
  return row !== null && row.attention !== null ? withRow(known, id, row) : without(known, id);
}
