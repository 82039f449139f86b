/** Words of what is followed up, and of digests. */
export const text = {
  title: 'Commitments',
  intro: 'What Docket follows up.',
  query: {
    label: 'Issues, by a query',
    help: 'JQL without ORDER BY; Docket adds the project and the dates. Empty: every open issue with a due date.',
  },
  tasks: {
    spaces: 'Tasks on pages, by space',
    spacesHelp: 'Keys of Confluence spaces. Tasks with an assignee and a date count as commitments.',
    pages: 'Tasks on pages, by page tree',
    pagesHelp: 'The address or number of a page: tasks on it and on all pages under it count.',
    noPages: (pages: readonly string[]) =>
      `Neither the address of a page nor its number: ${pages.map((page) => `"${page}"`).join(', ')}.`,
    chaseOn: 'Where owners of tasks are reminded',
    chaseOnHelp:
      "On an issue, everybody who sees the issue reads the task's words and the page's title, also people who may not see the page.",
    chase: { page: 'In a comment on the page', issue: 'On the Jira issue that the task links to' },
  },
  digest: {
    legend: 'Daily digests',
    help:
      'People can choose one digest a day instead of a message for each item. It is a comment in this place. ' +
      'Everybody who sees the place reads the titles of issues and the words of tasks in it, also people who may not see those.',
    where: {
      none: 'No digests in this project',
      issue: 'On an issue of this project',
      page: 'On a Confluence page',
    },
    issue: 'Issue key of the digest',
    page: "The digest page's address, or the number in it",
    noIssue: 'Write the key of the issue, for example ABC-123.',
    noPage: 'This is neither the address of a Confluence page nor its number.',
  },
};

interface Count {
  readonly count: number;
  readonly more: boolean;
}

const tasks = (n: number): string => (n === 1 ? '1 open task' : `${n} open tasks`);

/** Words of how many tasks Docket sees, and how many it does not. */
export const sight = {
  title: 'Tasks on pages',
  what: 'the number of tasks',
  seen: ({ count, more }: Count) =>
    `Docket sees ${more ? 'at least ' : ''}${tasks(count)} with an owner and a date where these settings look for them.`,
  unseen: (count: number) => `You see ${tasks(count)} more, which Docket does not follow up`,
  letIn:
    'They stand on pages or in spaces that the app may not see. To have them followed up, give the app Docket access there: ' +
    'in the restrictions of the page, or in the permissions of the space.',
  more: 'There are many: only the first were counted.',
};
