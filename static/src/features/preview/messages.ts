const messages = (n: number) => (n === 1 ? '1 message' : `${n} messages`);
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const days = (n: number) => (n === 1 ? 'the next day' : `the next ${n} days`);

/** Words of the preview. */
export const text = {
  tab: 'Preview',
  what: 'the preview',
  intro:
    'What Docket would send if nothing changed until then. It is worked out by the same rules that send, for items that you may see.',
  span: 'Look ahead',
  spanOf: (n: number) => (n === 1 ? 'Next day' : `Next ${n} days`),
  total: (n: number, span: number) => `${messages(n)} in ${days(span)}.`,
  cut: 'More items are due than can be shown; the list ends early.',
  dayTotal: (n: number, to: number) => `${messages(n)} to ${people(to)}`,
  table: (date: string) => `Messages on ${date}`,
  columns: {
    time: 'Time',
    timeHelp: "The recipient's own clock",
    recipient: 'Recipient',
    item: 'Item',
    stage: 'Stage',
    due: 'Due',
    why: 'Why',
  },
  empty: {
    title: 'Nothing would be sent',
    text: (span: number) =>
      `In ${days(span)} no item reaches a day on which the policy tells anybody. Items need a due date to be followed up.`,
  },
  unavailable: 'No preview',
};
