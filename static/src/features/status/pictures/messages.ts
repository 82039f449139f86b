/** Words of the pictures. */
export const text = {
  heading: 'Trends',
  report: 'Report',
  none: '–',
  asTable: (title: string) => `${title} as a table`,
  tooFew: 'There are trends from the second report on.',
  rag: {
    title: 'Colours',
    summary: 'The colour of each dimension, report by report.',
    overall: 'Overall',
    green: 'Green',
    amber: 'Amber',
    red: 'Red',
    unknown: 'Not computable',
  },
  burnUp: {
    title: 'Burn-up',
    summary: (since: string) => `Work done since ${since}, under all the work that there is.`,
    done: 'Done',
    scope: 'Done and open',
  },
  milestones: {
    title: 'Milestone trend',
    summary: 'The date of each milestone as each report forecast it. A line that rises is a date that slips.',
  },
  ageing: {
    title: 'Overdue work by age',
    summary: 'Open items past their due date, by working days late.',
    to5: 'up to 5',
    to20: '6 to 20',
    over20: 'more than 20',
  },
  risks: {
    title: 'Exposed risks',
    summary: 'Open risks in the upper bands of the register.',
    amber: 'amber',
    red: 'red',
  },
};
