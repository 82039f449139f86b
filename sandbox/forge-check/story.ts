import { admin, registers, reports } from '../../src/contract';
import { callApp } from '../cli/app-call';
import { firstEvening } from '../cli/opening';
import { outcomeOf } from '../cli/outcome';
import { adminOf, switchOn } from '../cli/switch-on';
import type { AppModule, Invocation } from '../forge/types';
import { createSandbox, type Sandbox } from '../index';
import { SEED_NOW, SEED_SPONSORS, seedDemoSite } from '../seed';
import { SITE_ADMIN, accountIdOf } from '../seed/people';
import { SEED_RISKS } from '../seed/risks';
import { CheckFailed } from './failure';

function expectThat(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new CheckFailed(`On the sandbox's host the bundle failed:\n- ${otherwise}`);
}

/** @throws CheckFailed where the bundle lacks a function of the manifest. */
async function deploy(app: AppModule): Promise<Sandbox> {
  try {
    return await createSandbox({ now: SEED_NOW, seed: seedDemoSite, app });
  } catch (error) {
    throw new CheckFailed(error instanceof Error ? error.message : String(error));
  }
}

const countOf = (invocations: readonly Invocation[], functionKey: string): number =>
  invocations.filter((run) => run.functionKey === functionKey && run.outcome === 'ok').length;

/**
 * A first day with the deployed bundle on the seeded site: resolver calls, a tick, the queued work that follows from it, and
 * a status page. @returns a line for each thing that was seen to work.
 *
 * @throws CheckFailed that names what did not.
 */
export async function runStory(app: AppModule): Promise<string[]> {
  const sandbox = await deploy(app);
  const { state, host, clock } = sandbox;
  const [risk] = SEED_RISKS;
  const project = [...state.projects.all()].find(({ key }) => key === risk?.projectKey);
  if (!risk || !project) throw new CheckFailed('The seed has no project with a risk to enter.');
  const place = {
    moduleKey: 'project-page',
    accountId: adminOf(state, project),
    extension: {
      type: 'jira:projectPage',
      project: { id: project.id, key: project.key, type: project.projectTypeKey },
    },
  };

  await switchOn(sandbox, project, SEED_SPONSORS[project.key] ?? null);
  const { summary, values } = risk;
  const entered = await callApp(host, place, registers.create, { kind: 'risk', summary, values });
  const register = await callApp(host, place, registers.list, { kind: 'risk' });
  expectThat(
    register.records.some(({ issueKey, revision }) => issueKey === entered.issueKey && revision === 1),
    `registers.list does not know ${entered.issueKey}, which registers.create has made.`,
  );

  const tick = await host.fireTrigger('hourly');
  expectThat(tick.outcome === 'ok', `a tick ended with ${tick.outcome}: ${tick.error ?? 'no reason given'}`);
  await host.drain();
  await clock.advanceTo(firstEvening(SEED_NOW));
  const { report } = await callApp(host, place, reports.publishNow, { label: null });
  await host.drain();

  // The app survives a failed job and says so on its health page: runs that ended in order are no proof.
  const health = {
    moduleKey: 'admin-page',
    accountId: accountIdOf(SITE_ADMIN),
    extension: { type: 'jira:adminPage' },
  };
  const { runs } = await callApp(host, health, admin.read, {});
  const outcome = outcomeOf(sandbox);
  const complaints = [
    ...runs.flatMap(({ job, at, state, note }) =>
      state === 'done' ? [] : [`${job} of ${at} is ${state}: ${note}`],
    ),
    ...outcome.faults,
    ...outcome.unmodelled.map((call) => `the site does not model ${call}`),
  ];
  expectThat(complaints.length === 0, complaints.join('\n- '));
  const [ticks, reminded] = [countOf(host.invocations, 'tick'), countOf(host.invocations, 'remind')];
  expectThat(reminded > 0, `${ticks} ticks queued nothing that the remind function took up.`);
  expectThat(outcome.messages.length > 0, `no reminder was written, though remind ran ${reminded} times.`);
  expectThat(
    outcome.pages.length === 1,
    `${outcome.pages.length} status pages are on the site instead of one.`,
  );
  return [
    `resolver: settings.save switched ${project.key} on; registers.create made ${entered.issueKey}, and registers.list gives it back`,
    `tick: ${ticks} hourly runs`,
    `consumer: ${reminded} runs of remind wrote ${outcome.messages.length} reminders, each on the site exactly once`,
    `status page: "${report.page?.title ?? ''}" published (${report.overall})`,
  ];
}
