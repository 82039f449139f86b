import { admin } from '../../../src/contract';
import { callApp } from '../../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../../support/app';

afterAppTests();

const page = (app: TestApp) => app.screen('admin-page', 'admin');
const health = (app: TestApp) => callApp(app.host, page(app), admin.read, {});
const letters = async (app: TestApp) => (await health(app)).letters;
const retry = (app: TestApp, works?: string[]) =>
  callApp(app.host, page(app), admin.retry, works === undefined ? {} : { works });
const remindersRun = (app: TestApp) =>
  app.host.invocations.filter(({ functionKey }) => functionKey === 'remind').length;

const isSearch = ({ operation }: { readonly operation: string }): boolean =>
  operation === 'searchAndReconsileIssuesUsingJqlPost';

/** A reminder is due at nine; Jira refuses every search until the test lifts the fault. */
async function brokenMorning(status: number): Promise<{ app: TestApp; lift: () => void }> {
  const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
  const lift = app.faults.add({
    matches: isSearch,
    effect: { type: 'status', status },
  });
  await app.until('2026-07-20T09:00:00Z');
  return { app, lift };
}

/** Nobody at home for one attempt after another: the process dies at its first call to Jira. */
const dying = (app: TestApp, times: number) =>
  app.faults.add({
    matches: isSearch,
    effect: { type: 'crash', when: 'before' },
    times,
  });

describe('work that a job gives up', () => {
  it('is listed with its cause while the platform is down, and gone with the run that does it', async () => {
    const { app, lift } = await brokenMorning(503);
    await app.hours(1);
    expect(await letters(app)).toEqual([
      expect.objectContaining({
        work: 'reminders all',
        job: 'reminders',
        project: null,
        state: 'open',
        isOpen: true,
        cause: expect.stringContaining('503'),
      }),
    ]);
    lift();
    await app.hours(1);
    expect(app.told()).toEqual([expect.stringMatching(/^due-today PRJ-1 member 2026-07-20T10:/)]);
    expect(await letters(app)).toEqual([]);
  });

  it('is listed also where the process dies on every attempt and says nothing', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.until('2026-07-20T08:30:00Z');
    const stop = dying(app, Infinity);
    await app.until('2026-07-20T09:59:00Z');
    expect(await letters(app)).toEqual([
      expect.objectContaining({ work: 'reminders all', cause: expect.stringContaining('without an answer') }),
    ]);
    expect(app.host.deadLetters.length).toBeGreaterThan(0);
    stop();
    expect((await retry(app)).handedOver).toBe(1);
    await app.host.drain();
    expect(app.told()).toHaveLength(1);
    expect(await letters(app)).toEqual([]);
  });

  it('is not listed where a later attempt does it', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.until('2026-07-20T08:30:00Z');
    dying(app, 4);
    await app.until('2026-07-20T09:59:00Z');
    expect(app.told()).toHaveLength(1);
    expect(await letters(app)).toEqual([]);
  });

  it('is handed over once, however many ask for it at a time', async () => {
    const { app, lift } = await brokenMorning(503);
    await app.until('2026-07-20T09:45:00Z');
    lift();
    const before = remindersRun(app);
    const asked = await Promise.all([retry(app), retry(app, ['reminders all']), retry(app)]);
    expect(asked.map(({ handedOver }) => handedOver).sort()).toEqual([0, 0, 1]);
    await app.host.drain();
    expect(remindersRun(app) - before).toBe(1);
    expect(app.told()).toHaveLength(1);
    expect(await letters(app)).toEqual([]);
  });

  it('is open again where the queue did not take it, and where its message was lost', async () => {
    const { app } = await brokenMorning(503);
    await app.until('2026-07-20T09:45:00Z');
    app.faults.add({
      matches: ({ kind }) => kind === 'queue',
      effect: { type: 'status', status: 500 },
      times: 1,
    });
    await expect(retry(app)).rejects.toThrow('did not take the work');
    expect(await letters(app)).toEqual([expect.objectContaining({ state: 'open', isOpen: true })]);
    app.faults.add({
      matches: ({ kind }) => kind === 'queue',
      effect: { type: 'crash', when: 'before' },
      times: 1,
    });
    await expect(retry(app)).rejects.toThrow();
    expect(await letters(app)).toEqual([expect.objectContaining({ state: 'retried', isOpen: false })]);
  });

  it('is set aside with a reason by one admin, and the other is told', async () => {
    const { app } = await brokenMorning(503);
    await app.until('2026-07-20T09:45:00Z');
    const dismiss = (reason: string) =>
      app.host.invoke(page(app), admin.dismiss.name, { work: 'reminders all', reason });
    expect(await dismiss(' ')).toMatchObject({ ok: false, problem: { fields: { reason: 'Say why.' } } });
    expect(await dismiss('Told by hand')).toMatchObject({ ok: true });
    expect(await dismiss('Me too')).toMatchObject({ ok: false, problem: { code: 'CONFLICT' } });
    const [letter] = await letters(app);
    expect(letter).toMatchObject({
      state: 'dismissed',
      isOpen: false,
      handled: { by: 'admin', reason: 'Told by hand' },
    });
    expect((await retry(app)).handedOver).toBe(0);
  });
});

describe('the health of the app', () => {
  it('names what waits for the platform, until when, and what a run took', async () => {
    const { app } = await brokenMorning(429);
    const { waiting, runs } = await health(app);
    expect(waiting).toEqual([expect.objectContaining({ job: 'reminders', reason: 'platform' })]);
    expect(Date.parse(waiting[0]?.until ?? '')).toBeGreaterThan(app.clock.now());
    expect(runs[0]).toMatchObject({ state: 'queued', tookMs: expect.any(Number) });
  });

  it('names projects that Docket can no longer see', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.hours(1);
    expect((await health(app)).unread).toEqual([]);
    const [project] = [...app.state.projects.all()];
    app.state.projects.delete(project?.id ?? '');
    expect((await health(app)).unread).toContainEqual(
      expect.objectContaining({ what: 'no-access', project: project?.id, projectKey: null }),
    );
  });

  it('costs the same few calls however many projects there are', async () => {
    const app = await appWith((build) => build.issue({}));
    const cost = async () => {
      const before = { ...app.host.totals.calls };
      await health(app);
      return Object.entries(app.host.totals.calls).flatMap(([name, n]) =>
        n === (before[name] ?? 0) ? [] : [`${name} ${n - (before[name] ?? 0)}`],
      );
    };
    const one = await cost();
    for (const key of ['TWO', 'THR', 'FOU']) {
      const { id } = app.build.project({ key, leadAccountId: 'lead', roles: { lead: 'admin' } });
      const place = { moduleKey: 'project-settings', accountId: 'lead', extension: { project: { id, key } } };
      await app.host.invoke(place, 'settings.save', {
        enabled: true,
        sponsorId: null,
        holidays: [],
        zone: 'UTC',
        report: { enabled: false, spaceKey: null, parentPageId: null },
      });
    }
    expect(await cost()).toEqual(one);
  });
});
