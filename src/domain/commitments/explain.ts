import { joined, say, type Words } from '../../words';
import type { LocalDate } from '../calendar';
import { type Asked, type Commitment, isTask, type Person } from './commitment';
import type { Stage } from './stage';

const workingDays = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);

/** Why this message came, in one sentence; shown at its end, in the ledger, and in the preview. */
export function explain(stage: Stage, commitment: Commitment, recipient: Person, isHidden = false): Words {
  const standsIn = stage.kind !== 'escalated' && commitment.owner?.accountId !== recipient.accountId;
  const lack = commitment.owner ? say('messages.instead.inactive') : say('messages.instead.unowned');
  const instead = isHidden ? say('messages.instead.hidden') : standsIn ? lack : null;
  const { firstDate } = commitment;
  const promised =
    firstDate === undefined ? null : say('messages.firstPromised', { date: { date: firstDate } });
  const sentences = [reason(stage, commitment), rule(stage, commitment), instead, promised];
  return joined(sentences.filter((sentence) => sentence !== null));
}

function rule(stage: Stage, { asked }: Commitment): Words {
  const owner = asked ? 'asked' : 'owner';
  switch (stage.kind) {
    case 'upcoming':
      return say('messages.rule.upcoming', { owner, days: stage.days });
    case 'due-today':
      return say('messages.rule.dueToday', { owner });
    case 'overdue':
      return say('messages.rule.overdue', { owner, days: stage.days });
    case 'asked':
      return say('messages.rule.asked', { date: { date: stage.on } });
    case 'escalated': {
      const { level, to: who, days } = stage;
      const to = who.kind;
      if (stage.byHand) return say('messages.rule.escalatedByHand', { level, to });
      return typeof asked?.news === 'string'
        ? say('messages.rule.escalatedOnce', { level, to })
        : say('messages.rule.escalated', { level, to, days });
    }
  }
}

/** What of a record or a report fired the rule: its issue or page may ask for several things. */
function reason(stage: Stage, { asked, dueDate }: Commitment): Words | null {
  if (!asked) return null;
  if (asked.news !== null) return say('messages.because.news', { rule: asked.rule });
  const isPast =
    stage.kind === 'overdue' || stage.kind === 'escalated' || (stage.kind === 'asked' && stage.late !== null);
  const due = { rule: asked.rule, date: { date: dueDate } };
  return isPast ? say('messages.because.late', due) : say('messages.because.due', due);
}

/** Added to the reason of a message that comes after its day. */
export const meantFor = (day: LocalDate): Words => say('messages.meantFor', { date: { date: day } });

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

const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
