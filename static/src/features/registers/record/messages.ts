import type { ApprovalView, TimelineEntry } from '../../../api/contract';

type Moves = TimelineEntry['state'];

/** Words of one record: its page, its approvals, and its history. */
export const text = {
  what: 'the record',
  back: (title: string) => `Back to ${title.toLowerCase()}`,
  gone: {
    title: 'This record is not here any more',
    text: 'The issue is no longer on the register, or you may no longer see it.',
  },
  edit: 'Edit',
  correct: 'Correct',
  correctHelp: 'This is decided, so its values change only as a correction that keeps what was decided.',
  moveTo: 'Move to',
  moved: (name: string, state: string) => `${name} is now ${state.toLowerCase()}`,
  notMoved: 'The state was not changed',
  needs: {
    title: (state: string) => `Before it is ${state.toLowerCase()}`,
    save: (state: string) => `Save and move to ${state.toLowerCase()}`,
  },
  happened: {
    button: 'It happened',
    title: (thing: string) => `This ${thing.toLowerCase()} happened`,
    help: (singular: string) =>
      `A linked ${singular.toLowerCase()} is made of it in one step and takes over what is known.`,
    summary: (singular: string) => `Summary of the ${singular.toLowerCase()}`,
    confirm: (singular: string) => `Make the ${singular.toLowerCase()}`,
    done: (name: string, singular: string) => `${name} is the ${singular.toLowerCase()} that came of it`,
    failed: 'This was not recorded',
  },
  scores: {
    title: 'Ratings',
    rating: 'Rating',
    score: 'Score',
  },
  approval: {
    title: 'Approval',
    rule: (rule: ApprovalView['rule'], of: number, authority: string) =>
      rule === 'all'
        ? `${authority} decides: all ${of} must approve.`
        : rule === 'any'
          ? `${authority} decides: one of ${of} is enough.`
          : `${authority} decides: ${rule.quorum} of ${of} must approve.`,
    one: (authority: string) => `${authority} decides.`,
    asked: (who: string, when: string) => `${who} asked on ${when}.`,
    waiting: 'Waiting',
    approved: 'Approved',
    rejected: 'Rejected',
    decided: (when: string) => `Decided on ${when}.`,
    own: 'You asked for this, so somebody else decides on it.',
    notAsked: (names: string) => `Only ${names} can decide on this.`,
    voted: 'Your vote is recorded.',
    comment: 'Comment',
    commentHelp: 'It stands beside your vote.',
    approve: 'Approve',
    reject: 'Reject',
    failed: 'Your vote was not recorded',
    cast: { approved: 'You approved this', rejected: 'You rejected this' },
  },
  links: {
    done: (done: number, total: number) => `${done} of ${total} done`,
    unseen: 'An issue that you cannot see',
  },
  promises: {
    title: 'Promised dates',
    first: (date: string) => `first ${date}`,
    then: (date: string) => `then ${date}`,
    now: (date: string) => `now ${date}`,
  },
  predecessor: {
    title: (revision: number) => `Corrects revision ${revision}`,
    was: (state: string, when: string) =>
      `What was ${state.toLowerCase()} on ${when} and has been corrected:`,
    nothing: 'No value differs from what was decided.',
  },
  timeline: {
    title: 'History',
    show: 'Show its history',
    all: (n: number) => `Show all ${n} changes`,
    none: 'Docket keeps no history of this record.',
    reason: 'Reason:',
    rewritten: (label: string) => `${label} was rewritten`,
    before: 'Before',
    after: 'After',
    revision: (n: number) => `revision ${n}`,
    did: {
      created: () => 'added it',
      attached: () => 'put the issue on the register',
      imported: () => 'brought it in from a file',
      edited: () => 'changed it',
      moved: ({ from, to }: Moves) =>
        from === null ? `moved it to ${to}` : `moved it from ${from} to ${to}`,
      voted: ({ from, to }: Moves) => (from === to ? 'voted' : `voted, which made it ${to}`),
      corrected: () => 'corrected what was decided',
      happened: () => 'recorded that it happened',
      restored: () => 'put the last good version back',
    } satisfies Record<TimelineEntry['action'], (states: Moves) => string>,
  },
};
