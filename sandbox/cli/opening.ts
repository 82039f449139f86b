import { registers, status } from '../../src/contract';
import type { ModuleContext } from '../forge/types';
import type { Sandbox } from '../index';
import type { RecordEntry } from '../seed/record-entry';
import type { Project } from '../site/entities';
import { AppRefusal, callApp } from './app-call';
import { adminOf, switchOn } from './switch-on';

export interface OpeningOptions {
  /** Account ids by project key. */
  readonly sponsors: Readonly<Record<string, string>>;
  readonly records: readonly RecordEntry[];
  /** How far the clock goes before the first status pages are published, epoch milliseconds. */
  readonly until: number;
  readonly onStep: (what: string) => void;
}

export interface OpenedProject {
  readonly project: Project;
  readonly records: number;
  readonly page: { readonly id: string; readonly title: string; readonly url: string } | null;
  /** Why something that was asked for did not happen, in the app's words. */
  readonly problems: readonly string[];
}

const projectPageOf = (project: Project, accountId: string): ModuleContext => ({
  moduleKey: 'project-page',
  accountId,
  extension: {
    type: 'jira:projectPage',
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
  },
});

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

/**
 * The first day with Docket, all of it through the app: project admins switch it on, people fill the registers, the clock goes
 * on and reminders go out, and each project publishes its first status page.
 */
export async function openDocket(sandbox: Sandbox, options: OpeningOptions): Promise<OpenedProject[]> {
  const { state, host, clock } = sandbox;
  const opened: { project: Project; admin: string; records: number; problems: string[] }[] = [];
  options.onStep(
    `Project admins switch Docket on${options.records.length > 0 ? ', and people fill the registers' : ''}`,
  );
  for (const project of state.projects.all()) {
    const problems: string[] = [];
    const admin = adminOf(state, project);
    await noting(problems, () => switchOn(sandbox, project, options.sponsors[project.key] ?? null));
    let records = 0;
    for (const entry of options.records.filter(({ projectKey }) => projectKey === project.key))
      if (await noting(problems, () => enterRecord(sandbox, project, entry))) records += 1;
    opened.push({ project, admin, records, problems });
  }
  await host.drain();

  options.onStep('The clock goes on, and reminders go out at nine in the morning of each recipient');
  await clock.advanceTo(options.until);

  options.onStep('Each project publishes its first status page');
  const result: OpenedProject[] = [];
  for (const { project, admin, records, problems } of opened) {
    let page: OpenedProject['page'] = null;
    await noting(problems, async () => {
      const published = await callApp(host, projectPageOf(project, admin), status.publish, {});
      page = published.status.page;
    });
    result.push({ project, records, page, problems });
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
