import { admin, messages } from '../../../src/contract';
import { callApp } from '../../../sandbox/cli/app-call';
import { afterAppTests, appWith } from '../../support/app';

afterAppTests();

describe('a licence that has ended', () => {
  it('stops all sending, says so in health, and lets the day be caught up once it is renewed', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    app.state.licence = 'inactive';
    await app.until('2026-07-20T10:30:00Z');
    expect(app.told()).toEqual([]);
    const health = await callApp(app.host, app.screen('admin-page', 'admin'), admin.read, {});
    expect(health.licensed).toBe(false);
    expect(health.runs[0]).toMatchObject({
      job: 'reminders',
      state: 'missed',
      note: expect.stringContaining('no licence'),
    });
    expect(health.letters).toEqual([]);
    app.state.licence = 'active';
    await app.until('2026-07-20T11:30:00Z');
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T11:00']);
  });

  it('stops work that was queued before', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.until('2026-07-20T08:30:00Z');
    app.faults.add({
      matches: ({ kind, operation }) => kind === 'queue' && operation === 'publish',
      effect: {
        type: 'run',
        when: 'after',
        task: () => {
          app.state.licence = 'inactive';
        },
      },
      times: 1,
    });
    await app.until('2026-07-20T09:30:00Z');
    expect(app.told()).toEqual([]);
  });

  it('is what every screen but the admin page is told, and development environments have none', async () => {
    const app = await appWith((build) => build.issue({}));
    const ask = () => app.host.invoke(app.screen('project-page', 'member'), messages.list.name, {});
    expect(await ask()).toMatchObject({ ok: true });
    app.state.licence = 'inactive';
    expect(await ask()).toMatchObject({
      ok: false,
      problem: { code: 'NO_LICENCE', message: expect.stringContaining('renews it') },
    });
    app.state.licence = 'active';
    expect(await ask()).toMatchObject({ ok: true });
  });
});
