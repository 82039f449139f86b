/** Words that more than one screen uses. */
export const shared = {
  loading: (what: string) => `Loading ${what}`,
  failed: (what: string) => `Docket could not load ${what}`,
  crashed: 'This screen stopped working',
  unopened: 'Docket could not open this screen',
  unexpected:
    'Something unexpected happened. Reload the page; if it stays, tell your Jira administrator what you see here.',
  retry: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  none: '—',
  unknownPerson: 'Someone who cannot be shown',
  person: {
    placeholder: 'Type a name',
    typeToSearch: 'Type a name to search',
    nobody: 'Nobody by that name works on this project',
    failed: (why: string) => `Names could not be searched. ${why}`,
  },
  typeAndEnter: 'Type, then press Enter',
  remove: 'Remove',
  search: 'Search',
  searchIn: (list: string) => `Search in ${list.toLowerCase()}`,
  anotherLook: 'Something here needs another look.',
  chooseDate: 'Choose a date',
  opensIssue: (key: string) => `Open ${key}`,
};
