import { GLANCE_TITLE } from '../story';
import type { Screen } from './screen';

const DOCKET = '/projects/PAY/docket';
const CHANGE = 'Move the Nordic cut-over behind the change freeze of the banks';
const RISK = 'Nordic banks may miss the settlement test window';

const coordinator = { role: 'coordinator', as: 'claire' } as const;
const owner = { role: 'owner', as: 'ananya' } as const;
const lead = { role: 'lead', as: 'tobias' } as const;
const manager = { role: 'manager', as: 'ines' } as const;
const sponsor = { role: 'sponsor', as: 'ruth' } as const;
const admin = { role: 'admin', as: 'stefan' } as const;
const outsider = { role: 'outsider', as: 'owen' } as const;

/** The app's screens by role. */
const APP: readonly Screen[] = [
  {
    ...coordinator,
    name: 'issue-reminder',
    path: ({ reminder }) => reminder('claire'),
    see: 'PAY-',
    on: 'page',
  },
  { ...coordinator, name: 'today', path: `${DOCKET}/today`, see: /As of/ },
  { ...coordinator, name: 'commitments', path: `${DOCKET}/commitments`, see: /PAY-\d+/ },
  { ...coordinator, name: 'commitments-narrow', path: `${DOCKET}/commitments`, see: /PAY-\d+/, width: 800 },
  {
    ...coordinator,
    name: 'commitment',
    path: `${DOCKET}/commitments`,
    see: 'Last message',
    first: ({ frame }) => frame.getByRole('gridcell').getByRole('button').first().click(),
  },
  { ...coordinator, name: 'registers', path: `${DOCKET}/registers/risk`, see: RISK },
  { ...coordinator, name: 'registers-narrow', path: `${DOCKET}/registers/risk`, see: RISK, width: 800 },
  {
    ...coordinator,
    name: 'add-risk',
    path: `${DOCKET}/registers/risk`,
    see: 'Cause',
    first: ({ frame }) => frame.getByRole('button', { name: 'Add risk' }).click(),
  },
  {
    ...coordinator,
    name: 'record',
    path: ({ issue }) => `${DOCKET}/registers/risk/${issue(RISK)}`,
    see: 'History',
  },
  { ...coordinator, name: 'decisions', path: `${DOCKET}/registers/decision`, see: 'How stored cards' },
  { ...coordinator, name: 'plan', path: `${DOCKET}/plan`, see: 'Charter' },
  { ...coordinator, name: 'messages', path: `${DOCKET}/messages`, see: /PAY-\d+/ },
  { ...coordinator, name: 'planned', path: `${DOCKET}/messages/planned`, see: /PAY-\d+/ },
  { ...coordinator, name: 'backlog', path: `${DOCKET}/messages/backlog`, see: /backlog/i },
  { ...coordinator, name: 'portfolio', path: `${DOCKET}/portfolio`, see: 'Data-Centre Network Refresh' },
  { ...coordinator, name: 'issue-risk', path: ({ issue }) => `/browse/${issue(RISK)}`, see: /R-\d/ },
  { ...owner, name: 'issue-reminder', path: ({ reminder }) => reminder('ananya'), see: 'PAY-', on: 'page' },
  { ...lead, name: 'reports', path: `${DOCKET}/reports`, see: 'Ledger' },
  { ...lead, name: 'registers', path: `${DOCKET}/registers/risk`, see: RISK },
  { ...manager, name: 'reports', path: `${DOCKET}/reports`, see: 'Card vault' },
  {
    ...manager,
    name: 'status-page',
    path: ({ page }) => page('PAY weekly status 2026-W47'),
    see: 'Overall status',
    on: 'page',
  },
  { ...manager, name: 'macros', path: ({ page }) => page(GLANCE_TITLE), see: /PAY/ },
  { ...manager, name: 'settings', path: '/projects/PAY/settings/docket', see: 'Sponsor' },
  {
    ...sponsor,
    name: 'change-to-vote',
    path: ({ issue }) => `${DOCKET}/registers/change/${issue(CHANGE)}`,
    see: 'Approve',
  },
  { ...sponsor, name: 'issue-change', path: ({ issue }) => `/browse/${issue(CHANGE)}`, see: /CR-\d/ },
  { ...sponsor, name: 'changes', path: `${DOCKET}/registers/change`, see: CHANGE },
  { ...admin, name: 'admin', path: '/admin/docket', see: 'Docket' },
];

/** The sandbox's own pages around them. */
const AROUND: readonly Screen[] = [
  { ...coordinator, name: 'start', path: '/', see: 'Try it', on: 'page' },
  { ...coordinator, name: 'start-narrow', path: '/', see: 'Try it', on: 'page', width: 800 },
  { ...coordinator, name: 'issues', path: '/projects/PAY', see: 'Assignee', on: 'page' },
  { ...coordinator, name: 'wiki', path: '/wiki/spaces/PAY', see: 'Last changed by', on: 'page' },
  { ...coordinator, name: 'ledger', path: '/docket/ledger', see: 'All projects', on: 'page' },
  { ...coordinator, name: 'runs', path: '/docket/invocations', see: 'Calls by operation', on: 'page' },
  {
    ...coordinator,
    name: 'activity',
    path: '/docket/faults',
    see: 'Waiting in queues',
    on: 'page',
    first: ({ page }) => page.getByRole('button', { name: 'What runs' }).click(),
  },
  { ...outsider, name: 'start', path: '/', see: 'Does not see HRP', on: 'page' },
  { ...outsider, name: 'no-access', path: '/projects/HRP/docket', see: 'Nothing to see here', on: 'page' },
];

/** Every screen and main state, an entry each. */
export const SCREENS: readonly Screen[] = [...APP, ...AROUND];
