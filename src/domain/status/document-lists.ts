import type { AdfNode } from './adf';
import type { PageInput } from './document';
import { issueUrl, jqlUrl } from './links';
import { grid, line, linked } from './parts';
import type { Item } from './snapshot';

const NOBODY = 'No owner';
/** Longer tables are not read; the query behind the number shows all. */
const MAX_OWNERS = 25;

interface OwnerRow {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Overdue work by who owes it: most first, what nobody owns on top. */
export function overdueBody({ facts, siteUrl, snapshot }: PageInput): AdfNode[] {
  const { items, total } = facts.overdue;
  if (total === 0) return [line('Nothing is overdue.')];
  const owners = byOwner(items);
  const rows = owners.slice(0, MAX_OWNERS).map(({ name, items: owned }) => {
    const [oldest] = owned;
    return [
      name,
      String(owned.length),
      oldest ? [linked(oldest.key, issueUrl(siteUrl, oldest.key)), ` ${oldest.summary}`] : '',
      oldest?.dueDate ?? '',
    ];
  });
  const body = [grid(['Owner', 'Overdue', 'Overdue for longest', 'Due'], rows)];
  const notes = [];
  if (items.length < total)
    notes.push(`Counted among the ${items.length} longest overdue of ${total} items.`);
  if (owners.length > MAX_OWNERS) notes.push(`${owners.length - MAX_OWNERS} more owners are not listed.`);
  const jql = snapshot.queries.overdue;
  const all = jql === undefined ? [] : [linked(`All ${total} overdue items`, jqlUrl(siteUrl, jql))];
  if (all.length > 0) body.push(line([...all, `. ${notes.join(' ')}`.trimEnd()]));
  return body;
}

function byOwner(items: readonly Item[]): OwnerRow[] {
  const owners = new Map<string, { name: string; items: Item[] }>();
  for (const item of items) {
    const id = item.owner?.id ?? '';
    const row = owners.get(id) ?? { name: nameOf(item), items: [] };
    row.items.push(item);
    owners.set(id, row);
  }
  const nobody = owners.get('');
  const named = [...owners].filter(([id]) => id !== '').map(([, row]) => row);
  named.sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1));
  return nobody ? [nobody, ...named] : named;
}

/** An account whose profile hides its name is still somebody. */
const nameOf = ({ owner }: Pick<Item, 'owner'>): string => (owner === null ? NOBODY : owner.name || owner.id);

/** What is owed next, soonest first. */
export function dueNextWeekBody({ facts, siteUrl, snapshot }: PageInput): AdfNode[] {
  const { items, total } = facts.dueNextWeek;
  if (total === 0) return [line('Nothing is due next week.')];
  const rows = items.map(({ key, summary, owner, dueDate }) => [
    linked(key, issueUrl(siteUrl, key)),
    summary,
    nameOf({ owner }),
    dueDate ?? '',
  ]);
  const body = [grid(['Issue', 'Summary', 'Owner', 'Due'], rows)];
  const jql = snapshot.queries.dueNextWeek;
  if (items.length < total && jql !== undefined) {
    const words = `${total - items.length} more are due next week`;
    body.push(line([linked(words, jqlUrl(siteUrl, jql)), '.']));
  }
  return body;
}
