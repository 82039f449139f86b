import { joined, say, type Text, type Words } from '../../words';
import type { LocalDate } from '../calendar';
import {
  type Commitment,
  isAsked,
  isIssue,
  isPastLadder,
  isQuiet,
  ladderOf,
  type Policy,
  readAskedId,
  type Standing,
  standingOn,
} from '../commitments';
import { ruleInWords } from '../registers';
import { STALE_AFTER } from './silence';

/** Most urgent first. */
export const SEVERITIES = ['critical', 'serious', 'watch'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ACTIONS = ['remind', 'snooze', 'wake', 'reassign', 'escalate', 'decide', 'open'] as const;
export type Action = (typeof ACTIONS)[number];

/** Why something needs the coordinator's attention, and the one thing to do first. */
export interface Attention {
  readonly severity: Severity;
  /** The reason in words. */
  readonly why: Text;
  readonly action: Action;
}

/** What is known of one commitment besides itself. */
export interface Look {
  /** The date for whoever is told of it. */
  readonly today: LocalDate;
  readonly policy: Policy;
  /** Long overdue when Docket was switched on, and left alone since. */
  readonly isBacklog: boolean;
  readonly snoozedUntil: LocalDate | null;
  /** Working days without a change; `null` where nothing says so. */
  readonly silentFor: number | null;
  /** True where its owner has been told today. */
  readonly toldToday: boolean;
  /** The next level of the chain that was never told; `null` where all were. */
  readonly nextLevel: number | null;
  /** What a record asks: its approvers, or a decision; `null` for anything else. */
  readonly asks: 'approval' | 'decision' | null;
}

/** Why the policy does not chase it: it is backlog, its status is left alone, or it is snoozed. */
export function heldBack(
  { status }: Pick<Commitment, 'status'>,
  { today, policy, isBacklog, snoozedUntil }: Pick<Look, 'today' | 'policy' | 'isBacklog' | 'snoozedUntil'>,
): 'backlog' | 'status' | 'snoozed' | null {
  if (isBacklog) return 'backlog';
  if (isQuiet(policy, status)) return 'status';
  return snoozedUntil !== null && today < snoozedUntil ? 'snoozed' : null;
}

/**
 * Whether a commitment needs attention today, and why: by the same ladder and calendar that its messages go by. What is
 * snoozed stays out of sight until its day, unless it is past the last level of its chain: nobody can silence that.
 */
export function assess(commitment: Commitment, look: Look): Attention | null {
  const held = heldBack(commitment, look);
  if (commitment.done || held === 'backlog' || held === 'status') return null;
  const ladder = ladderOf(look.policy, commitment);
  const standing = standingOn(commitment.dueDate, look.today, ladder, look.policy.calendar);
  const severity = severityOf(commitment, standing, isPastLadder(standing, ladder), look);
  if (severity === null || (held === 'snoozed' && severity !== 'critical')) return null;
  return {
    severity,
    why: joined(reasons(commitment, standing, severity, look)),
    action: actionOf(commitment, standing, look),
  };
}

const isLate = ({ kind }: Standing): boolean => kind === 'overdue' || kind === 'escalated';
const hasOwner = ({ owner }: Commitment): boolean => owner?.active === true;

function severityOf(
  commitment: Commitment,
  standing: Standing,
  isPast: boolean,
  look: Look,
): Severity | null {
  if (isLate(standing) && standing.days > 0) {
    // A report goes out on its day, and who waits for an approval can do nothing.
    if (isPast || commitment.asked?.by === 'report' || look.asks === 'approval') return 'critical';
    return isAsked(commitment) ? 'watch' : 'serious';
  }
  return isSoon(commitment, standing, look) || !hasOwner(commitment) ? 'watch' : null;
}

/** From the first reminder of its ladder on. */
function isSoon(commitment: Commitment, { kind, days }: Standing, { policy }: Look): boolean {
  return kind !== 'upcoming' || days <= Math.max(1, ...ladderOf(policy, commitment).leadDays);
}

function reasons(commitment: Commitment, standing: Standing, severity: Severity, look: Look): Words[] {
  const { silentFor } = look;
  const isStale = silentFor !== null && silentFor >= STALE_AFTER && isSoon(commitment, standing, look);
  return [
    whenWords(commitment, standing, severity, look),
    ...(commitment.owner === null
      ? [say('today.unowned')]
      : hasOwner(commitment)
        ? []
        : [say('today.ownerInactive')]),
    ...(isStale ? [say('today.silent', { days: silentFor })] : []),
    ...(look.toldToday && hasOwner(commitment) ? [say('today.toldToday')] : []),
  ];
}

type When =
  | 'approvalLate'
  | 'atLevel'
  | 'dueIn'
  | 'dueNext'
  | 'dueToday'
  | 'late'
  | 'noReminderFollows'
  | 'notYetLate'
  | 'pastChain'
  | 'reportLate';

const askedBy = ({ id }: Commitment): string => readAskedId(id)?.obligationId ?? '';

/** With what is asked in front of it, where a record or a report asks. */
function whenWords(
  commitment: Commitment,
  standing: Standing,
  severity: Severity,
  look: Pick<Look, 'asks'>,
): Words {
  const { asked } = commitment;
  const { days, level } = standing;
  const when = whenOf(commitment, standing, severity, look);
  return asked
    ? say(`today.asked.${when}`, { rule: ruleInWords(askedBy(commitment), asked.rule), days, level })
    : say(`today.own.${when}`, { days, level });
}

function whenOf(
  { asked }: Commitment,
  { kind, days, level }: Standing,
  severity: Severity,
  { asks }: Pick<Look, 'asks'>,
): When {
  switch (kind) {
    case 'upcoming':
      return days === 1 ? 'dueNext' : 'dueIn';
    case 'due-today':
      return 'dueToday';
    case 'overdue':
    case 'escalated':
      if (days === 0) return 'notYetLate';
      if (asks === 'approval') return 'approvalLate';
      if (asked?.by === 'report') return 'reportLate';
      if (severity === 'critical') return level > 0 ? 'pastChain' : 'noReminderFollows';
      return level > 0 ? 'atLevel' : 'late';
  }
}

/**
 * The one thing to do first: who is missing is named, what waits is decided, what is silent is woken, what was said is
 * taken a level up.
 */
function actionOf(commitment: Commitment, standing: Standing, look: Look): Action {
  if (look.asks !== null) return 'decide';
  if (!commitment.asked && heldBack(commitment, look) === 'snoozed') return 'wake';
  if (!hasOwner(commitment)) return isIssue(commitment) || isAsked(commitment) ? 'reassign' : 'open';
  if (!look.toldToday) return 'remind';
  return isLate(standing) && look.nextLevel !== null ? 'escalate' : 'open';
}

/** What may be done about it by somebody who may edit the project's issues, in the order of the menu. */
export function actionsFor(commitment: Commitment, look: Look): Action[] {
  const ladder = ladderOf(look.policy, commitment);
  const standing = standingOn(commitment.dueDate, look.today, ladder, look.policy.calendar);
  const held = heldBack(commitment, look);
  const report = commitment.asked?.by === 'report';
  const may: Readonly<Record<Action, boolean>> = {
    remind: held !== 'status' && held !== 'snoozed',
    snooze: !commitment.asked,
    wake: held === 'snoozed' && !commitment.asked,
    reassign: isIssue(commitment) || (isAsked(commitment) && !report && look.asks !== 'approval'),
    escalate: held !== 'status' && isLate(standing) && look.nextLevel !== null,
    decide: look.asks !== null,
    open: true,
  };
  return ACTIONS.filter((action) => may[action]);
}
