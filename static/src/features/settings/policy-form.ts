import type { PolicyShape } from '../../api/contract';
import { personOption, type PersonOption } from '../../shared/person';
import { toRows, type Row } from './rows';

type Names = Readonly<Record<string, string>>;
type LadderShape = PolicyShape['ladder'];
export type WhoKind = LadderShape['escalations'][number]['to']['kind'];

/** A level of the escalation chain as its controls hold it. */
export interface LevelInput {
  readonly day: string;
  readonly who: WhoKind;
  /** Counts where `who` is `person`. */
  readonly person: PersonOption | null;
}

export interface LadderInput {
  /** Numbers, separated by commas. */
  readonly leadDays: string;
  readonly remindsLate: boolean;
  readonly first: string;
  readonly every: string;
  readonly last: string;
  readonly levels: readonly (LevelInput & Row)[];
}

export interface SpecialInput {
  readonly name: string;
  readonly priorities: readonly string[];
  readonly labels: readonly string[];
  readonly ladder: LadderInput;
}

export interface StandInInput {
  readonly owner: PersonOption | null;
  readonly standIn: PersonOption | null;
}

/** The policy as the form's controls hold it. */
export interface PolicyInput {
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly deliveryTime: string;
  readonly backlogAfter: string;
  readonly country: string;
  readonly quietStatuses: readonly string[];
  readonly ladder: LadderInput;
  readonly special: readonly (SpecialInput & Row)[];
  readonly standIns: readonly (StandInInput & Row)[];
}

export function toPolicyInput(policy: PolicyShape, names: Names): PolicyInput {
  const standIns = Object.entries(policy.standIns).map(([owner, standIn]) => ({
    owner: personOption(owner, names),
    standIn: personOption(standIn, names),
  }));
  return {
    weekdays: policy.weekdays,
    deliveryTime: policy.deliveryTime,
    backlogAfter: String(policy.backlogAfter),
    country: policy.holidayCountry ?? '',
    quietStatuses: policy.quietStatuses,
    ladder: toLadderInput(policy.ladder, names),
    special: toRows(
      policy.special.map(({ ladder, ...rest }) => ({ ...rest, ladder: toLadderInput(ladder, names) })),
    ),
    standIns: toRows(standIns),
  };
}

/** What stands in the fields of late reminders before anybody has asked for some. */
const LATE = { first: 1, every: 2, last: 15 };

export function toLadderInput({ leadDays, overdue, escalations }: LadderShape, names: Names): LadderInput {
  const { first, every, last } = overdue ?? LATE;
  const levels = escalations.map(({ day, to }) => ({
    day: String(day),
    who: to.kind,
    person: to.kind === 'person' ? personOption(to.accountId, names) : null,
  }));
  return {
    leadDays: leadDays.join(', '),
    remindsLate: overdue !== null,
    first: String(first),
    every: String(every),
    last: String(last),
    levels: toRows(levels),
  };
}

export function toPolicy(input: PolicyInput): PolicyShape {
  const { special, standIns } = input;
  return {
    weekdays: [...input.weekdays].sort(),
    deliveryTime: input.deliveryTime,
    backlogAfter: numberOf(input.backlogAfter),
    holidayCountry: countryOf(input.country),
    quietStatuses: [...input.quietStatuses],
    ladder: toLadder(input.ladder),
    special: special.map(({ name, priorities, labels, ladder }) => ({
      name: name.trim(),
      priorities: [...priorities],
      labels: [...labels],
      ladder: toLadder(ladder),
    })),
    standIns: Object.fromEntries(
      standIns.flatMap(({ owner, standIn }) =>
        owner !== null && standIn !== null ? [[owner.value, standIn.value]] : [],
      ),
    ),
  };
}

export function toLadder({ leadDays, remindsLate, first, every, last, levels }: LadderInput): LadderShape {
  const written = leadDays.split(/[\s,;]+/).filter((part) => part !== '');
  return {
    leadDays: written.map(numberOf),
    overdue: remindsLate ? { first: numberOf(first), every: numberOf(every), last: numberOf(last) } : null,
    escalations: levels.map(({ day, who, person }) => ({
      day: numberOf(day),
      to: who === 'person' ? { kind: who, accountId: person?.value ?? '' } : { kind: who },
    })),
  };
}

/** An empty field is no number, not the number nought. */
export const numberOf = (written: string): number => (written.trim() === '' ? Number.NaN : Number(written));

/** `de-BY` is `DE-BY`: the country is always in capitals, regions are not. */
function countryOf(written: string): string | null {
  const [country = '', ...regions] = written.trim().split('-');
  return country === '' ? null : [country.toUpperCase(), ...regions].join('-');
}
