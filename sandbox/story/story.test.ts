import * as app from '../../src';
import { plan, registers, reports } from '../../src/contract';
import { callApp } from '../cli/app-call';
import { chooseSite } from '../cli/choose-site';
import { openDocket } from '../cli/opening';
import { createSandbox, type Sandbox } from '../index';
import { accountIdOf, type PersonName } from '../seed/people';
import { readLedger } from '../web/messages';

/** What a newcomer finds after `npm start`, before anything is clicked. */
describe('the demonstration', () => {
  let sandbox: Sandbox;
  let problems: readonly string[];

  beforeAll(async () => {
    const chosen = await chooseSite({ importPath: null, now: null });
    sandbox = await createSandbox({ now: chosen.now, seed: chosen.seed, app });
    const opened = await openDocket(sandbox, { ...chosen, onStep: () => undefined });
    problems = opened.flatMap((project) => project.problems);
  });

  const page = (name: PersonName) => {
    const [project] = sandbox.state.projects.where('key', 'PAY');
    return {
      moduleKey: 'project-page',
      accountId: accountIdOf(name),
      extension: {
        type: 'jira:projectPage',
        project: { id: project?.id, key: project?.key, type: 'software' },
      },
    };
  };

  it('opens without a refusal, a failed invocation or a call that nothing models', () => {
    expect(problems).toEqual([]);
    expect(sandbox.host.invocations.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(sandbox.site.unmodelled).toEqual([]);
  });

  it('has every register filled', async () => {
    const overview = await callApp(sandbox.host, page('ines'), registers.overview, {});
    expect(overview.registers.map(({ kind, total }) => [kind, total])).toEqual([
      ['risk', 4],
      ['issue', 2],
      ['change', 3],
      ['decision', 2],
      ['assumption', 1],
      ['dependency', 1],
    ]);
  });

  it('has a change that waits for the sponsor, and for nobody else', async () => {
    const changes = async (name: PersonName) =>
      (await callApp(sandbox.host, page(name), registers.list, { kind: 'change' })).records.map(
        ({ id, state, rights }) => [id, state, rights.vote],
      );
    expect(await changes('ruth')).toEqual([
      ['CR-1', 'underReview', true],
      ['CR-2', 'approved', false],
      ['CR-3', 'rejected', false],
    ]);
    for (const name of ['claire', 'ines'] as const)
      expect((await changes(name)).some(([, , mayVote]) => mayVote)).toBe(false);
  });

  it('has a decision that is overdue, and commitments that were escalated to lead and sponsor', () => {
    const { messages } = readLedger(sandbox.host);
    const stages = (prefix: string) => messages.filter(({ stage }) => stage.startsWith(prefix));
    const escalated = new Set(stages('escalated').map(({ recipient }) => recipient));
    expect([...escalated]).toEqual(expect.arrayContaining([accountIdOf('ines'), accountIdOf('ruth')]));
    const decision = messages.find(({ key }) => key.includes('2026-11-19') && /decision/i.test(key));
    expect(decision?.state).toBe('sent');
  });

  it('has one report out and the next in review, with figures of money', async () => {
    const { reports: lines } = await callApp(sandbox.host, page('ines'), reports.list, {});
    expect(lines.map(({ label, state }) => [label, state])).toEqual([
      ['2026-W48', 'in-review'],
      ['2026-W47', 'published'],
    ]);
    const { report } = await callApp(sandbox.host, page('ines'), reports.read, { label: null });
    expect(report?.rights.whyNotApprove).toBeNull();
    expect(report?.streams.map(({ id, answer }) => [id, answer !== null])).toEqual([
      ['gateway', false],
      ['ledger', true],
      ['card-vault', true],
    ]);
    const { figures } = await callApp(sandbox.host, page('ines'), plan.figures, {});
    expect(figures?.baseline?.name).toBe('Charter');
    const earned = Object.values(figures?.money?.earned ?? {});
    expect(earned.length).toBeGreaterThan(10);
    expect(earned.filter((measure) => 'notComputable' in measure)).toEqual([]);
  });
});
