import { datesOnEarth, localMinute } from '../../src/domain/calendar';
import {
  afterReading,
  type Clause,
  type Commitment,
  daysToTell,
  decide,
  escalationStages,
  type IntendedMessage,
  ladderOf,
  messageKey,
  ownerStage,
  type Person,
  personOf,
  planSweep,
  type Policy,
  type ProjectPeople,
  recipientOf,
  type Roster,
} from '../../src/domain/commitments';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Zones differ from UTC by whole quarters of an hour, and so do the delivery times of these tests. */
const STEP = 15 * MINUTE;

/** Clocks of every kind: both hemispheres, halves and quarters of an hour, both sides of the date line. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

export const personIn = (zone: string, accountId = 'owner', active = true): Person => ({
  accountId,
  displayName: accountId,
  zone,
  active,
});

export const dueOn = (
  dueDate: string,
  owner: Person | null,
  change: Partial<Commitment> = {},
): Commitment => ({
  id: 'jira:1',
  projectId: '1',
  target: { kind: 'issue', id: '1', key: 'A-1' },
  summary: '',
  dueDate,
  owner,
  done: false,
  status: 'To Do',
  priority: null,
  labels: [],
  ...change,
});

/** Every full hour from `start`, both ends included. */
export const ticksFrom = (start: string | number, hours: number): Date[] => {
  const first = typeof start === 'number' ? start : Date.parse(start);
  return Array.from({ length: hours + 1 }, (_, n) => new Date(first + n * HOUR));
};

/** Stage and local time of each message. */
export const story = (world: SimulatedWorld, ticks: readonly Date[]): string[] =>
  simulate(world, ticks).map(
    ({ key, recipient, at }) => `${key.split('/')[2]} ${localMinute(at, recipient.zone)}`,
  );

/** Does the plan look at this commitment at all? `owner` is whom Jira knows now. */
export const isLookedAt = (plan: readonly Clause[], { owner, dueDate }: Commitment): boolean =>
  plan.some((clause) => {
    if (!('dates' in clause) || !clause.dates.includes(dueDate)) return false;
    switch (clause.kind) {
      case 'owners':
        return owner !== null && clause.among.includes(owner.accountId);
      case 'unowned':
        return owner === null;
      case 'strangers':
        return owner !== null && !clause.notAmong.includes(owner.accountId);
      case 'chain':
        return true;
      case 'recent':
        return false;
    }
  });

/** Commitments and people that stay as they are, but for the zones that people move to. */
export interface SimulatedWorld {
  readonly policy: Policy;
  readonly people: ProjectPeople;
  readonly commitments: readonly Commitment[];
  /** Where a person lives at an instant; their own zone where this says nothing. */
  readonly zoneOf?: (accountId: string, at: Date) => string | undefined;
}

export interface SimulatedMessage {
  readonly key: string;
  readonly recipient: Person;
  readonly at: Date;
}

/** Runs plan and decide at each of `ticks`, as the follow-up does: a set is the ledger, and people are learnt as met. */
export function simulate(world: SimulatedWorld, ticks: readonly Date[]): SimulatedMessage[] {
  const roster: Record<string, Roster[string]> = {};
  const sent = new Map<string, SimulatedMessage>();
  let sweptUntil: Date | null = null;
  for (const now of ticks) {
    const { people, commitments } = worldAt(world, now);
    const { policy } = world;
    const plan = planSweep({
      roster,
      people,
      policy,
      sweptUntil,
      now,
      datesOnEarth: datesOnEarth(now),
      items: [],
    });
    const read = commitments.filter((commitment) => isLookedAt(plan, commitment));
    for (const { owner } of read) if (owner) learn(roster, owner, now);
    for (const { key, recipient } of decideAt(read, people, policy, now, roster))
      if (!sent.has(key)) sent.set(key, { key, recipient, at: now });
    sweptUntil = now;
  }
  return [...sent.values()];
}

function decideAt(
  commitments: readonly Commitment[],
  people: ProjectPeople,
  policy: Policy,
  now: Date,
  roster: Roster,
): IntendedMessage[] {
  return decide(commitments, {
    people,
    policy,
    now,
    isBacklog: () => false,
    snoozedUntil: () => null,
    daysToTell: ({ accountId, zone }, at) => daysToTell({ ...roster[accountId], zone }, at),
  });
}

function learn(roster: Record<string, Roster[string]>, { accountId, zone, active }: Person, now: Date): void {
  roster[accountId] = { zone, active, ...afterReading(roster[accountId], { zone, active }, now) };
}

function worldAt({ people, commitments, zoneOf }: SimulatedWorld, at: Date) {
  const now = <P extends Person | null>(person: P): P =>
    person && zoneOf ? { ...person, zone: zoneOf(person.accountId, at) ?? person.zone } : person;
  const named = Object.entries(people.named).map(([id, person]) => [id, now(person)] as const);
  return {
    people: {
      ...people,
      lead: now(people.lead),
      sponsor: now(people.sponsor),
      named: Object.fromEntries(named),
    },
    commitments: commitments.map((commitment) => ({ ...commitment, owner: now(commitment.owner) })),
  };
}

/**
 * What must have been sent, worked out another way: walk every wall clock in quarters of an hour; the first tick of a
 * day on which its delivery time has been shown carries that day's messages. Key, space, ISO instant.
 */
export function owed({ policy, people, commitments }: SimulatedWorld, ticks: readonly Date[]): string[] {
  const first = ticks[0];
  const last = ticks.at(-1);
  if (!first || !last) return [];
  const owedTo = new Map<string, Map<string, Date>>();
  const morningsOf = (zone: string): Map<string, Date> => {
    const known = owedTo.get(zone) ?? mornings(zone, policy.deliveryTime, ticks);
    owedTo.set(zone, known);
    return known;
  };
  return commitments.flatMap((commitment) => {
    const ladder = ladderOf(policy, commitment);
    const { calendar } = policy;
    const { id, dueDate: due } = commitment;
    const owner = recipientOf(commitment, people);
    const toOwner = [...(owner ? morningsOf(owner.zone) : [])].flatMap(([today, at]) => {
      const stage = ownerStage(due, today, ladder, calendar);
      return stage ? [`${messageKey(id, due, stage)} ${at.toISOString()}`] : [];
    });
    const toChain = ladder.escalations.flatMap(({ to }, i) => {
      const person = personOf(to, commitment, people, policy);
      return [...(person ? morningsOf(person.zone) : [])].flatMap(([today, at]) =>
        escalationStages(due, today, ladder, calendar)
          .filter(({ level }) => level === i + 1)
          .map((stage) => `${messageKey(id, due, stage)} ${at.toISOString()}`),
      );
    });
    return [...toOwner, ...toChain];
  });
}

/** By local day, the first tick at which the zone's wall clock has shown the delivery time on that day. */
export function mornings(zone: string, deliveryTime: string, ticks: readonly Date[]): Map<string, Date> {
  const first = ticks[0]?.getTime() ?? 0;
  const last = ticks.at(-1)?.getTime() ?? 0;
  const isTick = new Set(ticks.map((tick) => tick.getTime()));
  const shown = new Set<string>();
  const found = new Map<string, Date>();
  for (let at = first - 2 * DAY; at <= last; at += STEP) {
    const [day = '', time = ''] = localMinute(new Date(at), zone).split('T');
    if (time >= deliveryTime) shown.add(day);
    if (isTick.has(at) && shown.has(day) && !found.has(day)) found.set(day, new Date(at));
  }
  return found;
}
