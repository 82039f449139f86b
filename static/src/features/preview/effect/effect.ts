import type { PlannedView } from '../../../api/contract';
import { byDay } from '../days';

/** What one day is like by the saved settings, and by those on the form. */
export interface EffectDay {
  /** YYYY-MM-DD, on the recipients' own calendars. */
  readonly date: string;
  readonly saved: number;
  readonly draft: number;
}

export interface Effect {
  /** Every day on which either would send anything, earliest first. */
  readonly days: readonly EffectDay[];
  /** Messages that only the settings on the form would send, earliest first. */
  readonly more: readonly PlannedView[];
  /** Messages that they would no longer send. */
  readonly fewer: readonly PlannedView[];
  /** Messages that both would send, at another time. */
  readonly moved: number;
}

/** A message goes to each of its recipients by itself. */
const nameOf = ({ key, recipient }: PlannedView): string => `${key} ${recipient}`;

/** What a change of settings does to what would be sent. */
export function effectOf(saved: readonly PlannedView[], draft: readonly PlannedView[]): Effect {
  const before = new Map(saved.map((message) => [nameOf(message), message]));
  const after = new Map(draft.map((message) => [nameOf(message), message]));
  const count = (messages: readonly PlannedView[]) =>
    new Map(byDay(messages).map((day) => [day.date, day.messages.length]));
  const [savedDays, draftDays] = [count(saved), count(draft)];
  return {
    days: [...new Set([...savedDays.keys(), ...draftDays.keys()])].sort().map((date) => ({
      date,
      saved: savedDays.get(date) ?? 0,
      draft: draftDays.get(date) ?? 0,
    })),
    more: draft.filter((message) => !before.has(nameOf(message))),
    fewer: saved.filter((message) => !after.has(nameOf(message))),
    moved: draft.filter((message) => {
      const old = before.get(nameOf(message));
      return old !== undefined && old.at !== message.at;
    }).length,
  };
}
