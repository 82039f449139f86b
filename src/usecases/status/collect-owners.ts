import { type LocalDate, type WorkingCalendar, workingDaysIn } from '../../domain/calendar';
import {
  type Counted,
  type Item,
  type Listed,
  ownedBy,
  ownedByOthers,
  type OwnerFacts,
  type Queries,
} from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';

/** Each is three counts. */
const MOST_OWNERS = 3;

interface Input {
  readonly queries: Queries;
  readonly overdue: Listed<Item>;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}

/** How those stand who owe what is overdue for longest, and what all others owe. */
export async function collectOwners(
  jira: Pick<JiraFacts, 'count'>,
  { queries, overdue, today, calendar }: Input,
): Promise<{ owners: OwnerFacts[]; others: Counted | null }> {
  const groups = groupByOwner(overdue.items).slice(0, MOST_OWNERS);
  const isWhole = overdue.items.length === overdue.total;
  const owners = await Promise.all(
    groups.map(async (items): Promise<OwnerFacts> => {
      const [oldest] = items;
      const { owner, dueDate } = oldest;
      const id = owner?.id ?? null;
      const count = async (jql: string): Promise<Counted> => ({ value: await jira.count(jql), jql });
      const own = ownedBy(queries.overdue, id);
      const promised = (jql: string | null) => (id === null || jql === null ? null : count(ownedBy(jql, id)));
      const [all, kept, late] = await Promise.all([
        isWhole ? { value: items.length, jql: own } : count(own),
        promised(queries.kept),
        promised(queries.late),
      ]);
      const oldestDays = dueDate === null ? 0 : workingDaysIn(dueDate, today, calendar);
      return { owner, overdue: all, kept, late, oldest, oldestDays };
    }),
  );
  const named = owners.map(({ owner }) => owner?.id ?? null);
  const left = overdue.total - owners.reduce((sum, row) => sum + row.overdue.value, 0);
  const others = left <= 0 ? null : { value: left, jql: ownedByOthers(queries.overdue, named) };
  owners.sort(
    (a, b) => Number(b.owner === null) - Number(a.owner === null) || b.overdue.value - a.overdue.value,
  );
  return { owners, others };
}

type Group = readonly [Item, ...Item[]];

/** Items by owner, whose is overdue for longest first. */
function groupByOwner(items: readonly Item[]): Group[] {
  const groups = new Map<string | null, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(item.owner?.id ?? null);
    if (group) group.push(item);
    else groups.set(item.owner?.id ?? null, [item]);
  }
  return [...groups.values()];
}
