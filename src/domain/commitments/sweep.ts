import { instantAt, type LocalDate, localDate } from '../calendar';
import type { Person, ProjectPeople } from './commitment';
import type { EscalationRole, Policy } from './policy';
import { datesThatFire, firesForOwner, firesForRole } from './stage';

/** The people Docket has met in a project, with what decides when they are told. */
export type Roster = Readonly<Record<string, { readonly zone: string; readonly active: boolean }>>;

/** What one run has to look at. Everything else is either not due or was looked at before. */
export interface SweepPlan {
  /** Owners whose delivery time came since the last run. */
  readonly owners: readonly string[];
  /** True where items without an owner are due, since they go to the lead. */
  readonly unowned: boolean;
  /** Due dates that concern these owners today, on their own calendars. */
  readonly ownerDates: readonly LocalDate[];
  /** Owners that the roster knows; anyone else is a stranger and looked at in every run. */
  readonly known: readonly string[];
  /** Due dates that can concern somebody anywhere on earth today. */
  readonly strangerDates: readonly LocalDate[];
  /** Due dates on which the chain is told now. */
  readonly chainDates: readonly LocalDate[];
}

export interface SweepInput {
  readonly roster: Roster;
  readonly people: ProjectPeople;
  readonly policy: Policy;
  /** The end of the last finished run; `null` before the first. */
  readonly sweptUntil: Date | null;
  readonly now: Date;
  /** Dates that it is somewhere on earth now: owners we have not met may live there. */
  readonly datesOnEarth: readonly LocalDate[];
}

/** Whose delivery time lies in `(sweptUntil, now]`, and which due dates can matter to them. */
export function planSweep({ roster, people, policy, sweptUntil, now, datesOnEarth }: SweepInput): SweepPlan {
  const opened = (zone: string): boolean => {
    const at = instantAt(localDate(now, zone), policy.deliveryTime, zone);
    return at <= now && (sweptUntil === null || at > sweptUntil);
  };
  const { lead } = people;
  const unowned = lead !== null && opened(lead.zone);
  const known = Object.keys(roster);
  const zones = new Set(unowned ? [lead.zone] : []);
  const owners = known.filter((id) => {
    const person = roster[id];
    const zone = person?.active ? person.zone : lead?.zone;
    if (zone === undefined || !opened(zone)) return false;
    zones.add(zone);
    return true;
  });
  const roles: [EscalationRole, Person | null][] = [
    ['lead', people.lead],
    ['sponsor', people.sponsor],
  ];
  const chainDates = roles.flatMap(([role, person]) =>
    person && opened(person.zone)
      ? datesThatFire(localDate(now, person.zone), policy, firesForRole(role))
      : [],
  );
  const datesOn = (days: Iterable<LocalDate>) =>
    sortedSet([...days].flatMap((today) => datesThatFire(today, policy, firesForOwner)));
  return {
    owners,
    unowned,
    ownerDates: datesOn(new Set([...zones].map((zone) => localDate(now, zone)))),
    known,
    strangerDates: datesOn(datesOnEarth),
    chainDates: sortedSet(chainDates),
  };
}

const sortedSet = (dates: readonly LocalDate[]): LocalDate[] => [...new Set(dates)].sort();
