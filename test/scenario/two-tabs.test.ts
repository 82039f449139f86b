import { callApp } from '../../sandbox/cli/app-call';
import { admin, registerSettings, reporting, settings } from '../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../support/app';

afterAppTests();

/** A form of settings as a screen uses it. */
interface Form<Settings> {
  readonly read: (app: TestApp) => Promise<Settings>;
  readonly save: (app: TestApp, own: Settings, seen: Settings) => Promise<unknown>;
  /** The same with something else in it, for each number another. */
  readonly change: (own: Settings, n: number) => Settings;
}

const project = (app: TestApp) => app.screen('project-settings');
const site = (app: TestApp) => app.screen('admin-page', 'admin');

const inTwoTabs =
  <Settings>({ read, save, change }: Form<Settings>) =>
  async () => {
    const app = await appWith((build) => build.project());
    const opened = await read(app);
    const theirs = change(opened, 1);
    expect(await save(app, theirs, opened)).toMatchObject({ ok: true });
    expect(await save(app, change(opened, 2), opened)).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT', message: expect.stringContaining('saved elsewhere'), current: theirs },
    });
    expect(await read(app)).toEqual(theirs);
    // Whoever has been told may put their own in its place; what comes to the same is no other.
    expect(await save(app, change(opened, 2), change(opened, 1))).toMatchObject({ ok: true });
    expect(await read(app)).toEqual(change(opened, 2));
  };

describe('settings that are open in two tabs are not undone unasked by the slower one', () => {
  it(
    'of the follow-up',
    inTwoTabs({
      read: async (app) => (await callApp(app.host, project(app), settings.read, {})).settings,
      save: (app, own, seen) => app.host.invoke(project(app), 'settings.save', { ...own, seen }),
      change: (own, n) => ({ ...own, holidays: [`2026-12-0${n}`] }),
    }),
  );

  it(
    'of the reports',
    inTwoTabs({
      read: async (app) => (await callApp(app.host, project(app), reporting.read, {})).reporting,
      save: (app, own, seen) => app.host.invoke(project(app), 'reporting.save', { ...own, seen }),
      change: (own, n) => ({
        ...own,
        calendar: { ...own.calendar, publish: { weekday: 5, time: `1${n}:30` } },
      }),
    }),
  );

  it(
    'of a register',
    inTwoTabs({
      read: async (app) =>
        (await callApp(app.host, project(app), registerSettings.read, { kind: 'risk' })).settings,
      save: (app, own, seen) =>
        app.host.invoke(project(app), 'registerSettings.save', { kind: 'risk', settings: own, seen }),
      change: (own, n) => ({ ...own, prefix: `X${n}` }),
    }),
  );

  it(
    'of the site',
    inTwoTabs({
      read: (app) => callApp(app.host, site(app), admin.readDefaults, {}),
      save: (app, own, seen) => app.host.invoke(site(app), 'admin.saveDefaults', { ...own, seen }),
      change: (own, n) => ({ ...own, pointsAnHour: 1_000 * n }),
    }),
  );
});
