import type { LocalDate } from '../calendar';
import { type Commitment, isTask, type Person } from './commitment';
import { whoInWords } from './describe';
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
  switch (stage.kind) {
    case 'upcoming':
      return `Rule: remind the owner ${workingDays(stage.days)} before the due date.${because}${promised}`;
    case 'due-today':
      return `Rule: remind the owner on the due date, or on the last working day before it.${because}${promised}`;
    case 'overdue':
      return `Rule: remind the owner ${workingDays(stage.days)} after the due date.${because}${promised}`;
    case 'escalated':
      return `Rule: escalation ${stage.level} tells the ${whoInWords(stage.to)} ${workingDays(stage.days)} after the due date.${because}${promised}`;
  }
}

/** Added to the reason of a message that comes after its day. */
export const meantFor = (day: LocalDate): string =>
  ` It was meant for ${day}, a day that passed unseen when the recipient moved to another time zone.`;

/** What the message says, without the mention in front of it. */
export function headline(stage: Stage, commitment: Commitment): string {
  const due = commitment.dueDate;
  const what = isTask(commitment) ? `“${commitment.summary}”` : 'this';
  switch (stage.kind) {
    case 'upcoming':
      return `${what} is due on ${due}, in ${workingDays(stage.days)}.`;
    case 'due-today':
      return `${what} is due on ${due}: today is the last working day for it.`;
    case 'overdue':
      return `${what} was due on ${due} and is ${workingDays(stage.days)} late. Please finish it, or give it a new date.`;
    case 'escalated':
      return `${what} was due on ${due} and is ${workingDays(stage.days)} late${ownerPhrase(commitment)}. It needs your attention.`;
  }
}

const ownerPhrase = (commitment: Commitment): string =>
  commitment.owner ? `; its owner is ${commitment.owner.displayName}` : '; it has no owner';
