/** Words of the registers, on the project page and on the issue. */
export const text = {
  register: 'the register',
  registers: 'the registers of this issue',
  addTo: 'Add to register:',
  add: (singular: string) => `Add ${singular.toLowerCase()}`,
  attach: 'Add to existing issue',
  attachHere: (singular: string) => `Add to ${singular.toLowerCase()} register`,
  edit: (key: string) => `Edit ${key}`,
  correct: (key: string) => `Correct ${key}`,
  readOnly:
    'You can read this register. To change it, you need the permission to edit issues in this project.',
  count: (n: number, singular: string) =>
    n === 1 ? `1 ${singular.toLowerCase()}` : `${n} ${singular.toLowerCase()}s`,
  page: (id: string) => `Page ${id}`,
  columns: {
    issue: 'Issue',
    summary: 'Summary',
    state: 'State',
  },
  empty: {
    title: (title: string) => `No ${title.toLowerCase()} yet`,
    text: (singular: string) =>
      `A ${singular.toLowerCase()} is an ordinary Jira issue with a few facts more. Write down the first one, or put an issue ` +
      'that you already have on the register.',
    readOnly: 'Nobody has added anything yet.',
  },
  notHere: {
    text: 'This issue is in no register yet.',
    readOnly:
      'This issue is in no register. To put it into one, you need the permission to edit issues in this project.',
  },
  unreadable: {
    title: (n: number) =>
      n === 1 ? 'One record was changed outside Docket' : `${n} records were changed outside Docket`,
    text: 'They are left out of the register until they are put right. Nothing is lost: Docket keeps the last good version of each.',
    lastGood: (when: string) => `The last good version is from ${when}:`,
    noLastGood: 'Docket has no earlier version of it. Remove the property, or write one that fits.',
    restore: 'Restore',
    restoreThis: (key: string) => `Restore ${key}`,
    restored: (key: string) => `The last good version of ${key} is back`,
    failed: 'It was not restored',
  },
  form: {
    summary: 'Summary',
    summaryHelp: 'One line, as it will stand in Jira.',
    issueKey: 'Issue key',
    issueKeyHelp: 'For example ABC-123. It must be in this project.',
    reason: 'Reason for the change',
    reasonHelp: 'Optional. It stands in the audit trail.',
    correctionHelp: 'What was decided stays on record beside the correction, with this reason.',
    choose: 'Choose',
    pageHelp: "The page's address, or the number in it.",
    notSet: 'Not set',
    currency: 'Currency',
    amount: 'Amount',
    dependsOn: (label: string) => `Choose "${label}" first; what fits it is offered here.`,
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
    unfitting: 'This does not fit the rest of the record any more. Choose another.',
    decimals: (currency: string, digits: number) =>
      digits === 0
        ? `${currency} has no decimals. Write a whole amount.`
        : `${currency} has ${digits} decimals. Write no more than that.`,
    issueKeys: (bad: string) => `"${bad}" is no issue key; write it like ABC-123.`,
    page: 'This is neither the address of a Confluence page nor its number.',
    currency: 'Write the currency as three letters, for example EUR.',
  },
  score: {
    of: (rating: string) => `${rating}:`,
    aboveAppetite: (appetite: number) => `Above the appetite of ${appetite}: it is escalated.`,
    reviewEvery: (days: number) => (days === 1 ? 'Reviewed every day.' : `Reviewed every ${days} days.`),
  },
  conflict: {
    title: 'Somebody changed this record while you had it open',
    text: 'Both versions are below, field by field. Choose which one stands; what you do not choose stays in the history.',
    decided: (label: string) =>
      `It is ${label.toLowerCase()} now. What you keep of yours is saved as a correction and needs a reason.`,
    field: 'Field',
    before: 'When you opened it',
    mine: 'Yours',
    theirs: 'Theirs',
    choose: (field: string, side: string) => `${field}: ${side.toLowerCase()}`,
    save: 'Save this choice',
    takeTheirs: 'Take all of theirs',
    sameFields: 'Your changes and theirs come to the same.',
    nowAt: (label: string) =>
      `This record was changed meanwhile and is now ${label.toLowerCase()}. This is the version as it stands.`,
  },
};
