import type { HealthView } from '../../src/contract/admin';

const AT = '2012-07-16T03:30:00.000Z';

/** A site on which Docket has just been installed. */
export const freshHealth: HealthView = {
  now: AT,
  licensed: true,
  confluence: true,
  projects: [],
  runs: [],
  points: { hour: '2012-07-16T03', used: 0, budget: 6_000, hours: [] },
  waiting: [],
  unread: [],
  letters: [],
  guide: { dismissed: false, project: null, done: ['installed'], week: null },
  names: {},
};

/** A site in use, with some of everything that can go wrong. */
export const busyHealth: HealthView = {
  ...freshHealth,
  projects: [
    { id: '10000', key: 'PRJ', name: 'Project', enabled: true, switchedOnAt: '2012-07-09T03:30:00.000Z' },
    { id: '10001', key: 'OTH', name: 'Other project', enabled: false, switchedOnAt: null },
    { id: '10002', key: null, name: null, enabled: true, switchedOnAt: '2012-07-09T03:30:00.000Z' },
  ],
  runs: [
    {
      job: 'reminders',
      project: null,
      at: AT,
      state: 'done',
      tookMs: 4_200,
      calls: 14,
      byOperation: { searchAndReconsileIssuesUsingJqlPost: 4, addComment: 5, bulkGetUsers: 5 },
      points: 63,
      sent: 5,
      note: '1 withdrawn',
    },
    {
      job: 'report',
      project: 'PRJ',
      at: '2012-07-13T13:30:00.000Z',
      state: 'failed',
      tookMs: 900,
      calls: 3,
      byOperation: { getPageById: 3 },
      points: 6,
      sent: 0,
      note: 'Confluence does not answer.',
    },
  ],
  points: {
    hour: '2012-07-16T03',
    used: 63,
    budget: 6_000,
    hours: [
      { hour: '2012-07-14T03', points: 5_800 },
      { hour: '2012-07-15T09', points: 1_200 },
      { hour: '2012-07-16T03', points: 63 },
    ],
  },
  waiting: [
    {
      job: 'reminders',
      project: null,
      reason: 'points',
      until: '2012-07-16T04:00:00.000Z',
      note: 'the budget of 6000 points an hour was used up after 40 pages',
    },
  ],
  unread: [
    { what: 'no-access', project: '10002', projectKey: null, detail: '', at: null },
    {
      what: 'records',
      project: 'Project',
      projectKey: 'PRJ',
      detail: 'Risks: 2 records do not read.',
      at: AT,
    },
  ],
  letters: [
    {
      work: 'report 10000 2012-W28 publish',
      job: 'report',
      project: 'PRJ',
      cause: 'Confluence does not answer.',
      at: '2012-07-13T13:30:00.000Z',
      state: 'open',
      isOpen: true,
      handled: null,
    },
    {
      work: 'registers all 2012-07-09T03',
      job: 'registers',
      project: null,
      cause: 'A fault in Docket; see its log.',
      at: '2012-07-09T03:30:00.000Z',
      state: 'dismissed',
      isOpen: false,
      handled: { by: 'admin', at: '2012-07-10T08:00:00.000Z', reason: 'The week is over' },
    },
  ],
  guide: {
    dismissed: false,
    project: { id: '10000', key: 'PRJ', name: 'Project' },
    done: ['installed', 'defaults', 'project', 'policy', 'on', 'run', 'week'],
    week: { until: '2012-07-16T03:30:00.000Z', sent: 41, withdrawn: 3, withheld: 1 },
  },
  names: { admin: 'Ada Admin' },
};
