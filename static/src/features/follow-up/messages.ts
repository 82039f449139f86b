import type { Channel } from './state';

/** Words of the follow-up on one issue. */
export const text = {
  title: 'Follow-up',
  what: 'the follow-up',
  next: (stage: string, who: string, when: string) => `Next: ${stage}, to ${who} on ${when}`,
  later: (n: number) => (n === 1 ? 'One more after that' : `${n} more after that`),
  planned: (stage: string, who: string, when: string) => `${stage}, to ${who} on ${when}`,
  nothing: 'Nothing more is planned for this issue.',
  noDate: 'Without a due date nothing is sent about this issue.',
  snoozed: (date: string) => `Snoozed until ${date}`,
  snoozedHelp: 'The owner hears nothing before then. Escalation goes on.',
  promised: (date: string) => `New date promised: ${date}`,
  firstPromised: (date: string) => `First promised: ${date}`,
  chosenBy: (who: string, when: string) => `By ${who}, ${when}`,
  undo: 'Undo',
  undone: 'Reminders follow the due date again',
  failed: 'This was not saved',
  reason: 'Reason',
  snooze: {
    open: 'Snooze until',
    date: 'Quiet until',
    help: 'The owner gets no reminders before this day. Escalation goes on.',
    save: 'Snooze',
    done: 'Reminders are snoozed',
  },
  promise: {
    open: 'Promise a new date',
    date: 'New date',
    help: 'Reminders start anew for this date. The first promise stays visible.',
    save: 'Promise',
    done: 'The new date is promised',
  },
  noChosenDate: 'Choose a date.',
  channel: {
    legend: 'How do you want to be told?',
    options: {
      each: 'A message for each item',
      digest: 'One digest a day',
    } as const satisfies Record<Channel, string>,
    help: 'This is about you, in every project that has a place for digests.',
    noDigestsHere:
      'This is about you, in every project that has a place for digests. This one has none: here you get each message.',
    saved: 'You will be told that way from now on',
  },
};
