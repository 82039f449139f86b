import type { WhoKind } from './policy-form';

/** Words of the policy. */
export const text = {
  title: 'Policy',
  intro: 'When people are reminded, and who else hears of it. All counts are working days.',
  reset: 'Reset to defaults',
  resetDone:
    'The policy is back to its defaults, working days and delivery time included. It counts once you save.',
  leadDays: {
    label: 'Remind before the due date',
    help: 'Working days before it, separated by commas. On the day itself the owner is always reminded.',
  },
  late: {
    legend: 'Remind after the due date',
    on: 'Remind the owner of what is late',
    first: 'First on day',
    every: 'Then every (days)',
    last: 'Last on day',
  },
  levels: {
    legend: 'Escalation',
    help: 'Who else is told of what is late, each level later than the one before.',
    none: 'Nobody but the owner is told.',
    level: (number: number) => `Level ${number}`,
    day: (number: number) => `Level ${number}: working days late`,
    after: 'on day',
    tells: 'tells',
    who: (number: number) => `Level ${number}: who is told`,
    person: (number: number) => `Level ${number}: person`,
    add: 'Add a level',
    remove: (number: number) => `Remove level ${number}`,
    noPerson: 'Choose the person whom this level tells.',
  },
  who: {
    lead: 'the project lead',
    sponsor: 'the sponsor',
    'stand-in': "the owner's stand-in",
    person: 'a person',
  } as const satisfies Record<WhoKind, string>,
  quiet: {
    label: 'Quiet statuses',
    help: 'Nothing is sent while an issue has one of them: paused, on hold, not started.',
  },
  backlog: {
    label: 'Backlog after',
    help: 'What is more working days late than this when Docket is switched on is listed as backlog and not chased.',
  },
  special: {
    title: 'Ladders of their own',
    count: (n: number) => (n === 0 ? 'none' : String(n)),
    help: 'For issues of some priorities or with some labels. The first that fits an issue counts.',
    unnamed: 'New ladder',
    name: 'Name',
    priorities: 'For the priorities',
    labels: 'For the labels',
    add: 'Add a ladder',
    remove: (name: string) => `Remove the ladder "${name}"`,
  },
  standIns: {
    title: 'Stand-ins',
    help: 'Who covers for whom, for the levels that tell the stand-in.',
    owner: (number: number) => `Stand-in ${number}: owner`,
    standIn: (number: number) => `Stand-in ${number}: who covers`,
    covers: 'is covered by',
    add: 'Add a stand-in',
    remove: (number: number) => `Remove stand-in ${number}`,
    incomplete: 'Choose both people, or remove the row.',
    twice: (name: string) => `${name} has a stand-in already.`,
  },
};
