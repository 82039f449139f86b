import type { AdfNode } from './adf';
import type { PageInput } from './document';
import type { Item, OwnerFacts } from './facts';
import { issueUrl, jqlUrl } from './links';
import { grid, type Inline, line, linked, type Words } from './parts';
import { lengthOf } from './span';

const NOBODY = 'No owner';

type Input = Pick<PageInput, 'facts' | 'siteUrl' | 'snapshot'>;

/** Overdue work by who owes it, what they kept and were late with, and what is overdue for longest. */
export function overdueBody(page: Input): AdfNode[] {
  const { facts, siteUrl, snapshot } = page;
  const total = snapshot.figures.overdue;
  if (total === 0) return [line('Nothing is overdue.')];
  const rows = facts.owners.map((row) => ownerRow(row, page));
  const others = facts.otherOwners;
  if (others !== null && others.value > 0)
    rows.push(['All others', counted(others, siteUrl), '–', '–', '–', '–']);
  const length = lengthOf({ label: snapshot.week });
  const titles = ['Owner', 'Overdue', `Kept this ${length}`, 'Late', 'Overdue for longest', 'Working days'];
  const jql = snapshot.queries.overdue;
  const all = jql === undefined ? [] : [linked(`All ${total} overdue items`, jqlUrl(siteUrl, jql)), '.'];
  return [grid(titles, rows), ...ageingLine(page), ...(all.length > 0 ? [line(all)] : [])];
}

function ownerRow({ owner, overdue, kept, late, oldest, oldestDays }: OwnerFacts, page: Input): Words[] {
  const { siteUrl } = page;
  return [
    owner === null ? NOBODY : nameOf(owner),
    counted(overdue, siteUrl),
    kept === null ? '–' : counted(kept, siteUrl),
    late === null ? '–' : counted(late, siteUrl),
    itemWords(oldest, page),
    `${oldestDays}${oldest.dueDate === null ? '' : ` (${oldest.dueDate})`}`,
  ];
}

function ageingLine({ snapshot, siteUrl }: Input): AdfNode[] {
  const { figures, queries, notComputable } = snapshot;
  const part = (name: 'overdueTo5' | 'overdueTo20' | 'overdueOver20', words: string): Inline[] => {
    const [value, jql] = [figures[name], queries[name]];
    return value === null || jql === undefined ? [] : [words, linked(String(value), jqlUrl(siteUrl, jql))];
  };
  const words = [
    ...part('overdueTo5', 'By working days: up to 5: '),
    ...part('overdueTo20', '; 6 to 20: '),
    ...part('overdueOver20', '; more than 20: '),
  ];
  if (words.length === 0)
    return [line(`Ageing is not computable: ${notComputable.overdueTo5 ?? 'it was not counted.'}`)];
  return [line([...words, '.'])];
}

/** A number that leads to its proof. */
const counted = ({ value, jql }: { value: number; jql: string }, siteUrl: string | null): Words =>
  linked(String(value), jqlUrl(siteUrl, jql));

/** An account whose profile hides its name is still somebody. */
const nameOf = (owner: { readonly id: string; readonly name: string }): string => owner.name || owner.id;

const itemWords = ({ key, summary }: Item, { siteUrl }: Input): Words => [
  linked(key, issueUrl(siteUrl, key)),
  summary === '' ? '' : ` ${summary}`,
];

/** What is owed next, soonest first. */
export function dueNextBody(page: Input): AdfNode[] {
  const { facts, siteUrl, snapshot } = page;
  const { items, total } = facts.dueNextWeek;
  const length = lengthOf({ label: snapshot.week });
  if (total === 0) return [line(`Nothing is due next ${length}.`)];
  const rows = items.map((item) => [
    linked(item.key, issueUrl(siteUrl, item.key)),
    item.summary,
    item.owner === null ? NOBODY : nameOf(item.owner),
    item.dueDate ?? '',
  ]);
  const body = [grid(['Issue', 'Summary', 'Owner', 'Due'], rows)];
  const jql = snapshot.queries.dueNextWeek;
  if (items.length < total && jql !== undefined) {
    const words = `All ${total} due next ${length}`;
    body.push(line([linked(words, jqlUrl(siteUrl, jql)), '.']));
  }
  return body;
}
