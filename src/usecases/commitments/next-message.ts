import { addDays, instantAt, localDate } from '../../domain/calendar';
import { type Commitment, decide, firesOn, ladderOf, type Person } from '../../domain/commitments';
import type { ProjectContext } from '../follow-up/deps';
import { nextHour, type PlannedMessage } from '../preview';

/** Days ahead in which a message counts as the next one: as far as the panel's preview looks. */
const REACH_DAYS = 60;

/**
 * The next message about a commitment if nothing changed until then, by the very step that decides what is sent;
 * `known` are the keys of what the ledger has already. `null` where none comes within two months.
 */
export function nextMessage(
  commitment: Commitment,
  context: ProjectContext,
  known: ReadonlySet<string>,
): PlannedMessage | null {
  const { policy, now } = context;
  const ladder = ladderOf(policy, commitment);
  const first = nextHour(new Date(now.getTime() + 1));
  const people = recipientsOf(commitment, context);
  const zones = new Set(people.map(({ zone }) => zone));
  const today = localDate(now, 'UTC');
  for (let n = -1; n <= REACH_DAYS; n += 1) {
    const day = addDays(today, n);
    if (!firesOn(commitment.dueDate, day, ladder, policy.calendar)) continue;
    const hours = [...zones]
      .map((zone) => Math.max(nextHour(instantAt(day, policy.deliveryTime, zone)).getTime(), first.getTime()))
      .sort((a, b) => a - b);
    for (const hour of new Set(hours)) {
      const at = new Date(hour);
      const message = decide([commitment], { ...context, now: at }).find(
        ({ key, withheld }) => withheld === undefined && !known.has(key),
      );
      if (message) return { ...message, at };
    }
  }
  return null;
}

/** Everybody who may be told of it, each once. */
function recipientsOf({ owner, asked }: Commitment, { people }: ProjectContext): Person[] {
  const persons = [
    owner,
    people.lead,
    people.sponsor,
    ...Object.values(people.named),
    ...Object.values(asked?.named ?? {}),
  ];
  return persons.filter((person) => person !== null);
}
