import { admin, preview } from '../../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../../src/contract/policy';
import { callApp } from '../../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../../support/app';

afterAppTests();

const page = (app: TestApp) => app.screen('admin-page', 'admin');
const guide = async (app: TestApp) => (await callApp(app.host, page(app), admin.read, {})).guide;
const saveProject = (app: TestApp, enabled: boolean) =>
  app.host.invoke(app.screen('project-settings'), 'settings.save', {
    enabled,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
  });

describe('the first-run guide', () => {
  it('follows an admin from installation to the first real week, by what is the case', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {
      switchedOn: false,
    });
    const { projectId } = app;
    expect(await guide(app)).toEqual({ dismissed: false, project: null, done: ['installed'], week: null });

    await callApp(app.host, page(app), admin.saveDefaults, {
      policy: DEFAULT_POLICY_SHAPE,
      holidays: [],
      pointsAnHour: 6_000,
    });
    const { projects } = await callApp(app.host, page(app), admin.projects, { query: 'PRJ' });
    expect(projects.map(({ id }) => id)).toEqual([projectId]);
    await callApp(app.host, page(app), admin.chooseProject, { projectId });
    expect((await guide(app)).done).toEqual(['installed', 'defaults', 'project']);

    await saveProject(app, false);
    expect((await guide(app)).done).toEqual(['installed', 'defaults', 'project', 'policy']);

    // A look at what would be sent, before anything is switched on.
    const plan = await callApp(app.host, app.screen('project-page', 'lead'), preview.ofProject, { days: 7 });
    expect(plan.messages.map(({ item, stage }) => `${item} ${stage}`)).toContain('PRJ-1 due-today');
    await app.hours(2);
    expect(app.told()).toEqual([]);
    expect((await guide(app)).done).toEqual(['installed', 'defaults', 'project', 'policy', 'preview']);

    await saveProject(app, true);
    expect((await guide(app)).done).toContain('on');
    expect((await guide(app)).done).not.toContain('run');
    await app.until('2026-07-20T10:30:00Z');
    const running = await guide(app);
    expect(running).toMatchObject({
      project: { id: projectId, key: 'PRJ' },
      week: { sent: 1, withdrawn: 0, withheld: 0 },
    });
    expect(running.done).toContain('run');
    expect(running.done).not.toContain('week');
    await app.until('2026-07-27T10:30:00Z');
    expect((await guide(app)).done).toContain('week');
  });

  it('is put away and comes back', async () => {
    const app = await appWith((build) => build.project());
    await callApp(app.host, page(app), admin.showGuide, { shown: false });
    expect((await guide(app)).dismissed).toBe(true);
    await callApp(app.host, page(app), admin.showGuide, { shown: true });
    expect((await guide(app)).dismissed).toBe(false);
  });

  it('does not begin with a project that Docket cannot see', async () => {
    const app = await appWith((build) => build.project());
    expect(await app.host.invoke(page(app), admin.chooseProject.name, { projectId: '99999' })).toMatchObject({
      ok: false,
      problem: { code: 'NOT_FOUND' },
    });
  });
});
