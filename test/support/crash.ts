import { callApp } from '../../sandbox/cli/app-call';
import type { OutgoingCall } from '../../sandbox/faults';
import { choices, settings } from '../../src/contract';
import { onRegisters, RISK } from './registers';
import { appWith, HOUR, MONDAY, type TestApp, type TestAppOptions } from './app';

/** The morning that is watched: the runs at eight and nine, in which everybody's nine o'clock lies. */
const OPENS = MONDAY + 7.5 * HOUR;
const MORNING_HOURS = 2;
/** Long enough for every retry and lease that the morning can leave behind. */
const REST_OF_DAY_HOURS = 4;

/** Switches Docket on for a project by its key, with what its lead decides beside the defaults. */
export async function switchOn(app: TestApp, key: string, change: object = {}): Promise<void> {
  const project = [...app.state.projects.all()].find((one) => one.key === key);
  if (!project) throw new Error(`The test site has no project ${key}.`);
  const extension = { project: { id: project.id, key, type: 'software' } };
  const accountId = project.leadAccountId;
  await callApp(app.host, { moduleKey: 'project-settings', accountId, extension }, settings.save, {
    enabled: true,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
    ...change,
  });
}

/** From now on, that person wants one comment a day. */
export async function wantsDigest(app: TestApp, accountId: string): Promise<void> {
  const [issue] = [...app.state.issues.all()];
  if (!issue) throw new Error('A digest needs an issue to ask from.');
  const module = app.screen('issue-panel', accountId, { issue: { id: issue.id, key: issue.key } });
  await callApp(app.host, module, choices.setChannel, { channel: 'digest' });
}

/**
 * Two projects, four people in two zones, seven commitments: an owner who is also told as the chain, an item without
 * an owner, one whose owner has left, and somebody who wants a digest; a review and an approval. All of it is due on one Monday morning.
 */
export async function morning(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await appWith(
    (build) => {
      build.user({ accountId: 'london', timeZone: 'Europe/London' });
      build.user({ accountId: 'digester' });
      build.user({ accountId: 'gone', active: false });
      const first = build.project();
      const second = build.project({ key: 'OTH', leadAccountId: 'member', roles: { member: 'admin' } });
      build.issue({ projectId: first.id, assigneeId: 'london', dueDate: '2026-07-20' });
      build.issue({ projectId: first.id, assigneeId: 'lead', dueDate: '2026-07-15' });
      build.issue({ projectId: first.id, dueDate: '2026-07-20' });
      build.issue({ projectId: first.id, assigneeId: 'gone', dueDate: '2026-07-21' });
      build.issue({ projectId: first.id, assigneeId: 'digester', dueDate: '2026-07-20' });
      build.issue({ projectId: first.id, assigneeId: 'digester', dueDate: '2026-07-17' });
      build.issue({ projectId: first.id, summary: 'Digests' });
      build.issue({ projectId: second.id, assigneeId: 'london', dueDate: '2026-07-17' });
    },
    { ...options, now: OPENS, switchedOn: false },
  );
  await switchOn(app, 'PRJ', { digestTarget: { kind: 'issue', key: 'PRJ-7' } });
  await switchOn(app, 'OTH');
  await enterRecords(app);
  await wantsDigest(app, 'digester');
  app.faults.reset();
  return app;
}

/** A risk to be reviewed that day, and a change that waits for the lead's approval by Thursday. */
async function enterRecords(app: TestApp): Promise<void> {
  const { risk, change, move } = onRegisters(app);
  await risk({ ...RISK, probability: 1, severity: 1, owner: 'london', reviewDate: '2026-07-20' });
  await move(await change(), 'underReview', 'change');
}

/** The hours in which the morning's messages come. */
export const passMorning = (app: TestApp): Promise<void> => app.hours(MORNING_HOURS);

/** Lets the schedule go on until everything that went wrong has come to its end. */
export const passRest = (app: TestApp): Promise<void> => app.hours(REST_OF_DAY_HOURS);

/** What stands on the site and what the ledger says of it, in an order that does not depend on when it came. */
export function endOf(app: TestApp): End {
  const issueKey = (id: string) => app.state.issues.get(id)?.key ?? 'nowhere';
  const onSite = [...app.state.comments.all()].flatMap(({ issueId, properties }) => {
    const mark = properties['docket.message'] as
      { messages: { key: string; recipient: string }[] } | undefined;
    return (mark?.messages ?? []).map(
      ({ key, recipient }) => `${key} to ${recipient} on ${issueKey(issueId)}`,
    );
  });
  return {
    onSite: onSite.sort(),
    ledger: app
      .ledger()
      .map(({ key, state }) => `${key} ${state}`)
      .sort(),
  };
}

/** Every call that leaves the app in a morning without faults, in order. */
export async function callsOfMorning(options: TestAppOptions = {}): Promise<readonly OutgoingCall[]> {
  const app = await morning(options);
  const calls: OutgoingCall[] = [];
  app.faults.add({
    matches: (call) => calls.push(call) < 0,
    effect: { type: 'latency', milliseconds: 0 },
  });
  await passMorning(app);
  return calls;
}

export interface End {
  /** `key to recipient on item`, once for each time that a comment says it. */
  readonly onSite: readonly string[];
  /** `key state`. */
  readonly ledger: readonly string[];
}

/** A morning that `spoil` makes go wrong, and the rest of that day. */
export async function endAfter(spoil: (app: TestApp) => void, options: TestAppOptions = {}): Promise<End> {
  const app = await morning({ kept: false, ...options });
  spoil(app);
  await passMorning(app);
  await passRest(app);
  return endOf(app);
}

const KEYS = {
  'jira:10102/2026-07-20/due-today': 'london on PRJ-1',
  'jira:10103/2026-07-15/overdue(3)': 'lead on PRJ-2',
  'jira:10103/2026-07-15/escalated(1)': 'lead on PRJ-2',
  'jira:10104/2026-07-20/due-today': 'lead on PRJ-3',
  'jira:10105/2026-07-21/upcoming(1)': 'lead on PRJ-4',
  'jira:10106/2026-07-20/due-today': 'digester on PRJ-7',
  'jira:10107/2026-07-17/overdue(1)': 'digester on PRJ-7',
  'jira:10109/2026-07-17/overdue(1)': 'london on OTH-1',
  'asked:issue:10110:record:10110:risk:review#london/2026-07-20/due-today': 'london on PRJ-8',
  'asked:issue:10111:record:10111:change:approval#lead/2026-07-23/upcoming(3)': 'lead on PRJ-9',
};

/** What every such day has to end in: each message once on the site, each claim settled. */
export const EXACTLY_ONCE: End = {
  onSite: Object.entries(KEYS)
    .map(([key, where]) => `${key} to ${where}`)
    .sort(),
  ledger: Object.keys(KEYS)
    .map((key) => `${key} sent`)
    .sort(),
};

/** Writes leave something behind; to lose the answer to a question is not to have asked it. */
export const isWrite = ({ operation }: Pick<OutgoingCall, 'operation'>): boolean =>
  /^(create|update|add)|set$|delete$|transaction$|publish$/.test(operation);

let operations: readonly OutgoingCall[] | undefined;

/** The first call of each operation that leaves the app in a morning without faults. */
export async function operationsOfMorning(): Promise<readonly OutgoingCall[]> {
  operations ??= [
    ...new Map((await callsOfMorning()).toReversed().map((call) => [nameOf(call), call])).values(),
  ];
  return operations;
}

export const nameOf = ({ kind, operation }: Pick<OutgoingCall, 'kind' | 'operation'>): string =>
  `${kind} ${operation}`;
