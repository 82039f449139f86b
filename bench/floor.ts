import type { Message } from './oracle/expected';

/** The least that any follow-up of these messages costs, in Jira's points and by what it is spent on. */
export interface Floor {
  readonly messages: number;
  /** What one recipient is told about one issue in one hour is one comment: one point each. */
  readonly comments: number;
  /** An issue is read once in the hour in which somebody is told about it: one point each. */
  readonly reads: number;
  /** One call for each hundred issues that are read in an hour: one point each. */
  readonly searches: number;
  readonly points: number;
}

/** Issues that one page of a search brings: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
const PAGE_SIZE = 100;

/** The floor of these messages, by nothing but what they are. */
export function floorOf(messages: readonly Message[]): Floor {
  const comments = new Set(messages.map(({ item, recipient, tick }) => `${tick} ${item} ${recipient}`)).size;
  const itemsAt = new Map<number, Set<string>>();
  for (const { item, tick } of messages)
    itemsAt.set(tick, (itemsAt.get(tick) ?? new Set<string>()).add(item));
  const counts = [...itemsAt.values()].map(({ size }) => size);
  const reads = counts.reduce((sum, count) => sum + count, 0);
  const searches = counts.reduce((sum, count) => sum + Math.ceil(count / PAGE_SIZE), 0);
  return { messages: messages.length, comments, reads, searches, points: comments + reads + searches };
}

export interface Difference {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

const wordsOf = ({ item, recipient, stage, tick }: Message): string =>
  `${new Date(tick).toISOString().slice(0, 13)}Z ${item} ${stage} to ${recipient}`;

/** What was owed and did not come, and what came unasked; a message in another hour, or twice, is both or the latter. */
export function compare(expected: readonly Message[], sent: readonly Message[]): Difference {
  const owed = new Map<string, number>();
  for (const message of expected) owed.set(wordsOf(message), (owed.get(wordsOf(message)) ?? 0) + 1);
  const unexpected: string[] = [];
  for (const message of sent) {
    const left = owed.get(wordsOf(message)) ?? 0;
    if (left === 0) unexpected.push(wordsOf(message));
    else owed.set(wordsOf(message), left - 1);
  }
  return { missing: [...owed].flatMap(([words, left]) => (left > 0 ? [words] : [])), unexpected };
}
