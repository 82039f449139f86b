import type { MessageView } from '../../api/contract';

/** Words of what Docket has sent, and of the backlog. */
export const text = {
  tab: 'Messages',
  what: 'the messages',
  table: 'Messages',
  intro: 'Everything that Docket decided to send in this project, newest first, with the rule behind it.',
  columns: {
    when: 'When',
    when_help: "The recipient's own clock",
    issue: 'Issue or page',
    recipient: 'Recipient',
    stage: 'Stage',
    due: 'Due',
    state: 'Outcome',
    why: 'Why',
  },
  hidden: {
    issue: 'An issue that you cannot see, or that is gone',
    page: 'A task on a page that you cannot see, or that is gone',
  },
  states: {
    claimed: { label: 'Sending', tone: 'progress' },
    sent: { label: 'Sent', tone: 'success' },
    withdrawn: { label: 'Withdrawn', tone: 'neutral' },
    withheld: { label: 'Withheld', tone: 'warning' },
  } as const satisfies Record<MessageView['state'], { label: string; tone: string }>,
  empty: {
    title: 'Nothing sent yet',
    text: 'Reminders go out on working days, in the morning of the person who is asked. Switch Docket on in the project settings, and give issues a due date.',
  },
  emptyOnIssue: {
    title: 'Nothing sent about this issue',
    text: 'Docket writes here when the due date comes near. Without a due date it stays silent.',
  },
  onIssue: 'Messages about this issue',
  dueOn: (date: string) => `due ${date}`,
};

export const backlog = {
  tab: 'Backlog',
  what: 'the backlog',
  table: 'Backlog',
  intro: (when: string) =>
    `These issues were already long overdue when Docket was switched on, ${when}. Their owners are not messaged one by one; ` +
    'give an issue a new due date, and the reminders start.',
  columns: { issue: 'Issue', summary: 'Summary', due: 'Due' },
  jql: 'The same list in Jira',
  openJql: 'Open in Jira',
  empty: {
    title: 'No backlog',
    text: 'Nothing was long overdue when Docket was switched on.',
    off: 'Docket is not switched on in this project yet. What is long overdue at that moment will be listed here.',
  },
};

const STAGE = /^(upcoming|overdue|escalated)\((\d+)\)$/;

/** @returns A stage of the ladder in words: `overdue(3)` is "3 working days late". */
export function stageText(stage: string): string {
  if (stage === 'due-today') return 'Due today';
  const [, name, count] = STAGE.exec(stage) ?? [];
  const days = count === '1' ? '1 working day' : `${count} working days`;
  if (name === 'upcoming') return `${days} ahead`;
  if (name === 'overdue') return `${days} late`;
  return name === 'escalated' ? `Escalation, level ${count}` : stage;
}
