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
    chase: { page: 'In a comment on the page', issue: 'On the Jira issue that the task links to' },
  },
  digest: {
    legend: 'Daily digests',
    help: 'People can choose one digest a day instead of a message for each item. It is a comment in this place.',
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
