import { type LocalDate, type WorkingCalendar, workingDaysIn } from '../../domain/calendar';
import {
  type Counted,
  ownedBy,
  ownedByOthers,
  type OwnerFacts,
  type Item,
  type Queries,
} from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Purse, Share } from './purse';

/** Each is a search for one item and three counts. */
const POINTS_AN_OWNER = 5;
const OWNERS: Share = { least: 3 * POINTS_AN_OWNER, most: 8 * POINTS_AN_OWNER };

type Jira = Pick<JiraFacts, 'count' | 'search'>;
interface Input {
  readonly queries: Queries;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly purse: Purse;
}

/** How those stand who owe what is overdue for longest: what nobody owns first, then by how much is overdue. */
export async function collectOwners(jira: Jira, input: Input): Promise<OwnerFacts[]> {
  const oldest: Item[] = [];
  const most = Math.floor(input.purse.take(OWNERS) / POINTS_AN_OWNER);
  while (oldest.length < most) {
    const known = oldest.map(({ owner }) => owner?.id ?? null);
    const rest = known.length === 0 ? input.queries.overdue : ownedByOthers(input.queries.overdue, known);
    const [next] = await jira.search({ jql: `${rest} ORDER BY duedate ASC, key ASC`, max: 1 });
    if (!next) break;
    oldest.push(next);
  }
  const owners = await Promise.all(oldest.map((item) => standOf(jira, item, input)));
  return owners.sort(
    (a, b) => Number(b.owner === null) - Number(a.owner === null) || b.overdue.value - a.overdue.value,
  );
}

async function standOf(jira: Jira, oldest: Item, { queries, today, calendar }: Input): Promise<OwnerFacts> {
  const { owner, dueDate } = oldest;
  const id = owner?.id ?? null;
  const count = async (jql: string | null): Promise<Counted | null> => {
    if (jql === null) return null;
    const own = ownedBy(jql, id);
    return { value: await jira.count(own), jql: own };
  };
  const [overdue, kept, late] = await Promise.all([
    count(queries.overdue),
    count(id === null ? null : queries.kept),
    count(id === null ? null : queries.late),
  ]);
  const oldestDays = dueDate === null ? 0 : workingDaysIn(dueDate, today, calendar);
  return { owner, overdue: overdue ?? { value: 0, jql: queries.overdue }, kept, late, oldest, oldestDays };
}

/** What is overdue and not in these rows; `null` where they are everybody. */
export function othersOf(
  owners: readonly OwnerFacts[],
  overdue: number,
  { overdue: jql }: Pick<Queries, 'overdue'>,
): Counted | null {
  const left = overdue - owners.reduce((sum, row) => sum + row.overdue.value, 0);
  const named = owners.map(({ owner }) => owner?.id ?? null);
  return left > 0 && named.length > 0 ? { value: left, jql: ownedByOthers(jql, named) } : null;
}
