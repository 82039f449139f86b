import type { PlannedView } from '../../api/contract';

/** What would be sent on one day of the recipients' own calendars. */
export interface PlannedDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Earliest first. */
  readonly messages: readonly PlannedView[];
  /** How many people would hear something. */
  readonly people: number;
}

/** @returns The days on which anything would be sent, earliest first. */
export function byDay(messages: readonly PlannedView[]): PlannedDay[] {
  const days = new Map<string, PlannedView[]>();
  for (const message of messages) {
    const date = message.local.slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), message]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, sent]) => ({
      date,
      messages: sent.sort((a, b) => a.local.localeCompare(b.local)),
      people: new Set(sent.map(({ recipient }) => recipient)).size,
    }));
}
