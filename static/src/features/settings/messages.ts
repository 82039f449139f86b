/** Words of the project settings; those of the policy and of the sources stand beside them. */
export const text = {
  title: 'Docket',
  what: 'the settings',
  reporting: 'the report settings',
  intro: 'What Docket does in this project. Everything has a default: switching it on is enough.',
  sections: {
    reminders: 'Reminders',
    calendar: 'Working calendar',
    report: 'Weekly status page',
    policy: 'What this means',
  },
  enabled: {
    label: 'Follow up on due dates',
    help: 'Docket comments on issues before and after their due date.',
    since: (when: string) => `Switched on since ${when}.`,
  },
  sponsor: {
    label: 'Sponsor',
    help: 'Whom the levels of the escalation chain mean by "sponsor". Without one they are left out.',
  },
  zone: {
    label: 'Time zone of the project',
    help: 'Weeks and reports follow it. People are messaged by their own clock.',
  },
  weekdays: {
    legend: 'Working days',
    help: 'Nothing is sent on other days, and they do not count.',
  },
  deliveryTime: {
    label: 'Delivery time',
    help: 'Messages go out with the first run from then on, by the clock of whoever gets them.',
  },
  country: {
    label: 'Country',
    help: 'Its public holidays are days off. A code, with the region where it matters: DE, DE-BY, GB-SCT. Empty: only the dates below.',
    named: (country: string) => `Public holidays of ${country} are days off.`,
  },
  holidays: {
    label: 'Holidays',
    help: 'One date a line, as YYYY-MM-DD. Nothing is sent on these days, and they do not count as working days.',
    bad: (line: number, written: string) => `Line ${line}: "${written}" is no date. Write it as YYYY-MM-DD.`,
    tooMany: (max: number) => `At most ${max} dates.`,
  },
  report: {
    label: 'Publish a status page every week',
    space: 'Space key',
    spaceHelp: 'The Confluence space, for example TEAM.',
    parent: 'Parent page',
    parentHelp:
      'The page that the weekly pages go under: its address, or the number in it. Empty: the top of the space.',
    badParent: 'This is neither the address of a Confluence page nor its number.',
  },
  confluence: {
    title: 'Confluence is not connected',
    text: 'Follow-up on issues and registers work without it. For tasks and digests on pages and for status pages, a site administrator connects Docket to Confluence; what you set here is kept until then.',
  },
  save: 'Save settings',
  saved: 'The settings are saved',
  failed: 'The settings were not saved',
};
