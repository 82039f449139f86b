import { join } from 'node:path';
import * as app from '../../src';
import { plan, registers, reports } from '../../src/contract';
import { callApp } from '../cli/app-call';
import { chooseSite } from '../cli/choose-site';
import { openDocket } from '../cli/opening';
import { createSandbox, type Sandbox } from '../index';
import { accountIdOf, type PersonName } from '../seed/people';
import { createFrontDoor } from '../web/front-door';
import { GLANCE_TITLE } from './index';
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
      ['gateway', true],
      ['ledger', false],
      ['card-vault', true],
    ]);
    const { figures } = await callApp(sandbox.host, page('ines'), plan.figures, {});
    expect(figures?.baseline?.name).toBe('Charter');
    const earned = Object.values(figures?.money?.earned ?? {});
    expect(earned.length).toBeGreaterThan(10);
    expect(earned.filter((measure) => 'notComputable' in measure)).toEqual([]);
  });

  it('has a page with macros, each a frame of its own module', async () => {
    const origin = 'http://127.0.0.1:8110';
    const door = createFrontDoor(sandbox, join(__dirname, '..', '..', 'manifest.yml'));
    const glance = [...sandbox.state.pages.all()].find(({ title }) => title === GLANCE_TITLE);
    const moved = await door.request(`${origin}/wiki/pages/${glance?.id}`);
    const page = await (await door.request(origin + (moved.headers.get('location') ?? ''))).text();
    expect([...page.matchAll(/__app\/main\/([a-z-]+)\.html/g)].map(([, entry]) => entry)).toEqual([
      'status-macro',
      'commitments-macro',
      'register-macro',
      'register-macro',
    ]);
  });

  it('has walks that each begin on a page that their person may open', async () => {
    const origin = 'http://127.0.0.1:8110';
    const door = createFrontDoor(sandbox, join(__dirname, '..', '..', 'manifest.yml'));
    const start = await (await door.request(origin)).text();
    const walks = start.split('class="card walk"').slice(1);
    const roles = walks.map((walk) => /, ([^<,]*)[^<]*<\/span>\s*<\/p>/.exec(walk)?.[1]);
    expect(roles).toEqual([
      'Project coordinator',
      'Project coordinator',
      'Sponsor',
      'Project manager',
      'Project coordinator',
      'Team lead',
      'Engineer',
      'Site admin',
    ]);
    for (const walk of walks) {
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(walk)?.[1] ?? '';
      const body = new URLSearchParams({ accountId: field('accountId'), back: field('back') });
      const switched = await door.request(`${origin}/viewer`, { method: 'POST', body, headers: { origin } });
      const [cookie = ''] = (switched.headers.get('set-cookie') ?? '').split(';');
      const path = switched.headers.get('location') ?? '';
      const page = await door.request(origin + path, { headers: { cookie } });
      expect([path, page.status]).toEqual([path, 200]);
      const html = await page.text();
      // What it is about: a screen of the app, or a task that the page itself has.
      expect(html).toMatch(/class="(app-frame|adf-task")/);
      const [, anchor] = path.split('#');
      if (anchor !== undefined) expect(html).toContain(`id="${anchor}"`);
    }
  });
});
