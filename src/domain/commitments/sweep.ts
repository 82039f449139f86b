import { instantAt, type LocalDate, localDate } from '../calendar';
import type { Person, ProjectPeople } from './commitment';
import { daysToTell, type Residence } from './moves';
import { laddersOf, type Policy, type Who } from './policy';
import { datesThatFire, type Fires, firesForLevels, firesForOwner } from './stage';

/** The people Docket has met, with what decides when they are told. */
export type Roster = Readonly<Record<string, Residence>>;

/** One kind of item that a run has to look at. Everything else is either not due or was looked at before. */
export type Clause =
  /** Items of these owners, whose delivery time has come since the last run. */
  | { readonly kind: 'owners'; readonly dates: readonly LocalDate[]; readonly among: readonly string[] }
  /** Items without an owner: they go to the lead, whose delivery time has come. */
  | { readonly kind: 'unowned'; readonly dates: readonly LocalDate[] }
  /** Items of owners whom we have not met: they may live anywhere on earth. */
  | { readonly kind: 'strangers'; readonly dates: readonly LocalDate[]; readonly notAmong: readonly string[] }
  /** Items that are new since the last run: their owner's morning may be over. */
  | { readonly kind: 'recent'; readonly dates: readonly LocalDate[]; readonly createdFrom: Date }
  /** Items that the chain is told about now, whoever owns them. */
  | { readonly kind: 'chain'; readonly dates: readonly LocalDate[] }
  /** Items that something happened to since the last run. */
  | { readonly kind: 'items'; readonly ids: readonly string[] };

export interface SweepInput {
  readonly roster: Roster;
  readonly people: ProjectPeople;
  readonly policy: Policy;
  /** The end of the last finished run; `null` before the first. */
  readonly sweptUntil: Date | null;
  readonly now: Date;
  /** Dates that it is somewhere on earth now. */
  readonly datesOnEarth: readonly LocalDate[];
  /** What is due up to this date is backlog, and not asked for by date; `null`: nothing is. */
  readonly leftAloneUpTo?: LocalDate | null;
  /** Ids of items that were touched, or whose date was promised anew. */
  readonly items: readonly string[];
}

/** True where today's delivery time of the zone lies in `(sweptUntil, now]`. */
export function hasOpened(
  zone: string,
  { policy, sweptUntil, now }: Pick<SweepInput, 'policy' | 'sweptUntil' | 'now'>,
): boolean {
  const at = instantAt(localDate(now, zone), policy.deliveryTime, zone);
  return at <= now && (sweptUntil === null || at > sweptUntil);
}

/**
 * The same for somebody whose zone is not the one that the last run went by: their morning there may have passed
 * before we knew of it, so whatever is open today counts.
 */
function hasOpenedFor(
  person: { readonly zone: string; readonly movedAt?: string | undefined },
  input: SweepInput,
): boolean {
  const { movedAt, zone } = person;
  const isNews = movedAt !== undefined && input.sweptUntil !== null && new Date(movedAt) >= input.sweptUntil;
  return hasOpened(zone, isNews ? { ...input, sweptUntil: null } : input);
}

/** Whose delivery time lies in `(sweptUntil, now]`, and which due dates can matter to them. */
export function planSweep(input: SweepInput): Clause[] {
  const { roster, people, policy, sweptUntil, now, datesOnEarth, items, leftAloneUpTo = null } = input;
  const isChased = (due: LocalDate): boolean => leftAloneUpTo === null || due > leftAloneUpTo;
  const opened = ({ accountId, zone }: Person): boolean =>
    hasOpenedFor({ zone, movedAt: roster[accountId]?.movedAt }, input);
  const daysOf = ({ accountId, zone }: Person): LocalDate[] =>
    daysToTell({ ...roster[accountId], zone }, now);
  const datesFor = (days: Iterable<LocalDate>, fires: Fires): LocalDate[] =>
    sortedSet(
      [...days]
        .flatMap((today) =>
          laddersOf(policy).flatMap((ladder) => datesThatFire(today, ladder, policy.calendar, fires)),
        )
        .filter(isChased),
    );
  const { lead } = people;
  const strangerDates = datesFor(datesOnEarth, firesForOwner);

  const clauses: Clause[] = [
    ...ownersByDay(input).map(({ today, among }) => ({
      kind: 'owners' as const,
      dates: datesFor([today], firesForOwner),
      among,
    })),
    ...(lead && opened(lead)
      ? [{ kind: 'unowned' as const, dates: datesFor(daysOf(lead), firesForOwner) }]
      : []),
    { kind: 'strangers', dates: strangerDates, notAmong: Object.keys(roster) },
    ...(sweptUntil ? [{ kind: 'recent' as const, dates: strangerDates, createdFrom: sweptUntil }] : []),
    { kind: 'chain', dates: chainDates(people, policy, opened, daysOf, datesFor) },
  ];
  const dated = clauses.filter((clause) => 'dates' in clause && clause.dates.length > 0);
  return items.length > 0 ? [...dated, { kind: 'items', ids: items }] : dated;
}

/**
 * Every due date that matters to anybody whose delivery time has come. What was promised for one of them is read by
 * its id: Jira's own date does not find it.
 */
export function datesOpened(input: Omit<SweepInput, 'items'>): ReadonlySet<LocalDate> {
  const { roster, people, policy, now } = input;
  const team = [people.lead, people.sponsor, ...Object.values(people.named)].filter((one) => one !== null);
  const everybody = [...Object.values(roster), ...team.map((one) => ({ ...roster[one.accountId], ...one }))];
  const days = new Set(
    everybody
      .filter((one) => hasOpenedFor(one, { ...input, items: [] }))
      .flatMap((one) => daysToTell(one, now)),
  );
  const fires: Fires[] = [firesForOwner, firesForLevels(() => true)];
  return new Set(
    [...days].flatMap((today) =>
      laddersOf(policy).flatMap((ladder) =>
        fires.flatMap((fire) => datesThatFire(today, ladder, policy.calendar, fire)),
      ),
    ),
  );
}

/** Known owners whose delivery time has come, by the day that it is for them. The inactive ones follow the lead. */
function ownersByDay(input: SweepInput) {
  const { roster, people, now } = input;
  const byDay = new Map<LocalDate, string[]>();
  const daysOf = new Map<string, readonly LocalDate[]>();
  const leadZone = people.lead?.zone;
  const lead = roster[people.lead?.accountId ?? ''];
  for (const [id, person] of Object.entries(roster)) {
    const zone = person.active ? person.zone : leadZone;
    if (zone === undefined) continue;
    const { movedAt, missedFrom } =
      !person.active && (lead?.movedAt ?? '') > (person.movedAt ?? '') ? (lead ?? person) : person;
    const known = movedAt === undefined ? zone : `${zone} ${movedAt} ${missedFrom ?? ''}`;
    let days = daysOf.get(known);
    if (!days) {
      days = hasOpenedFor({ zone, movedAt }, input) ? daysToTell({ zone, movedAt, missedFrom }, now) : [];
      daysOf.set(known, days);
    }
    for (const day of days) {
      const among = byDay.get(day);
      if (among) among.push(id);
      else byDay.set(day, [id]);
    }
  }
  return [...byDay].map(([today, among]) => ({ today, among }));
}

/** Due dates on which somebody of the chain, whose delivery time has come, is told. */
function chainDates(
  people: ProjectPeople,
  policy: Policy,
  opened: (person: Person) => boolean,
  daysOf: (person: Person) => LocalDate[],
  datesFor: (days: Iterable<LocalDate>, fires: Fires) => LocalDate[],
): LocalDate[] {
  const told = (who: Who): Person[] => candidates(who, people, policy);
  const levels = laddersOf(policy).flatMap(({ escalations }) => escalations);
  const open = new Map(
    levels
      .flatMap(({ to }) => told(to))
      .filter(opened)
      .map((person) => [`${person.zone} ${daysOf(person).join(' ')}`, person] as const),
  );
  return sortedSet(
    [...open.values()].flatMap((one) =>
      datesFor(
        daysOf(one),
        firesForLevels((who) => told(who).some(({ zone }) => zone === one.zone)),
      ),
    ),
  );
}

/** Everyone whom a level may end up telling: the person, and the lead who takes their place. */
function candidates(who: Who, people: ProjectPeople, policy: Policy): Person[] {
  const named = (ids: readonly string[]): Person[] => ids.flatMap((id) => people.named[id] ?? []);
  const lead = people.lead ? [people.lead] : [];
  switch (who.kind) {
    case 'lead':
      return lead;
    case 'sponsor':
      return people.sponsor ? [people.sponsor, ...lead] : [];
    case 'person':
      return [...named([who.accountId]), ...lead];
    case 'stand-in':
      return [...named(Object.values(policy.standIns)), ...lead];
  }
}

const sortedSet = (dates: readonly LocalDate[]): LocalDate[] => [...new Set(dates)].sort();
