import { say } from '../../words';
import { sameJson } from '../json';
import { castVote, requestApproval, type Vote, verdictOf } from './approval';
import type { ConfiguredRegister } from './configure';
import type { ApprovalDefinition, Values } from './define';
import { Money } from './money';
import { correctRecord, editRecord, isLocked, settleRecord, transitionRecord } from './record';
import { type Outcome, refuse } from './refusal';
import type { ApprovalState, StoredRecord } from './stored';
import { singularOf } from './terms';

/** Who stands behind a request, and who decides where nobody is named. */
export interface Standing {
  /** Who entered the record; `null` where Docket does not know. */
  readonly createdBy: string | null;
  readonly actor: string;
  readonly lead: string | null;
  readonly sponsor: string | null;
}

const isWaiting = ({ approvals }: ConfiguredRegister, { state }: Pick<StoredRecord, 'state'>): boolean =>
  approvals?.waits === state;

/** States that people may move a record to by hand: what is voted on is decided by its votes alone. */
export function movesFrom(
  register: ConfiguredRegister,
  record: Pick<StoredRecord, 'state'>,
): readonly string[] {
  const next = register.lifecycle[record.state]?.next ?? [];
  const { approved, rejected } = register.approvals ?? {};
  return isWaiting(register, record) ? next.filter((to) => to !== approved && to !== rejected) : next;
}

/** The record in another state by somebody's hand; into the state of voting, with the approval asked for. */
export function moveRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  to: string,
  standing: Standing,
  now: Date,
): Outcome<StoredRecord> {
  const { approvals } = register;
  if (approvals?.waits !== to) return transitionRecord(register, before, to, now);
  const moved = transitionRecord(register, before, to, now);
  if (!moved.ok) return moved;
  const approval = ask(register, approvals, before.values, standing, now);
  return approval.ok ? settleRecord(register, before, approval.value, to, now) : approval;
}

/** The record with other values. Where approvers are voting they are asked afresh: they approve what they have seen. */
export function changeRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  input: unknown,
  standing: Standing,
  now: Date,
): Outcome<StoredRecord> {
  const edited = editRecord(register, before, input, now);
  if (!edited.ok || !register.approvals || !isWaiting(register, before)) return edited;
  const approval = ask(register, register.approvals, edited.value.values, standing, now);
  return approval.ok ? editRecord(register, { ...before, approval: approval.value }, input, now) : approval;
}

/**
 * A decided record with other values. What was approved was its effect on schedule and cost: where the correction
 * changes that before it is carried out, the approvers are asked again.
 */
export function correctDecided(
  register: ConfiguredRegister,
  before: StoredRecord,
  input: unknown,
  standing: Standing,
  now: Date,
): Outcome<StoredRecord> {
  const { approvals } = register;
  const corrected = correctRecord(register, before, input, now);
  if (!corrected.ok || !approvals || before.state !== approvals.approved) return corrected;
  const { values } = corrected.value;
  if ([approvals.days, approvals.money].every((key) => sameJson(values[key], before.values[key])))
    return corrected;
  const approval = ask(register, approvals, values, standing, now);
  if (!approval.ok) return approval;
  const undecided = { state: approvals.waits, approval: approval.value };
  return correctRecord(register, before, input, now, undecided);
}

/** The record with one more vote, in its next state where that decides it. */
export function voteOnRecord(
  register: ConfiguredRegister,
  before: StoredRecord,
  vote: Omit<Vote, 'at'>,
  now: Date,
): Outcome<StoredRecord> {
  const { approvals, settings } = register;
  if (!approvals || !before.approval || !isWaiting(register, before))
    return refuse(say('registers.approval.notUp', { thing: singularOf(register) }));
  const cast = castVote(before.approval, vote, { selfApproval: settings.approval.selfApproval }, now);
  if (!cast.ok) return cast;
  const verdict = verdictOf(cast.value);
  const to = verdict === 'pending' ? before.state : approvals[verdict];
  return settleRecord(register, before, cast.value, to, now);
}

/** Whether this person is asked to decide on the record, and may. */
export function mayVote(register: ConfiguredRegister, record: StoredRecord, person: string): boolean {
  const { approval } = record;
  if (!approval || approval.decidedAt !== undefined || !isWaiting(register, record)) return false;
  const isOwn = approval.requestedBy === person && !register.settings.approval.selfApproval;
  return approval.approvers.includes(person) && !isOwn;
}

/** What may be done with a record by somebody who may edit its issue. */
export interface Possible {
  readonly edit: boolean;
  readonly correct: boolean;
  readonly moveTo: readonly string[];
  readonly happened: boolean;
}

export function possibleWith(register: ConfiguredRegister, record: StoredRecord): Possible {
  const locked = isLocked(register, record);
  const moveTo = movesFrom(register, record);
  const { happened } = register;
  return {
    edit: !locked,
    correct: locked,
    moveTo,
    happened: happened !== undefined && moveTo.includes(happened.state),
  };
}

/** The last good version again, as a revision of its own after everything that ever was. */
export const restoredRecord = (lastGood: StoredRecord, now: Date): StoredRecord => ({
  ...lastGood,
  revision: lastGood.revision + 1,
  updatedAt: now.toISOString(),
});

function ask(
  { settings }: ConfiguredRegister,
  { requester, days, money }: ApprovalDefinition,
  values: Values,
  { createdBy, actor, lead, sponsor }: Standing,
  now: Date,
): Outcome<ApprovalState> {
  const author = createdBy ?? actor;
  const named = values[requester];
  const time = values[days];
  const stake = {
    days: typeof time === 'number' ? time : null,
    money: Money.safeParse(values[money]).data ?? null,
  };
  const requesters: [string, ...string[]] = typeof named === 'string' ? [named, author] : [author];
  const request = requestApproval(settings.approval, { stake, requesters, lead, sponsor }, now);
  return request.ok ? { ok: true, value: request.value.approval } : request;
}
