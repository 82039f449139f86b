import { registers, reports } from '../../src/contract';
import type { ModuleContext } from '../forge/types';
import type { Sandbox } from '../index';
import { accountIdOf } from '../seed/people';
import type { RecordEntry } from '../seed/record-entry';
import type { Project } from '../site/entities';
import type { StoryStep } from '../story';
import { AppRefusal, callApp } from './app-call';
import { adminOf, switchOn } from './switch-on';

export interface OpeningOptions {
  /** Account ids by project key. */
  readonly sponsors: Readonly<Record<string, string>>;
  readonly records: readonly RecordEntry[];
  /** What else people do, in the order of time. */
  readonly story?: readonly StoryStep[];
  /** How far the clock goes, epoch milliseconds. */
  readonly until: number;
  readonly onStep: (what: string) => void;
}

export interface OpenedProject {
  readonly project: Project;
  readonly records: number;
  /** How many reports are out. */
  readonly reports: number;
  /** The newest of their pages. */
  readonly page: { readonly id: string; readonly title: string; readonly url: string } | null;
  /** Why something that was asked for did not happen, in the app's words. */
  readonly problems: readonly string[];
}

const TYPE_OF = {
  'project-page': 'jira:projectPage',
  'project-settings': 'jira:projectSettingsPage',
} as const;

const screenOf = (moduleKey: StoryStep['on'], project: Project, accountId: string): ModuleContext => ({
  moduleKey,
  accountId,
  extension: {
    type: TYPE_OF[moduleKey],
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
  },
});
const projectPageOf = screenOf.bind(undefined, 'project-page');

/** Enters a record and takes it along its steps, each as the person who makes it. */
async function enterRecord(sandbox: Sandbox, project: Project, entry: RecordEntry): Promise<void> {
  const place = projectPageOf(project, entry.accountId);
  const { kind, summary, values } = entry;
  let record = await callApp(sandbox.host, place, registers.create, { kind, summary, values });
  for (const step of entry.then) {
    const seen = { kind, issueId: record.issueId, revision: record.revision };
    record =
      'to' in step
        ? await callApp(sandbox.host, place, registers.transition, { ...seen, to: step.to })
        : await callApp(sandbox.host, projectPageOf(project, step.by), registers.vote, {
            ...seen,
            verdict: step.vote,
            comment: step.comment,
          });
  }
}

/** Does `task`, and turns what the app refuses into a line, so that one project does not stop the others. */
async function noting(problems: string[], task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    if (!(error instanceof AppRefusal)) throw error;
    problems.push(error.message);
    return false;
  }
}

interface Opening {
  readonly project: Project;
  readonly admin: string;
  records: number;
  readonly problems: string[];
}

/** Goes on to the step's instant and takes it; a step in a project that is not there is left out. */
async function takeStep({ host, clock, state }: Sandbox, opened: readonly Opening[], step: StoryStep) {
  await clock.advanceTo(Math.max(step.at, clock.now()));
  const found = opened.find(({ project }) => project.key === step.project);
  if (!found) return;
  const { project, problems } = found;
  const screen = screenOf(step.on, project, accountIdOf(step.by));
  await noting(problems, () =>
    step.does((call, request) => callApp(host, screen, call, request), { state, project }),
  );
  await host.drain();
}

/** What is out, published now where nothing is. */
async function publishedOf({ host }: Sandbox, { project, admin, problems }: Opening) {
  const place = projectPageOf(project, admin);
  const { reports: lines } = await callApp(host, place, reports.list, {});
  const out = lines.filter(({ publishedAt, page }) => publishedAt !== null && page !== null);
  if (out.length > 0) return { reports: out.length, page: out[0]?.page ?? null };
  let page: OpenedProject['page'] = null;
  await noting(problems, async () => {
    page = (await callApp(host, place, reports.publishNow, { label: null })).report.page;
  });
  return { reports: page === null ? 0 : 1, page };
}

/**
 * The first days with Docket, all of it through the app: project admins switch it on, people fill the registers and do what the
 * story says, the clock goes on and reminders go out, and each project has its status page.
 */
export async function openDocket(sandbox: Sandbox, options: OpeningOptions): Promise<OpenedProject[]> {
  const { state, host, clock } = sandbox;
  const { story = [] } = options;
  const opened: Opening[] = [];
  options.onStep(
    `Project admins switch Docket on${options.records.length > 0 ? ', and people fill the registers' : ''}`,
  );
  for (const project of state.projects.all()) {
    const problems: string[] = [];
    await noting(problems, () => switchOn(sandbox, project, options.sponsors[project.key] ?? null));
    opened.push({ project, admin: adminOf(state, project), records: 0, problems });
  }
  const isFirst = ({ at }: StoryStep): boolean => at <= clock.now();
  const first = story.filter(isFirst);
  for (const step of first) await takeStep(sandbox, opened, step);
  for (const one of opened)
    for (const entry of options.records.filter(({ projectKey }) => projectKey === one.project.key))
      if (await noting(one.problems, () => enterRecord(sandbox, one.project, entry))) one.records += 1;
  await host.drain();

  options.onStep('The clock goes on, and reminders go out at nine in the morning of each recipient');
  for (const step of story.slice(first.length)) await takeStep(sandbox, opened, step);
  await clock.advanceTo(options.until);

  options.onStep('Each project publishes its status page');
  const result: OpenedProject[] = [];
  for (const one of opened) {
    const published = await publishedOf(sandbox, one);
    result.push({ project: one.project, records: one.records, problems: one.problems, ...published });
  }
  await host.drain();
  return result;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** By then it has been nine in the morning everywhere that matters: 17:00 UTC is nine o'clock in Los Angeles in winter. */
const EVENING = 18 * HOUR;

/** The first evening (18:00 UTC) of a working day that is after `now`; both epoch milliseconds. */
export function firstEvening(now: number): number {
  let evening = Math.floor(now / DAY) * DAY + EVENING;
  while (evening <= now || [0, 6].includes(new Date(evening).getUTCDay())) evening += DAY;
  return evening;
}
