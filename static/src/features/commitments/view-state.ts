import { EVERYTHING } from '../../shared/table/filter';
import type { ViewKeys } from '../../shared/table/view-query';

/** Columns whose values people group by. */
export const GROUPS = ['owner', 'stage', 'source', 'age', 'severity'] as const;

/** What the address may say of the list. It begins with the oldest dates: what is late stands at the top. */
export const VIEW: ViewKeys = {
  facets: ['source', 'owner', 'stage', 'age', 'severity', 'held'],
  dates: [],
  groups: GROUPS,
  start: { filter: EVERYTHING, sort: { column: 'due', descending: false } },
};
