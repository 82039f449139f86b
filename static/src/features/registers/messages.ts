/** Words of the registers, on the project page and on the issue. */
export const text = {
  register: 'the register',
  add: (singular: string) => `Add ${singular.toLowerCase()}`,
  attach: 'Add to existing issue',
  attachHere: (singular: string) => `Add to ${singular.toLowerCase()} register`,
  edit: (key: string) => `Edit ${key}`,
  readOnly:
    'You can read this register. To change it, you need the permission to edit issues in this project.',
  count: (n: number, singular: string) =>
    n === 1 ? `1 ${singular.toLowerCase()}` : `${n} ${singular.toLowerCase()}s`,
  page: (id: string) => `Page ${id}`,
  columns: {
    issue: 'Issue',
    summary: 'Summary',
    score: 'Score',
    residualScore: 'Residual score',
    state: 'State',
    updatedAt: 'Updated',
  },
  empty: {
    title: (title: string) => `No ${title.toLowerCase()} yet`,
    text: (singular: string) =>
      `A ${singular.toLowerCase()} is an ordinary Jira issue with a few facts more. Write down the first one, or put an issue ` +
      'that you already have on the register.',
    readOnly: 'Nobody has added anything yet.',
  },
  notHere: {
    title: (singular: string) => `Not on the ${singular.toLowerCase()} register`,
    text: (singular: string) =>
      `If this issue stands for a ${singular.toLowerCase()}, add the facts that the register keeps.`,
  },
  unreadable: {
    title: (n: number) => (n === 1 ? 'One record cannot be read' : `${n} records cannot be read`),
    text: 'Its data was changed outside Docket and no longer fits the register. Nothing is lost: the issue keeps it as it is.',
    lastGood: (when: string) => `The last good version is from ${when}:`,
    noLastGood: 'Docket has no earlier version of it.',
  },
  form: {
    summary: 'Summary',
    summaryHelp: 'One line, as it will stand in Jira.',
    issueKey: 'Issue key',
    issueKeyHelp: 'For example ABC-123. It must be in this project.',
    reason: 'Reason for the change',
    reasonHelp: 'Optional. It stands in the audit trail.',
    choose: 'Choose',
    pageHelp: "The page's address, or the number in it.",
    notSet: 'Not set',
    currency: 'Currency',
    amount: 'Amount',
    linksHelp: 'Issue keys, separated by commas.',
    unsaved: 'Your changes are not saved.',
    stay: 'Keep editing',
    discard: 'Discard them',
    failedTitle: 'This was not saved',
    saved: (key: string) => `${key} is saved`,
    created: (key: string) => `${key} is on the register`,
  },
  invalid: {
    required: (label: string) => `${label} is needed.`,
    tooLong: (max: number, length: number) => `At most ${max} characters; this has ${length}.`,
    notANumber: 'Write a number.',
    outOfRange: (min: number | undefined, max: number | undefined) =>
      min === undefined
        ? `At most ${max}.`
        : max === undefined
          ? `At least ${min}.`
          : `From ${min} to ${max}.`,
    issueKeys: (bad: string) => `"${bad}" is no issue key; write it like ABC-123.`,
    page: 'This is neither the address of a Confluence page nor its number.',
    currency: 'Write the currency as three letters, for example EUR.',
  },
  state: {
    legend: 'Move to',
    dirty: 'Save or discard your changes first, then move it on.',
    final: (label: string) => `${label} is a final state.`,
    moved: (key: string, label: string) => `${key} is now ${label.toLowerCase()}`,
    failedTitle: 'The state was not changed',
  },
  conflict: {
    title: 'Somebody changed this record while you had it open',
    text:
      'Both versions are below. "Keep mine" writes your changes onto the newer version; fields that only the other person ' +
      'changed stay as they left them.',
    field: 'Field',
    before: 'When you opened it',
    mine: 'Yours',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    sameFields: 'Your changes and theirs come to the same.',
    nowAt: (label: string) =>
      `This record was changed meanwhile and is now ${label.toLowerCase()}. This is the version as it stands.`,
  },
};
