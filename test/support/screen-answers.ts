import { todayView } from './today-answers';
import type { z } from 'zod';
import {
  admin,
  messages,
  panel,
  portfolio,
  preview,
  registerSettings,
  registers,
  reports,
  settings,
  status,
  today,
} from '../../src/contract';
import type { FollowUpView, OwedView } from '../../src/contract/choices';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import type { PlannedView } from '../../src/contract/preview';
import type { RegisterSettingsShape } from '../../src/contract/register-settings';
import type { RecordView, RegisterView } from '../../src/contract/register-views';
import type { ProjectSettings } from '../../src/contract/settings';
import type { ReportView } from '../../src/contract/reports';
import type { StatusView } from '../../src/contract/status';
import { busyHealth } from './admin-answers';
import { AppAnswers, ok } from './screens';
import { heat, history } from './status-history';

const scale = (key: string, label: string, levels: string[], required: boolean) =>
  ({ key, label, kind: 'scale', required, min: 1, max: 5, levels }) as const;
const PROBABILITY = ['Very low', 'Low', 'Medium', 'High', 'Very high'];
const IMPACT = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'];

/** A register with every kind of field that a form can draw. */
export const register: RegisterView = {
  kind: 'risk',
  title: 'Risks',
  singular: 'Risk',
  prefix: 'R',
  groups: [
    {
      title: 'The risk',
      fields: ['cause', 'event', 'probability', 'severity', 'owner', 'response', 'reviewDate'],
    },
    {
      title: 'Details',
      fields: [
        'residualProbability',
        'reference',
        'helpers',
        'exposure',
        'delay',
        'share',
        'related',
        'plan',
      ],
    },
  ],
  fields: [
    {
      key: 'cause',
      label: 'Cause',
      help: 'What is true today.',
      kind: 'longText',
      required: true,
      maxLength: 5000,
    },
    {
      key: 'event',
      label: 'Event',
      help: 'What may happen.',
      kind: 'longText',
      required: true,
      maxLength: 5000,
    },
    scale('probability', 'Probability', PROBABILITY, true),
    scale('severity', 'Impact rating', IMPACT, true),
    { key: 'owner', label: 'Owner', kind: 'person', required: false },
    {
      key: 'response',
      label: 'Response',
      kind: 'choice',
      required: false,
      options: ['Avoid', 'Transfer', 'Mitigate', 'Accept'].map((label) => ({
        value: label.toLowerCase(),
        label,
      })),
    },
    { key: 'reviewDate', label: 'Next review', kind: 'date', required: false },
    scale('residualProbability', 'Residual probability', PROBABILITY, false),
    { key: 'reference', label: 'Contract', kind: 'text', required: false, maxLength: 40 },
    { key: 'helpers', label: 'Helpers', kind: 'people', required: false },
    { key: 'exposure', label: 'Exposure', kind: 'money', required: false },
    { key: 'delay', label: 'Delay', help: 'Days.', kind: 'number', required: false, min: 0 },
    { key: 'share', label: 'Share of scope', kind: 'percentage', required: false, min: 0, max: 100 },
    { key: 'related', label: 'Related issues', kind: 'issueLinks', required: false },
    { key: 'plan', label: 'Plan', kind: 'pageLink', required: false },
  ],
  states: [
    {
      value: 'identified',
      label: 'Identified',
      next: ['assessed', 'closed'],
      final: false,
      locks: false,
      needs: [],
      tone: 'neutral',
    },
    {
      value: 'assessed',
      label: 'Assessed',
      next: ['responding', 'closed'],
      final: false,
      locks: false,
      needs: [],
      tone: 'progress',
    },
    {
      value: 'responding',
      label: 'Responding',
      next: ['closed', 'occurred'],
      final: false,
      locks: false,
      needs: [],
      tone: 'warning',
    },
    {
      value: 'occurred',
      label: 'Occurred',
      next: ['closed'],
      final: false,
      locks: false,
      needs: [],
      tone: 'danger',
    },
    { value: 'closed', label: 'Closed', next: [], final: true, locks: false, needs: [], tone: 'success' },
  ],
  columns: [
    { key: 'key', label: 'Issue' },
    { key: 'summary', label: 'Summary' },
    { key: 'score', label: 'Score' },
    { key: 'state', label: 'State' },
    { key: 'owner', label: 'Owner' },
    { key: 'response', label: 'Response' },
    { key: 'reviewDate', label: 'Next review' },
  ],
  bands: [
    { from: 15, label: 'High', tone: 'danger' },
    { from: 8, label: 'Medium', tone: 'warning' },
    { from: 1, label: 'Low', tone: 'success' },
  ],
  ratings: [{ key: 'inherent', label: 'Inherent', probability: 'probability', impact: ['severity'] }],
  axes: { probability: 'Probability', impact: 'Impact' },
  scales: { probability: PROBABILITY, impact: IMPACT },
  cells: [1, 2, 3, 4, 5].map((probability) => [1, 2, 3, 4, 5].map((impact) => probability * impact)),
  appetite: 12,
  cadence: { High: 7, Medium: 28, Low: null },
  reviewField: 'reviewDate',
  dueRules: [
    {
      key: 'review',
      label: 'Review',
      date: 'reviewDate',
      who: 'owner',
      states: ['identified', 'assessed', 'responding'],
    },
  ],
  approvals: null,
  happened: { state: 'occurred', kind: 'issue', singular: 'Issue' },
};

export const names = { 'u-1': 'Person One', 'u-2': 'Person Two', 'u-3': 'Person Three' };

export const record = (number: number, over: Partial<RecordView> = {}): RecordView => ({
  id: `R-${number}`,
  issueId: String(10_000 + number),
  issueKey: `PRJ-${number}`,
  summary: 'The supplier delivers the interface late',
  url: `https://site.example/browse/PRJ-${number}`,
  revision: 1,
  state: 'assessed',
  score: 12,
  residualScore: 6,
  targetScore: null,
  band: 'Medium',
  movement: null,
  approval: null,
  locked: false,
  corrects: null,
  rights: { edit: true, correct: false, moveTo: ['responding', 'closed'], vote: false, happened: true },
  firstPromised: {},
  values: {
    cause: 'The contract has no penalty for delay.',
    event: 'The interface arrives after the start of the integration test.',
    probability: 3,
    severity: 4,
    owner: 'u-1',
    response: 'mitigate',
    reviewDate: '2012-07-30',
    residualProbability: 2,
    exposure: { minor: 1_250_000, currency: 'EUR' },
    related: ['PRJ-3', 'PRJ-4'],
  },
  updatedAt: '2012-07-16T03:30:00.000Z',
  ...over,
});

export const records = [
  record(7),
  record(8, { summary: 'Two key engineers leave before go-live', score: 20, state: 'responding' }),
  record(9, { summary: 'The data centre move collides with the freeze', score: 4, state: 'closed' }),
  record(12, {
    summary: 'Test data may not be used abroad',
    score: null,
    state: 'identified',
    values: { cause: 'A law.', event: 'No test.', probability: null, severity: null },
  }),
];

export const unreadable = [
  {
    issueId: '10013',
    issueKey: 'PRJ-13',
    summary: 'The licence count is exceeded',
    url: 'https://site.example/browse/PRJ-13',
    cause: 'unreadable' as const,
    canRestore: true,
    why: 'probability: the scale ends at 5.',
    lastGood: record(13, { score: 15 }),
    lastGoodAt: '2012-07-10T03:30:00.000Z',
  },
];

export const weekly: StatusView = {
  projectKey: 'PRJ',
  projectName: 'Project',
  week: '2012-W29',
  length: 'week',
  asOf: '2012-07-16T03:30:00.000Z',
  rag: 'amber',
  reasons: [
    '4 of 58 open issues are overdue (7 %); amber from 5 %.',
    'Milestone 2.0 moved from 20 Jul to 3 Aug.',
  ],
  figures: { opened: 6, resolved: 9, open: 58, overdue: 4, dueNextWeek: 11 },
  change: { opened: -2, resolved: 3, open: -3, overdue: 1, dueNextWeek: 0 },
  page: {
    id: '4711',
    title: 'Project status 2012-W29',
    url: 'https://site.example/wiki/spaces/PRJ/pages/4711',
    version: 3,
  },
};

/** A report that was published, without anybody to ask. */
/** What the status macro shows. */
export const shownStatus = {
  status: weekly,
  history: [...history],
  enabled: true,
  heat,
  now: weekly.asOf,
};
export const report: ReportView = {
  label: '2012-W29',
  length: 'week',
  start: '2012-07-16',
  end: '2012-07-22',
  state: 'published',
  version: 4,
  revision: 1,
  correction: null,
  steps: {
    ask: '2012-07-19T03:30:00.000Z',
    cutOff: '2012-07-20T06:30:00.000Z',
    publish: '2012-07-20T09:30:00.000Z',
  },
  page: {
    id: '4711',
    title: 'Project status 2012-W29',
    url: 'https://site.example/wiki/spaces/PRJ/pages/4711',
  },
  approval: null,
  publishedAt: '2012-07-20T09:30:00.000Z',
  overall: 'amber',
  figuresAsOf: '2012-07-20T09:30:00.000Z',
  dimensions: [],
  figures: [{ name: 'overdue', value: 4, jql: 'project = PRJ AND due < now()' }],
  change: { since: '2012-W28', figures: { overdue: 1 } },
  streams: [],
  history: [],
  reviewers: [],
  rights: {
    review: false,
    whyNotApprove: 'This report is published.',
    whyNotPublish: 'This report is published. Correct it to change it.',
  },
  names,
};

const message = (number: number, stage: string, state: 'sent' | 'withdrawn' | 'withheld', why: string) => ({
  key: `PRJ-${number} / 2012-07-16 / ${stage}`,
  hidden: null,
  item: `PRJ-${number}`,
  url: `https://site.example/browse/PRJ-${number}`,
  recipient: 'u-2',
  stage,
  dueDate: '2012-07-16',
  state,
  why,
  at: '2012-07-16T03:30:00.000Z',
  local: '2012-07-16T09:00',
});

export const sent = [
  message(21, 'due-today', 'sent', 'Due on the last working day on or before its due date.'),
  message(22, 'overdue(3)', 'withdrawn', 'It was done before the message went out.'),
  message(23, 'upcoming(3)', 'withheld', 'The recipient may not see the issue.'),
];

/** About a task on a page that the person who looks may not see. */
const unseen = {
  key: 'hidden-3',
  hidden: 'page' as const,
  item: '',
  url: '',
  recipient: '',
  stage: 'due-today',
  dueDate: '',
  state: 'sent' as const,
  why: '',
  at: '2012-07-16T03:30:00.000Z',
  local: '2012-07-16T09:00',
};

export const planned = (
  number: number,
  stage: string,
  local: string,
  recipient: string,
  why: string,
): PlannedView => ({
  key: `jira:${10_000 + number}/2012-07-16/${stage}`,
  item: `PRJ-${number}`,
  summary: 'Write down the interface',
  url: `https://site.example/browse/PRJ-${number}`,
  recipient,
  stage,
  dueDate: '2012-07-16',
  local,
  at: '2012-07-17T03:30:00.000Z',
  why,
});

export const plan = [
  planned(21, 'overdue(1)', '2012-07-17T09:00', 'u-1', 'Rule: remind the owner 1 working day after it.'),
  planned(22, 'overdue(1)', '2012-07-17T09:00', 'u-2', 'Rule: remind the owner 1 working day after it.'),
  planned(21, 'overdue(3)', '2012-07-19T09:00', 'u-1', 'Rule: remind the owner 3 working days after it.'),
  planned(21, 'escalated(1)', '2012-07-19T09:00', 'u-3', 'Rule: escalation 1 tells the project lead.'),
  planned(22, 'overdue(3)', '2012-07-19T09:00', 'u-2', 'Rule: remind the owner 3 working days after it.'),
];

/** Nothing chosen about an issue that is due. */
const STEP = { state: 'coming', recipient: 'u-1', local: null, why: '' } as const;

/** An issue that is due today, with the steps of its ladder around it. */
export const owed: OwedView = {
  id: 'jira:10007',
  rule: null,
  owners: ['u-1'],
  ownerGone: false,
  dueDate: '2012-07-16',
  firstDate: null,
  standing: { kind: 'due-today', days: 0, level: 0 },
  attention: 'open',
  status: 'To Do',
  steps: [
    { ...STEP, key: 'a', stage: 'upcoming(3)', day: '2012-07-11', state: 'passed' },
    { ...STEP, key: 'b', stage: 'upcoming(1)', day: '2012-07-13', state: 'sent', local: '2012-07-13T09:00' },
    { ...STEP, key: 'c', stage: 'due-today', day: '2012-07-16', state: 'sent', local: '2012-07-16T09:00' },
    {
      ...STEP,
      ...{ key: 'd', stage: 'overdue(1)', day: '2012-07-17', local: '2012-07-17T09:00' },
      why: 'Rule: remind the owner 1 working day after it.',
    },
    { ...STEP, key: 'e', stage: 'overdue(3)', day: '2012-07-19', local: '2012-07-19T09:00' },
    {
      ...STEP,
      ...{ key: 'f', stage: 'escalated(1)', day: '2012-07-19', local: '2012-07-19T09:00', recipient: 'u-3' },
    },
    { ...STEP, key: 'g', stage: 'overdue(5)', day: '2012-07-23' },
  ],
};

/** The follow-up of an issue; a test replaces what it is about. */
export const followUp = (
  over: Partial<Extract<FollowUpView, { is: 'on' }>> = {},
): Extract<FollowUpView, { is: 'on' }> => ({
  is: 'on',
  owed: [owed],
  choice: null,
  channel: 'each',
  digestsHere: true,
  canChoose: true,
  ...over,
});

export const configuration: ProjectSettings = {
  enabled: true,
  sponsorId: 'u-3',
  holidays: ['2012-07-04', '2012-12-25'],
  zone: 'Asia/Kolkata',
  report: { enabled: true, spaceKey: 'PRJ', parentPageId: '4700' },
  policy: DEFAULT_POLICY_SHAPE,
  actionQuery: null,
  tasks: { spaceKeys: [], pageIds: [], chaseOn: 'page' },
  digestTarget: null,
};

/** A register's list; a test replaces what it is about. */
export const list = (
  over: Partial<z.input<typeof registers.list.response>> = {},
): z.input<typeof registers.list.response> => ({
  register,
  records,
  unreadable,
  names,
  canEdit: true,
  asOf: '2012-07-16T03:30:00.000Z',
  next: null,
  ...over,
});

/** A record with its history; a test replaces what it is about. */
export const file = (
  shown: RecordView,
  over: Partial<z.input<typeof registers.read.response>> = {},
): z.input<typeof registers.read.response> => ({
  register,
  record: shown,
  unreadable: null,
  timeline: [
    {
      at: '2012-07-16T03:30:00.000Z',
      actor: 'u-2',
      action: 'edited',
      revision: 2,
      state: { from: 'assessed', to: 'assessed' },
      changes: [
        { field: 'owner', from: 'u-3', to: 'u-1' },
        { field: 'cause', from: 'The contract is not signed.', to: 'The contract has no penalty for delay.' },
      ],
      reason: 'Agreed in the steering group',
    },
    {
      at: '2012-07-10T03:30:00.000Z',
      actor: 'u-1',
      action: 'created',
      revision: 1,
      state: { from: null, to: 'identified' },
      changes: [{ field: 'cause', from: null, to: 'The contract is not signed.' }],
      reason: null,
    },
  ],
  promises: [
    {
      field: 'reviewDate',
      dates: [
        { date: '2012-07-20', at: '2012-07-10T03:30:00.000Z', by: 'u-1' },
        { date: '2012-07-30', at: '2012-07-16T03:30:00.000Z', by: 'u-2' },
      ],
    },
  ],
  links: {
    related: [
      {
        issueKey: 'PRJ-3',
        summary: 'Write down the interface',
        url: 'https://site.example/browse/PRJ-3',
        status: 'Done',
        done: true,
      },
      {
        issueKey: 'PRJ-4',
        summary: null,
        url: 'https://site.example/browse/PRJ-4',
        status: null,
        done: false,
      },
    ],
  },
  predecessor: null,
  names,
  canEdit: true,
  ...over,
});

/** Another register, without ratings. */
const minutes: RegisterView = {
  ...register,
  kind: 'decision',
  title: 'Decisions',
  singular: 'Decision',
  prefix: 'D',
  ratings: [],
  bands: [],
  cells: [],
  axes: null,
  groups: [{ title: 'The decision', fields: ['cause'] }],
  fields: register.fields.filter(({ key }) => key === 'cause'),
};

/** The panel of an issue; a test replaces what it is about. */
export const panelOf = (
  over: Partial<z.input<typeof panel.read.response>> = {},
): z.input<typeof panel.read.response> => ({
  followUp: followUp(),
  records: [{ register, record: record(7) }],
  unreadable: [],
  others: [minutes],
  canEdit: true,
  messages: sent.slice(0, 1),
  names,
  ...over,
});

/** What the project decides about the register. */
export const registerConfiguration: RegisterSettingsShape = {
  prefix: 'R',
  scales: { probability: PROBABILITY, impact: IMPACT },
  rule: { method: 'product' },
  bands: register.bands,
  appetite: 12,
  cadence: register.cadence,
  required: ['owner'],
  issueType: null,
  labels: ['risk'],
  ladder: DEFAULT_POLICY_SHAPE.ladder,
  approval: {
    rule: 'all',
    selfApproval: false,
    graceDays: 3,
    authorities: [
      { name: 'Project manager', role: 'manager', upToDays: 5, upToMoney: null, people: [] },
      { name: 'Board', role: 'board', upToDays: null, upToMoney: null, people: ['u-1', 'u-2'] },
    ],
  },
};

/** Answers of an app in use; a test replaces those that it is about. */
export const appInUse = (): AppAnswers =>
  new AppAnswers()
    .on(registers.overview, () =>
      ok({
        registers: [
          { kind: 'risk', title: 'Risks', singular: 'Risk', open: 3, total: 4 },
          { kind: 'change', title: 'Changes', singular: 'Change request', open: 0, total: 0 },
          { kind: 'decision', title: 'Decisions', singular: 'Decision', open: 1, total: 1 },
        ],
        canEdit: true,
        canAdminister: false,
      }),
    )
    .on(registers.list, () => ok(list()))
    .on(registers.read, ({ issueId }) => {
      const shown = records.find((one) => [one.issueId, one.issueKey].includes(issueId));
      if (shown === undefined) throw new Error(`No record is on issue ${issueId}.`);
      return ok(file(shown));
    })
    .on(panel.read, () => ok(panelOf()))
    .on(registerSettings.read, ({ kind }) =>
      ok({
        settings: registerConfiguration,
        defaults: registerConfiguration,
        register: kind === minutes.kind ? minutes : { ...register, approvals: { state: 'assessed' } },
        issueTypes: ['Task', 'Risk'],
        names,
      }),
    )
    .on(registerSettings.save, ({ settings: saved }) => ok({ settings: saved, register, rescored: false }))
    .on(registers.people, ({ query }) =>
      ok({
        people: Object.entries(names)
          .filter(([, name]) => name.toLowerCase().includes(query.toLowerCase()))
          .map(([accountId, name]) => ({ accountId, name })),
      }),
    )
    .on(messages.list, () => ok({ messages: [...sent, unseen], names, next: null }))
    .on(messages.backlog, () =>
      ok({
        switchedOnAt: '2012-07-16T03:30:00.000Z',
        items: [31, 32].map((number) => ({
          issueKey: `PRJ-${number}`,
          summary: 'Write down the interface',
          dueDate: '2012-06-01',
          url: `https://site.example/browse/PRJ-${number}`,
        })),
        more: false,
        jql: 'project = "PRJ" AND key in (PRJ-31, PRJ-32) ORDER BY due ASC',
      }),
    )
    .on(preview.ofProject, () => ok({ messages: plan, names, cut: false }))
    .on(preview.ofSettings, ({ settings: draft }) =>
      ok({ messages: draft.enabled ? plan : [], names, cut: false }),
    )
    .on(reports.read, () => ok({ report, next: null }))
    .on(reports.list, () => ok({ reports: [], history: [] }))
    .on(today.read, () => ok(todayView))
    .on(portfolio.read, () =>
      ok({
        projects: [
          { projectKey: 'NET', projectName: 'Network', expected: '2012-W28', isMissing: true, last: null },
          {
            projectKey: 'PRJ',
            projectName: 'Project',
            expected: '2012-W28',
            isMissing: false,
            last: {
              label: '2012-W28',
              asOf: weekly.asOf,
              rag: 'amber',
              worst: ['Schedule'],
              figures: { open: 58, overdue: 4, opened: 6, resolved: 9 },
              change: { from: 'green', open: -3, overdue: 1 },
              page: { title: 'Status', url: 'https://site.example/wiki/status' },
            },
          },
        ],
        totals: { open: 58, overdue: 4, opened: 6, resolved: 9, red: 0, amber: 1, green: 0, missing: 1 },
      }),
    )
    .on(status.macro, () => ok(shownStatus))
    .on(settings.read, () =>
      ok({
        settings: configuration,
        switchedOnAt: '2012-07-16T03:30:00.000Z',
        confluence: true,
        names,
        defaults: DEFAULT_POLICY_SHAPE,
        policy: [
          'Working days are Monday to Friday, without the holidays of this project.',
          'The assignee hears of an issue 3 and 1 working days before it is due, on the day, and on every second working day after.',
          'After 3 working days the project lead hears of it too, after 8 the sponsor.',
        ],
      }),
    )
    .on(settings.tasks, () =>
      ok({ visibleToApp: { count: 3, more: false }, visibleToYou: { count: 5, more: false } }),
    )
    .on(settings.save, ({ seen: _seen, ...saved }) =>
      ok({ settings: saved, switchedOnAt: '2012-07-16T03:30:00.000Z' }),
    )
    .on(admin.read, () => ok(busyHealth))
    .on(admin.readDefaults, () => ok({ policy: DEFAULT_POLICY_SHAPE, holidays: [], pointsAnHour: 6_000 }))
    .on(admin.saveDefaults, ({ seen: _seen, ...saved }) => ok(saved));
