import type { LocalDate } from '../calendar';
import { type Asked, type Commitment, isTask, type Person } from './commitment';
import { listInWords, whoInWords } from './describe';
import type { Stage } from './stage';

const workingDays = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);

/** Why this message came, in one sentence; shown at its end, in the ledger, and in the preview. */
export function explain(stage: Stage, commitment: Commitment, recipient: Person, isHidden = false): string {
  const standsIn = stage.kind !== 'escalated' && commitment.owner?.accountId !== recipient.accountId;
  const lack = commitment.owner ? 'active owner' : 'owner';
  const because = isHidden
    ? ' It comes to the project lead because the person whom the rule names cannot see the item.'
    : standsIn
      ? ` It comes to the project lead because the item has no ${lack}.`
      : '';
  const promised = commitment.firstDate ? ` The date first promised was ${commitment.firstDate}.` : '';
  return `${reason(stage, commitment)}Rule: ${rule(stage, commitment)}.${because}${promised}`;
}

function rule(stage: Stage, { asked }: Commitment): string {
  const owner = asked ? 'whoever owes it' : 'the owner';
  switch (stage.kind) {
    case 'upcoming':
      return `remind ${owner} ${workingDays(stage.days)} before the due date`;
    case 'due-today':
      return `remind ${owner} on the due date, or on the last working day before it`;
    case 'overdue':
      return `remind ${owner} ${workingDays(stage.days)} after the due date`;
    case 'asked':
      return `somebody asked for this reminder on ${stage.on}`;
    case 'escalated':
      if (stage.byHand)
        return `escalation ${stage.level} tells the ${whoInWords(stage.to)}; somebody asked for it`;
      return typeof asked?.news === 'string'
        ? `escalation ${stage.level} tells the ${whoInWords(stage.to)}, once`
        : `escalation ${stage.level} tells the ${whoInWords(stage.to)} ${workingDays(stage.days)} after the due date`;
  }
}

/** What of a record or a report fired the rule: its issue or page may ask for several things. */
function reason(stage: Stage, { asked, dueDate }: Commitment): string {
  if (!asked) return '';
  if (asked.news !== null) return `Because of “${asked.rule}”. `;
  const isPast =
    stage.kind === 'overdue' || stage.kind === 'escalated' || (stage.kind === 'asked' && stage.late !== null);
  return `Because “${asked.rule}” ${isPast ? 'was' : 'is'} due on ${dueDate}. `;
}

/** Added to the reason of a message that comes after its day. */
export const meantFor = (day: LocalDate): string =>
  ` It was meant for ${day}, a day that passed unseen when the recipient moved to another time zone.`;

/** How to change that such a message comes, in one sentence. */
export function howToChange({ id, asked }: Pick<Commitment, 'id' | 'asked'>): string {
  switch (asked?.by) {
    case undefined:
      return isTask({ id })
        ? "To change this: tick the task, give it a new date, or snooze it under Commitments on Docket's page of the Jira project; a project admin can adjust Docket in the project settings."
        : "To change this: finish it, give it a new date, or snooze it in Docket's panel on the issue; a project admin can adjust Docket in the project settings.";
    case 'record':
      return "To change this: answer it or change its date in the register; a project admin can adjust the project's settings of the register.";
    case 'report':
      return "To change this: answer it; a project admin can adjust the project's settings of the report.";
  }
}

/** What the message says, without the mention in front of it. */
export function headline(stage: Stage, commitment: Commitment): string {
  const { asked, dueDate: due } = commitment;
  const what = isTask(commitment) || asked ? `“${commitment.summary}”` : 'this';
  switch (stage.kind) {
    case 'upcoming':
      return `${what} is due on ${due}, in ${workingDays(stage.days)}.`;
    case 'due-today':
      return `${what} is due on ${due}: today is the last working day for it.`;
    case 'overdue':
      return lateWords(what, due, stage.days);
    case 'asked':
      return stage.late === null
        ? `${what} is due on ${due}. Please say if that cannot be kept.`
        : lateWords(what, due, stage.late);
    case 'escalated':
      return typeof asked?.news === 'string'
        ? `${what}: ${asked.news} It needs your attention.`
        : `${what} was due on ${due} and is ${workingDays(stage.days)} late; ${ownerPhrase(commitment)}. It needs your attention.`;
  }
}

function lateWords(what: string, due: LocalDate, days: number): string {
  const since = days === 0 ? '' : ` and is ${workingDays(days)} late`;
  return `${what} was due on ${due}${since}. Please finish it, or give it a new date.`;
}

function ownerPhrase({ asked, owner }: Commitment): string {
  if (asked) return owePhrase(asked);
  return owner ? `its owner is ${owner.displayName}` : 'it has no owner';
}

const owePhrase = ({ owers }: Asked): string =>
  owers.length === 0
    ? 'nobody is named for it'
    : `${listInWords(owers)} ${owers.length === 1 ? 'owes' : 'owe'} it`;
