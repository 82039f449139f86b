import type { StatusView } from '../../api/contract';
import type { Tone } from '../../shared/tone';

/** Words of the weekly status. */
export const text = {
  tab: 'Status',
  what: 'the status',
  pictures: 'the trends',
  heading: (week: string) => `Week ${week}`,
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
  publish: 'Publish now',
  outcome: {
    created: 'The page for this week was created.',
    updated: 'The page for this week was updated.',
    unchanged: 'Nothing has changed since the page was last written, so it was left alone.',
  },
  publishFailed: 'This week was not published',
  empty: {
    title: 'No status yet',
    text: 'Docket writes a status page every week. Choose the Confluence page that it belongs under in the project settings, or publish the first one now.',
  },
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
