/** Words of the page for Jira administrators. */
export const text = {
  title: 'Docket',
  what: 'the state of the app',
  intro: 'Where Docket works on this site, and what its last runs did and cost.',
  projects: 'Projects',
  runs: 'Last runs',
  columns: {
    project: 'Project',
    state: 'State',
    since: 'Switched on',
    job: 'Job',
    at: 'Time',
    outcome: 'Outcome',
    calls: 'Calls',
    points: 'Points',
    sent: 'Sent',
    note: 'Note',
  },
  on: 'On',
  off: 'Off',
  noProjects: {
    title: 'No project uses Docket yet',
    text: "A project's administrator switches it on: project settings, Apps, Docket.",
  },
  noRuns: {
    title: 'No runs yet',
    text: 'The first one comes with the next full hour after a project is switched on.',
  },
  budget: {
    title: 'Points',
    what: 'the defaults of the site',
    used: (used: string, budget: string) =>
      `The follow-up has used ${used} of ${budget} points in this hour. What does not fit waits for the next, the least urgent first to wait.`,
    label: 'Points an hour',
    help: 'Atlassian counts what apps ask of it in points. From 500 to 50,000.',
    save: 'Save',
    saved: 'The defaults of the site are saved',
    failed: 'The defaults were not saved',
  },
  defaults: {
    title: 'What projects begin with',
    help: 'The policy and the holidays of a project that has saved nothing of its own. What projects have saved stays as it is. For levels that name a person, use the settings of the project.',
  },
  noConfluence: 'Confluence is not connected',
  noConfluenceText:
    'Reminders and registers work. Status pages need Confluence: connect the app to it in the administration of apps.',
};
