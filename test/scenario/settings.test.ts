import { admin, messages, settings } from '../../src/contract';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../support/app';

afterAppTests();

const GOOD = {
  enabled: true,
  sponsorId: null,
  holidays: [],
  zone: 'Europe/Berlin',
  report: { enabled: false, spaceKey: null, parentPageId: null },
};
const save = (app: TestApp, change: object, accountId = 'lead') =>
  app.host.invoke(app.screen('project-settings', accountId), 'settings.save', { ...GOOD, ...change });

describe('project settings', () => {
  it('belong to people who administer the project', async () => {
    const app = await appWith((build) => build.project(), { switchedOn: false });
    for (const call of ['settings.read', 'settings.save']) {
      expect(
        await app.host.invoke(
          app.screen('project-settings', 'member'),
          call,
          call.endsWith('save') ? GOOD : {},
        ),
      ).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
    }
  });

  it.each([
    [{ holidays: ['2026-12-25', '2026-02-30'] }, 'holidays', 'These holidays are no dates: 2026-02-30.'],
    [{ zone: 'Mars/Olympus' }, 'zone', '"Mars/Olympus" is no time zone.'],
    [{ sponsorId: 'nobody' }, 'sponsorId', 'The sponsor is not a person on this site.'],
    [
      { report: { enabled: true, spaceKey: 'NOPE', parentPageId: null } },
      'spaceKey',
      'Docket sees no Confluence space "NOPE".',
    ],
    [
      { report: { enabled: true, spaceKey: null, parentPageId: null } },
      'spaceKey',
      'Name the Confluence space',
    ],
  ])('refuse %j and save nothing of it', async (change, field, message) => {
    const app = await appWith((build) => build.project(), { switchedOn: false });
    expect(await save(app, change)).toMatchObject({
      ok: false,
      problem: { code: 'BAD_INPUT', fields: { [field]: expect.stringContaining(message) } },
    });
    expect(app.host.stored('project')).toEqual([]);
  });

  it('say so where the site has no Confluence, and the rest goes on', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {
      switchedOn: false,
    });
    app.state.confluenceInstalled = false;
    expect(await callApp(app.host, app.screen('project-settings'), settings.read, {})).toMatchObject({
      confluence: false,
    });
    expect(await save(app, { report: { enabled: true, spaceKey: 'ANY', parentPageId: null } })).toMatchObject(
      { ok: false, problem: { fields: { spaceKey: expect.stringContaining('Confluence') } } },
    );
    expect(await save(app, {})).toMatchObject({ ok: true });
    await app.hours(12);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it('stop the follow-up when they are switched off', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    expect(await save(app, { enabled: false })).toMatchObject({ ok: true, value: { switchedOnAt: null } });
    await app.hours(24);
    expect(app.told()).toEqual([]);
  });

  it('take holidays out of the count', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-22' }), {
      holidays: ['2026-07-21'],
    });
    await app.hours(48);
    expect(app.told()).toEqual(['upcoming(1) PRJ-1 member 2026-07-20T09:00']);
  });
});

describe('the admin page', () => {
  it('shows projects and runs to site admins, and nothing to others', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.hours(10);
    const health = await callApp(app.host, app.screen('admin-page', 'admin'), admin.read, {});
    expect(health.projects).toEqual([expect.objectContaining({ key: 'PRJ', enabled: true })]);
    expect(health.runs).toContainEqual(
      expect.objectContaining({ job: 'reminders', project: null, state: 'done', sent: 1 }),
    );
    expect(await app.host.invoke(app.screen('admin-page', 'lead'), 'admin.read', {})).toMatchObject({
      ok: false,
      problem: { code: 'FORBIDDEN' },
    });
  });
});

describe('messages and backlog', () => {
  it('show what was sent and why, and what is not chased', async () => {
    const app = await appWith((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      build.issue({ assigneeId: 'member', dueDate: '2026-06-01', summary: 'Old promise' });
    });
    await app.hours(12);
    const { messages: sent, names } = await callApp(
      app.host,
      app.screen('project-page', 'member'),
      messages.list,
      {},
    );
    expect(sent).toEqual([
      expect.objectContaining({
        item: 'PRJ-1',
        stage: 'due-today',
        state: 'sent',
        why: expect.stringContaining('Rule:'),
      }),
    ]);
    expect(names).toEqual({ member: 'member' });
    const backlog = await callApp(app.host, app.screen('project-page', 'member'), messages.backlog, {});
    expect(backlog.items).toEqual([
      expect.objectContaining({ issueKey: 'PRJ-2', summary: 'Old promise', dueDate: '2026-06-01' }),
    ]);
  });

  it('are read page by page, to the oldest', async () => {
    const app = await appWith((build) => {
      for (let n = 0; n < 105; n += 1) build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
    });
    await app.hours(12);
    const read = (cursor: string | null) =>
      callApp(app.host, app.screen('project-page', 'member'), messages.list, { cursor });
    const newest = await read(null);
    const older = await read(newest.next);
    expect(newest.messages).toHaveLength(100);
    expect(older.next).toBeNull();
    const items = [...newest.messages, ...older.messages].map(({ item }) => item);
    expect(new Set(items).size).toBe(105);
  });

  it('are not shown to people who may not browse the project', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'outsider' });
      build.project({ everyone: null, roles: { lead: 'admin', member: 'member' } });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
    });
    await app.hours(12);
    expect(await app.host.invoke(app.screen('project-page', 'outsider'), 'messages.list', {})).toMatchObject({
      ok: false,
    });
  });
});
