import {
  admin,
  type Call,
  choices,
  commitments,
  macros,
  messages,
  panel,
  plan,
  portfolio,
  preview,
  registerImport,
  registers,
  registerSettings,
  reporting,
  reports,
  settings,
  status,
  today,
} from '../../src/contract';
import {
  FILE,
  type Ground,
  type Kind,
  PLAN,
  projectKey,
  seen,
  type Subject,
  type Who,
  type World,
} from './permission-ground';
import { CHANGE, RISK } from './registers';

/** A call, who may make it in their own project, and a payload that would be good there. */
export interface CallCase {
  readonly call: Call;
  readonly screen: string;
  readonly may: readonly Who[];
  /** What it is about. Without one it is about the whole project, or the person. */
  readonly about?: Kind;
  /** Whether the payload names the issue; else the panel's context does, which no browser can change. */
  readonly names?: true;
  readonly payload: (subject: Subject, world: World, ground: Ground) => unknown;
  /** Others get an answer as well, in which nothing stands. */
  readonly silent?: true;
}

export const READERS: readonly Who[] = ['viewer', 'editor', 'approver', 'projectAdmin', 'siteAdmin'];
const EDITORS: readonly Who[] = ['editor', 'approver', 'projectAdmin'];
/** Site admins administer every project that they may browse. */
const ADMINS = ['projectAdmin', 'siteAdmin'] as const;
const JIRA_ADMINS = ['siteAdmin'] as const;
const EVERYBODY = ['outsider', ...READERS] as const;

const nothing = () => ({});
const onPage = (call: Call, may: readonly Who[], payload: CallCase['payload'] = nothing): CallCase => ({
  call,
  may,
  payload,
  screen: 'project-page',
});
const onRecord = (call: Call, may: readonly Who[], about: Kind, payload: CallCase['payload']): CallCase => ({
  ...onPage(call, may, payload),
  about,
  names: true,
});
const aboutIssue = ({ issueId }: Subject) => ({ commitmentId: `jira:${issueId}` });
const inPanel = (call: Call, may: readonly Who[], payload: CallCase['payload'] = nothing): CallCase => ({
  call,
  may,
  payload,
  screen: 'issue-panel',
  about: 'risk',
});
const inSettings = (call: Call, payload: CallCase['payload'] = nothing): CallCase => ({
  call,
  may: ADMINS,
  payload,
  screen: 'project-settings',
});
const forJira = (call: Call, payload: CallCase['payload'] = nothing): CallCase => ({
  call,
  may: JIRA_ADMINS,
  payload,
  screen: 'admin-page',
});

/** The plan's revision as it stands, for whoever may change it. */
const planEdit = async ({ done }: World, ground: Ground) => {
  const { saved } = await done<{ saved: { revision: number } }>(ground, 'project-page', plan.read, {});
  return { revision: saved.revision, why: 'As agreed' };
};

/** What stands in the settings already, as the form sends it back. */
const kept =
  (call: Call, part: string, more: object = {}): CallCase['payload'] =>
  async (_subject, { done }, ground) => {
    const read = await done<Record<string, unknown>>(ground, 'project-settings', call, more);
    return Object.keys(more).length > 0 ? { ...more, [part]: read[part] } : read[part];
  };

const LABEL = '2026-W01';
/** Of a report that nobody has begun; who takes the steps of one is told with the flow of reports. */
const REPORT_STEPS: readonly CallCase[] = [
  onPage(reports.files, [], () => ({ label: LABEL })),
  onPage(reports.answer, [], () => ({
    label: LABEL,
    streamId: 'one',
    update: { done: 'All', next: '', blocked: '', confidence: null, needsDecision: '' },
  })),
  onPage(reports.override, [], () => ({ label: LABEL, dimension: 'Cost', choice: null })),
  onPage(reports.returnStream, [], () => ({ label: LABEL, streamId: 'one', why: 'Not clear' })),
  onPage(reports.approve, [], () => ({ label: LABEL, version: 1 })),
  onPage(reports.correct, [], () => ({ label: LABEL, reason: 'Wrong figure', figures: 'published' })),
];

/** Every call there is. A test holds it equal to the contract. */
export const CALLS: readonly CallCase[] = [
  onPage(registers.overview, READERS),
  onPage(registers.list, READERS, () => ({ kind: 'risk' })),
  onRecord(registers.read, READERS, 'risk', ({ issueId }) => ({ kind: 'risk', issueId })),
  onPage(registers.create, EDITORS, () => ({ kind: 'risk', summary: 'Another', values: RISK })),
  onRecord(registers.attach, EDITORS, 'bare', ({ issueKey }) => ({ kind: 'risk', issueKey, values: RISK })),
  onRecord(registers.edit, EDITORS, 'risk', (subject) => ({
    kind: 'risk',
    ...seen(subject),
    values: { ...RISK, probability: 2 },
  })),
  onRecord(registers.transition, EDITORS, 'risk', (subject) => ({
    kind: 'risk',
    ...seen(subject),
    to: 'assessed',
  })),
  onRecord(registers.vote, ['approver'], 'waiting', (subject) => ({
    kind: 'change',
    ...seen(subject),
    verdict: 'approved',
  })),
  onRecord(registers.correct, EDITORS, 'decided', (subject) => ({
    kind: 'change',
    ...seen(subject),
    values: { ...CHANGE, reason: 'Another' },
    reason: 'Wrong one',
  })),
  onRecord(registers.restore, EDITORS, 'tampered', ({ issueId }) => ({ kind: 'risk', issueId })),
  onRecord(registers.happened, EDITORS, 'risk', (subject) => ({ kind: 'risk', ...seen(subject) })),
  onPage(registers.people, READERS, () => ({ query: 'e' })),
  onPage(registers.issues, READERS, () => ({ query: 'record' })),
  inSettings(registerSettings.read, () => ({ kind: 'risk' })),
  inSettings(registerSettings.save, kept(registerSettings.read, 'settings', { kind: 'risk' })),
  onPage(registerImport.check, EDITORS, () => FILE),
  onPage(registerImport.apply, EDITORS, () => ({
    ...FILE,
    rows: FILE.rows.map((row) => ({ ...row, revision: null })),
  })),
  onPage(messages.list, READERS),
  onPage(messages.backlog, READERS),
  onPage(today.read, READERS),
  onPage(commitments.list, READERS, () => ({ cursor: null })),
  onRecord(commitments.remind, EDITORS, 'late', aboutIssue),
  onRecord(commitments.escalate, EDITORS, 'late', aboutIssue),
  onRecord(commitments.snooze, EDITORS, 'late', (subject) => ({
    ...aboutIssue(subject),
    until: '2026-07-31',
  })),
  onRecord(commitments.wake, EDITORS, 'late', aboutIssue),
  onRecord(commitments.reassign, EDITORS, 'late', (subject) => ({ ...aboutIssue(subject), to: 'editor' })),
  onPage(preview.ofProject, READERS, () => ({ days: 7 })),
  inPanel(panel.read, READERS),
  inPanel(choices.snooze, EDITORS, () => ({ until: '2026-07-31' })),
  inPanel(choices.promise, EDITORS, () => ({ date: '2026-08-03' })),
  inPanel(choices.undo, EDITORS),
  // One's own wish, wherever one is.
  { ...inPanel(choices.setChannel, EVERYBODY, () => ({ channel: 'digest' })), silent: true },
  inSettings(settings.read),
  inSettings(settings.save, kept(settings.read, 'settings')),
  inSettings(preview.ofSettings, async (subject, world, ground) => ({
    settings: await kept(settings.read, 'settings')(subject, world, ground),
    days: 5,
  })),
  inSettings(settings.tasks),
  inSettings(reporting.read),
  inSettings(reporting.save, kept(reporting.read, 'reporting')),
  inSettings(reporting.coming, async (_subject, { done }, ground) => {
    const { reporting: saved } = await done<{ reporting: { calendar: object } }>(
      ground,
      'project-settings',
      reporting.read,
      {},
    );
    return { calendar: saved.calendar };
  }),
  { ...onPage(status.macro, READERS), screen: 'status-macro' },
  { ...onPage(macros.commitments, READERS), screen: 'commitments-macro' },
  { ...onPage(macros.register, READERS), screen: 'register-macro' },
  // Everybody gets an answer, of the projects that they may browse.
  { ...onPage(macros.projects, READERS, () => ({ query: '' })), screen: 'register-macro', silent: true },
  {
    ...onPage(macros.choices, READERS, (_subject, _world, ground) => ({ projectKey: projectKey(ground) })),
    screen: 'register-macro',
  },
  onPage(plan.read, READERS),
  onPage(plan.figures, READERS),
  onPage(plan.save, ADMINS, async (_subject, world, ground) => ({
    ...(await planEdit(world, ground)),
    plan: PLAN,
  })),
  onPage(plan.importLines, ADMINS, async (_subject, world, ground) => ({
    ...(await planEdit(world, ground)),
    rows: [{ type: 'cost', id: 'C7', date: '2026-07-10', category: 'Work', amount: '80', currency: 'EUR' }],
    apply: true,
  })),
  onPage(plan.setBaseline, ADMINS, async (_subject, world, ground) => {
    const read = await world.done<{ baselines: object[] }>(ground, 'project-page', plan.read, {});
    return { ...(await planEdit(world, ground)), name: `Baseline ${read.baselines.length}` };
  }),
  onPage(plan.compare, READERS, () => ({ from: 1, to: null })),
  // Everybody gets an answer, of the projects that they may browse.
  { ...onPage(portfolio.read, READERS), silent: true },
  onPage(reports.list, READERS),
  onPage(reports.read, READERS, () => ({ label: null })),
  onPage(reports.publishNow, ADMINS, () => ({ label: null })),
  ...REPORT_STEPS,
  forJira(admin.read),
  forJira(admin.readDefaults),
  forJira(admin.saveDefaults, async (_subject, { say, screen }) => {
    const answer = await say(screen('own', 'admin-page', 'siteAdmin'), admin.readDefaults, {});
    return answer.ok ? answer.value : {};
  }),
  forJira(admin.retry),
  // Refused to admins as well, where there is nothing to dismiss.
  { ...forJira(admin.dismiss, () => ({ work: 'reminders all', reason: 'Done by hand' })), may: [] },
  forJira(admin.chooseProject, async (_subject, { screen }) => ({
    projectId: (screen('own', 'admin-page', 'siteAdmin').extension['project'] as { id: string }).id,
  })),
  forJira(admin.showGuide, () => ({ shown: true })),
  forJira(admin.projects, () => ({ query: 'OWN' })),
  forJira(admin.people, () => ({ query: 'e' })),
  forJira(admin.person, () => ({ accountId: 'elsewhere', from: null })),
  forJira(admin.erase, () => ({ accountId: 'elsewhere', typed: 'elsewhere' })),
  forJira(admin.erasures),
  // Refused to admins as well, where there is nothing to cancel.
  { ...forJira(admin.cancelErasure, () => ({ id: 'erased:0' })), may: [] },
];
