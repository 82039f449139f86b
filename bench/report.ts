import * as app from '../src/index';
import { createSandbox, type Sandbox } from '../sandbox';
import { switchOn } from '../sandbox/cli/switch-on';
import { seedBasics } from '../sandbox/seed/basics';
import { putSpace } from '../sandbox/seed/space';
import type { SiteState } from '../sandbox/site/state';
import { issueOf } from './tenant/seed';

/** Friday 2026-07-24, 14:00 UTC: an hour before reports are published. */
const START = Date.UTC(2026, 6, 24, 14);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PEOPLE = 12;
/** The consumer that publishes, by its key in the manifest. */
const PUBLISHER = 'reports';
/** What each call takes in the run that looks at time limits. */
const LATENCY_MS = 150;

/** What publishing in one hour came to. */
export interface ReportsResult {
  readonly projects: number;
  readonly issues: number;
  /** Status pages that were there afterwards. */
  readonly pages: number;
  readonly jiraPoints: number;
  readonly confluencePoints: number;
  readonly calls: number;
  readonly pageWrites: number;
  /** CPU seconds of the whole process, app and site. */
  readonly cpuSeconds: number;
  /** The longest invocation that published, in simulated time. */
  readonly longest: { readonly elapsedMs: number; readonly limitMs: number };
  readonly faults: readonly string[];
}

const dateOf = (days: number): string => new Date(START + days * DAY).toISOString().slice(0, 10);

/**
 * Of ten issues six are done, one is overdue, one due next week, two have no date. Nobody is told of any of them on that
 * day, so that the hour is the reports' alone.
 */
function seedProject(state: SiteState, number: number, issues: number): void {
  const [key, id, leadId] = [`R${number}`, String(20_000 + number), 'person-1'];
  const project = {
    id,
    key,
    name: `Project ${key}`,
    description: '',
    leadAccountId: leadId,
    projectTypeKey: 'software' as const,
    everyone: 'member' as const,
    roles: { [leadId]: 'admin' as const },
    appAccess: true,
    issueTypeIds: [...state.issueTypes.all()].map((type) => type.id),
    properties: {},
  };
  state.projects.put(project);
  state.reserveIds(Number(id));
  for (let n = 1; n <= issues; n += 1) {
    const item = {
      projectKey: key,
      number: n,
      ownerId: n % 25 === 0 ? null : `person-${1 + (n % PEOPLE)}`,
      dueDate: n % 10 === 7 ? dateOf(-10 - (n % 50)) : n % 10 === 8 ? dateOf(7 + (n % 3)) : null,
      created: START - (n % 90) * DAY,
      doneAt: n % 10 < 6 ? START - (n % 30) * DAY : null,
    };
    state.issues.put(issueOf(item, state.nextId(), id));
  }
  for (let n = 0; n < 8; n += 1)
    state.versions.put({
      id: state.nextId(),
      projectId: id,
      name: `v${n}`,
      archived: false,
      released: false,
      releaseDate: dateOf(14 * n - 5),
    });
  const space = { key, name: `Space ${key}`, about: '', authorId: leadId, created: START - 90 * DAY };
  putSpace(state, { ...space, everyone: 'edit', members: {} });
}

function seed(state: SiteState, projects: number, issues: number): void {
  seedBasics(state);
  for (let n = 1; n <= PEOPLE; n += 1)
    state.users.put({
      id: `person-${n}`,
      accountId: `person-${n}`,
      displayName: `Person ${n}`,
      emailAddress: `person${n}@example.com`,
      timeZone: 'Etc/UTC',
      locale: 'en-US',
      active: true,
      accountType: 'atlassian',
      siteAdmin: n === 1,
    });
  for (let n = 1; n <= projects; n += 1) seedProject(state, n, issues);
}

/** Lets so many projects of so many issues each publish in the same hour, and measures this process. */
export async function publishReports(
  { projects, issues }: { readonly projects: number; readonly issues: number },
  latencyMs = 0,
): Promise<ReportsResult> {
  const sandbox = await createSandbox({
    now: START,
    seed: (state) => seed(state, projects, issues),
    app,
    latencyMs,
  });
  for (const project of [...sandbox.state.projects.all()]) await switchOn(sandbox, project, null);
  // The follow-up's first look is not the report's.
  await sandbox.clock.advanceTo(START + HOUR - 1);
  const spent = watch(sandbox);
  const cpu = process.cpuUsage();
  await sandbox.clock.advanceTo(START + 2 * HOUR - 1);
  const { user, system } = process.cpuUsage(cpu);
  const pages = [...sandbox.state.pages.all()].filter(({ title }) => title.includes('weekly status'));
  return { projects, issues, pages: pages.length, cpuSeconds: (user + system) / 1e6, ...spent() };
}

/** What the publishing invocations cost from here on; the follow-up goes on beside them. */
function watch({ host, site }: Sandbox) {
  const from = host.invocations.length;
  let [confluencePoints, pageWrites] = [0, 0];
  site.onExchange(({ url, method, points, viaApp }) => {
    if (!viaApp || !url.includes('/wiki/')) return;
    confluencePoints += points;
    if (/\/wiki\/api\/v2\/pages(\/\d+)?(\?|$)/.test(url) && method !== 'GET') pageWrites += 1;
  });
  return () => {
    const runs = host.invocations.slice(from).filter(({ moduleKey }) => moduleKey === PUBLISHER);
    const [longest] = runs.toSorted((a, b) => b.elapsedMs / b.limitMs - a.elapsedMs / a.limitMs);
    return {
      jiraPoints: runs.reduce((sum, { points }) => sum + points, 0) - confluencePoints,
      confluencePoints,
      pageWrites,
      calls: runs.reduce((sum, run) => sum + Object.values(run.calls).reduce((x, y) => x + y, 0), 0),
      longest: { elapsedMs: longest?.elapsedMs ?? 0, limitMs: longest?.limitMs ?? 1 },
      faults: runs.flatMap(({ outcome, error }) => (outcome === 'ok' ? [] : [`${outcome}: ${error ?? ''}`])),
    };
  };
}

/** One report on two thousand issues, and fifty in one hour, each as it is and with slow calls. */
export async function measureReports(): Promise<readonly ReportsResult[]> {
  const results: ReportsResult[] = [];
  for (const order of [
    { projects: 1, issues: 2_000 },
    { projects: 50, issues: 2_000 },
  ]) {
    const quick = await publishReports(order);
    const slow = await publishReports(order, LATENCY_MS);
    results.push({ ...quick, longest: slow.longest, faults: [...quick.faults, ...slow.faults] });
  }
  return results;
}

/** A line a figure, for people. */
export function reportLines(results: readonly ReportsResult[]): string[] {
  return results.map(
    ({ projects, issues, pages, jiraPoints, confluencePoints, calls, pageWrites, cpuSeconds, longest }) =>
      `${projects} x ${issues} issues: ${pages} pages, ${pageWrites} page writes, ${jiraPoints} points of Jira, ${confluencePoints} of Confluence, ${calls} calls, ${cpuSeconds.toFixed(1)} s of CPU, longest invocation at ${LATENCY_MS} ms a call ${longest.elapsedMs} of ${longest.limitMs} ms`,
  );
}
