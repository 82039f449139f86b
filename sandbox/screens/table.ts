import { GLANCE_TITLE } from '../story';
import type { Screen } from './screen';

const DOCKET = '/projects/PAY/docket';
const CHANGE = 'Move the Nordic cut-over behind the change freeze of the banks';
const RISK = 'Nordic banks may miss the settlement test window';

const coordinator = { role: 'coordinator', as: 'claire' } as const;
const owner = { role: 'owner', as: 'ananya' } as const;
/** Reads German; in dark the same words have the same colours as an English reader's. */
const lead = { role: 'lead', as: 'tobias', themes: ['light'] } as const;
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
    see: 'Snooze until',
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
  {
    ...owner,
    name: 'issue-reminder',
    path: ({ reminder }) => reminder('ananya'),
    see: 'Promise a new date',
  },
  {
    ...owner,
    name: 'promise',
    path: ({ reminder }) => reminder('ananya'),
    see: 'Reason',
    first: ({ frame }) => frame.getByRole('button', { name: 'Promise a new date' }).click(),
  },
  {
    ...lead,
    name: 'issue-reminder',
    path: ({ reminder }) => reminder('tobias'),
    see: 'Neuen Termin zusagen',
  },
  { ...lead, name: 'today', path: `${DOCKET}/today`, see: /Stand:/ },
  { ...lead, name: 'commitments', path: `${DOCKET}/commitments`, see: /PAY-\d+/ },
  { ...lead, name: 'messages', path: `${DOCKET}/messages`, see: /PAY-\d+/ },
  { ...lead, name: 'plan', path: `${DOCKET}/plan`, see: 'Charter' },
  { ...lead, name: 'portfolio', path: `${DOCKET}/portfolio`, see: 'Data-Centre Network Refresh' },
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
  {
    ...manager,
    name: 'status-macro-settings',
    path: ({ macroSettings }) => macroSettings('status-macro-PAY'),
    see: 'is there, and you may see it',
  },
  {
    ...manager,
    name: 'commitments-macro-settings',
    path: ({ macroSettings }) => macroSettings('commitments-macro-PAY'),
    see: 'is there, and you may see it',
  },
  {
    ...manager,
    name: 'register-macro-settings',
    path: ({ macroSettings }) => macroSettings('register-macro-PAY-risk-heat-map'),
    see: 'is there, and you may see it',
  },
  { ...manager, name: 'settings', path: '/projects/PAY/settings/docket', see: 'Sponsor' },
  {
    ...manager,
    name: 'settings-registers',
    path: '/projects/PAY/settings/docket',
    see: 'Save',
    first: ({ frame }) => frame.getByRole('tab', { name: 'Registers' }).click(),
  },
  {
    ...sponsor,
    name: 'change-to-vote',
    path: ({ issue }) => `${DOCKET}/registers/change/${issue(CHANGE)}`,
    see: 'Approve',
  },
  { ...sponsor, name: 'issue-change', path: ({ issue }) => `/browse/${issue(CHANGE)}`, see: /CR-\d/ },
  { ...sponsor, name: 'changes', path: `${DOCKET}/registers/change`, see: CHANGE },
  { ...admin, name: 'first-run', path: '/admin/docket', see: /1 of 8 steps done/, at: 'first' },
  { ...admin, name: 'admin', path: '/admin/docket', see: 'Payments Platform Migration' },
  {
    ...admin,
    name: 'admin-defaults',
    path: '/admin/docket',
    see: 'Points an hour',
    first: ({ frame }) => frame.getByRole('tab', { name: 'Defaults' }).click(),
  },
  {
    ...admin,
    name: 'admin-person',
    path: '/admin/docket',
    see: 'Person',
    first: ({ frame }) => frame.getByRole('tab', { name: 'Data of a person' }).click(),
  },
];

/** A window of 1280 pixels at a zoom of 200 % has room for so many. */
const ZOOMED = 640;
const ZOOMABLE: readonly string[] = [
  'coordinator-issue-reminder',
  'coordinator-today',
  'coordinator-commitments',
  'coordinator-registers',
  'coordinator-record',
  'coordinator-messages',
  'coordinator-plan',
  'lead-reports',
  'manager-settings',
  'manager-settings-registers',
  'admin-admin',
  'coordinator-start',
  'coordinator-ledger',
  'coordinator-runs',
];

/** The sandbox's own pages around them. */
const AROUND: readonly Screen[] = [
  { ...coordinator, name: 'start', path: '/', see: 'Try it', on: 'page' },
  { ...coordinator, name: 'start-narrow', path: '/', see: 'Try it', on: 'page', width: 800 },
  { ...coordinator, name: 'issues', path: '/projects/PAY', see: 'Assignee', on: 'page' },
  { ...coordinator, name: 'wiki', path: '/wiki/spaces/PAY', see: 'Last changed by', on: 'page' },
  { ...coordinator, name: 'ledger', path: '/docket/ledger', see: 'All projects', on: 'page' },
  { ...coordinator, name: 'runs', path: '/docket/invocations', see: 'Calls by operation', on: 'page' },
  { ...coordinator, name: 'search', path: '/issues/', see: 'Assignee', on: 'page' },
  { ...coordinator, name: 'faults', path: '/docket/faults', see: 'Everything is slow', on: 'page' },
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

const WIDE: readonly Screen[] = [...APP, ...AROUND];

/** Every screen and main state, an entry each, and those that people zoom into. */
export const SCREENS: readonly Screen[] = [
  ...WIDE,
  ...WIDE.filter(({ role, name }) => ZOOMABLE.includes(`${role}-${name}`)).map((screen) => ({
    ...screen,
    name: `${screen.name}-zoomed`,
    width: ZOOMED,
    // The colours are those of the wide ones.
    themes: ['light'] as const,
  })),
];
