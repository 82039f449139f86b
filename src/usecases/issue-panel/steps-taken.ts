import { type LocalDate, localDate } from '../../domain/calendar';
import {
  type Commitment,
  ladderOf,
  messageKey,
  personOf,
  recipientOf,
  stageName,
  type Step,
  stepsOf,
} from '../../domain/commitments';
import type { LedgerEntry, LedgerState } from '../../ports/ledger';
import type { Text } from '../../words';
import type { ProjectContext } from '../follow-up/deps';
import type { PlannedMessage } from '../preview';

/**
 * One step of an item's ladder with what became of it: what the ledger says, or `passed` (its day is over, and nothing
 * was sent), `snoozed` (nothing will be), `coming`.
 */
export interface StepTaken {
  readonly key: string;
  readonly stage: string;
  readonly day: LocalDate;
  readonly state: LedgerState | 'passed' | 'snoozed' | 'coming';
  /** Account id; `null` where that will be known on the day. */
  readonly recipient: string | null;
  /** The recipient's wall clock when it was, or would be, decided; `null` where that is too far away. */
  readonly local: string | null;
  readonly why: Text;
}

/** What has been sent about one project's items, and what would be. */
export interface Told {
  readonly context: ProjectContext;
  readonly entries: readonly LedgerEntry[];
  readonly planned: readonly PlannedMessage[];
}

/** The steps of one item for its date as it stands: those that a message was decided for, or all of them. */
export function stepsTaken(item: Commitment, told: Told, isFollowedUp: boolean): StepTaken[] {
  const ladder = isFollowedUp ? stepsWithPeople(item, told.context) : [];
  const due = told.entries.filter((one) => one.commitmentId === item.id && one.dueDate === item.dueDate);
  const keys = new Set(ladder.map(({ stage }) => messageKey(item.id, item.dueDate, stage)));
  const others = due.filter(({ key }) => !keys.has(key)).map(fromLedger);
  return [...ladder.map((step) => taken(step, item, told)), ...others];
}

/** Without the steps that tell nobody: of a sponsor where there is none, and of several owners but once to the chain. */
function stepsWithPeople(item: Commitment, { policy, people }: ProjectContext): Step[] {
  const tells = item.asked?.tells ?? 'both';
  const hasOwner = recipientOf(item, people) !== null;
  return stepsOf(item.dueDate, ladderOf(policy, item), policy.calendar).filter(({ stage }) =>
    stage.kind === 'escalated'
      ? tells !== 'owner' && personOf(stage.to, item, people, policy) !== null
      : tells !== 'chain' && hasOwner,
  );
}

function taken({ stage, day }: Step, item: Commitment, { context, entries, planned }: Told): StepTaken {
  const key = messageKey(item.id, item.dueDate, stage);
  const entry = entries.find((one) => one.key === key);
  if (entry) return { ...fromLedger(entry), day };
  const message = planned.find((one) => one.key === key);
  const step = { key, stage: stageName(stage), day };
  if (message) {
    const { recipient, local, why } = message;
    return { ...step, state: 'coming', recipient: recipient.accountId, local, why };
  }
  const { policy, people, now } = context;
  const person =
    stage.kind === 'escalated' ? personOf(stage.to, item, people, policy) : recipientOf(item, people);
  const isOver = day < localDate(now, person?.zone ?? 'UTC');
  const snoozedUntil = stage.kind === 'escalated' ? null : context.snoozedUntil(item);
  const state = isOver ? 'passed' : snoozedUntil !== null && day < snoozedUntil ? 'snoozed' : 'coming';
  return { ...step, state, recipient: person?.accountId ?? null, local: null, why: '' };
}

const fromLedger = ({ key, stage, state, recipient, local, why }: LedgerEntry): StepTaken => ({
  key,
  stage,
  state,
  recipient,
  local,
  why,
  day: local.slice(0, 10),
});
