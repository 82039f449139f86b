import type { Commitment, Person } from './commitment';
import type { Stage } from './stage';

const workingDays = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);

/** Why this message came, in one sentence; shown at its end, in the ledger, and in the preview. */
export function explain(stage: Stage, commitment: Commitment, recipient: Person): string {
  const standIn = stage.kind !== 'escalated' && commitment.owner?.accountId !== recipient.accountId;
  const because = standIn
    ? ` It comes to the project lead because the issue has no ${commitment.owner ? 'active ' : ''}owner.`
    : '';
  switch (stage.kind) {
    case 'upcoming':
      return `Rule: remind the owner ${workingDays(stage.days)} before the due date.${because}`;
    case 'due-today':
      return `Rule: remind the owner on the due date, or on the last working day before it.${because}`;
    case 'overdue':
      return `Rule: remind the owner ${workingDays(stage.days)} after the due date.${because}`;
    case 'escalated':
      return `Rule: escalation ${stage.level} tells the ${stage.to === 'lead' ? 'project lead' : 'sponsor'} ${workingDays(stage.days)} after the due date.`;
  }
}

/** What the message says, without the mention in front of it. */
export function headline(stage: Stage, commitment: Commitment): string {
  const due = commitment.dueDate;
  switch (stage.kind) {
    case 'upcoming':
      return `this is due on ${due}, in ${workingDays(stage.days)}.`;
    case 'due-today':
      return `this is due on ${due}: today is the last working day for it.`;
    case 'overdue':
      return `this was due on ${due} and is ${workingDays(stage.days)} late. Please finish it, or give it a new date.`;
    case 'escalated':
      return `this was due on ${due} and is ${workingDays(stage.days)} late${ownerPhrase(commitment)}. It needs your attention.`;
  }
}

const ownerPhrase = (commitment: Commitment): string =>
  commitment.owner ? `; its owner is ${commitment.owner.displayName}` : '; it has no owner';
