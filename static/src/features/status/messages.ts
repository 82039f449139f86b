import type { StatusView } from '../../api/contract';
import type { Tone } from '../../shared/tone';

/** Words of the weekly status. */
export const text = {
  what: 'the status',
  pictures: 'the trends',
  asOf: (when: string) => `As of ${when}`,
  rag: {
    green: { label: 'Green', tone: 'success' },
    amber: { label: 'Amber', tone: 'warning' },
    red: { label: 'Red', tone: 'danger' },
  } as const satisfies Record<StatusView['rag'], { label: string; tone: Tone }>,
  why: 'Why',
  figures: {
    open: 'Open',
    overdue: 'Overdue',
    opened: 'Opened this week',
    resolved: 'Resolved this week',
    dueNextWeek: 'Due next week',
  } as const satisfies Record<keyof StatusView['figures'], string>,
  sinceLastWeek: (change: string) => `${change} since last week`,
  noLastWeek: 'No figures from last week to compare with.',
  page: (title: string) => `Open "${title}"`,
  version: (version: number) => `version ${version}`,
  noPage: 'There is no page for it in Confluence.',
  macro: {
    unconfigured: 'Choose a project',
    unconfiguredText: 'Edit this macro and write the key of the Jira project whose status it should show.',
    old: (days: number) =>
      `These figures are ${days} days old: no report has been published since. Its reviewers, or a project administrator, can say why.`,
    noAccess: 'You cannot see this status',
    noAccessText: (key: string) =>
      `It is about the project ${key}. Ask a Jira administrator for the permission to browse it.`,
    none: 'No status yet',
    noneText: (key: string) => `Nothing has been published for ${key}.`,
  },
};
