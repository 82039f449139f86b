/**
 * The one clock of the sandbox. Site, host, queues, triggers and expiry all read it; a test or a person moves it.
 * Work is scheduled at instants (epoch milliseconds) and runs, in order of time and then of scheduling, only while
 * the clock is being advanced. Nothing here waits for real time.
 */
export interface SandboxClock {
  /** The current instant in epoch milliseconds. */
  now(): number;
  /** Runs `task` when the clock reaches `at`; an instant in the past runs on the next advance. */
  schedule(at: number, task: () => Promise<void> | void): Scheduled;
  /** Moves to `instant`, running what falls due on the way, each at its own time. Never moves back. */
  advanceTo(instant: number): Promise<void>;
  /** Moves forward by `milliseconds`. */
  advance(milliseconds: number): Promise<void>;
  /** Runs everything that is due now without moving. */
  settle(): Promise<void>;
  /** The instant of the next scheduled task, if any. */
  next(): number | undefined;
}

export interface Scheduled {
  readonly at: number;
  cancel(): void;
}

interface Entry extends Scheduled {
  readonly sequence: number;
  readonly task: () => Promise<void> | void;
}

/** @throws RangeError where `start` is not a finite instant, or an advance would go back in time. */
export function createClock(start: number): SandboxClock {
  if (!Number.isFinite(start)) throw new RangeError(`The clock cannot start at ${start}.`);
  let current = start;
  let sequence = 0;
  // Latest first, so that what is due comes off the end; an import schedules tens of thousands of events.
  const entries: Entry[] = [];
  let advancing = false;

  /** Where `entry` stands or belongs. Of two at one instant, the one scheduled first is nearer the end. */
  const placeOf = (entry: Entry): number => {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = entries[middle] as Entry;
      if (other.at > entry.at || (other.at === entry.at && other.sequence > entry.sequence)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const takeDue = (limit: number): Entry | undefined => {
    const first = entries.at(-1);
    return first && first.at <= limit ? entries.pop() : undefined;
  };

  const advanceTo = async (instant: number): Promise<void> => {
    if (!Number.isFinite(instant) || instant < current) {
      throw new RangeError(`The clock stands at ${current} and cannot go to ${instant}.`);
    }
    if (advancing) throw new Error('The clock is already being advanced; schedule work instead of nesting.');
    advancing = true;
    try {
      for (let due = takeDue(instant); due; due = takeDue(instant)) {
        current = Math.max(current, due.at);
        await due.task();
      }
      current = instant;
    } finally {
      advancing = false;
    }
  };

  return {
    now: () => current,
    schedule(at, task) {
      const entry: Entry = {
        at,
        task,
        sequence: sequence++,
        cancel() {
          const place = placeOf(entry);
          if (entries[place] === entry) entries.splice(place, 1);
        },
      };
      entries.splice(placeOf(entry), 0, entry);
      return entry;
    },
    advanceTo,
    advance: (milliseconds) => advanceTo(current + milliseconds),
    settle: () => advanceTo(current),
    next: () => entries.at(-1)?.at,
  };
}
