import { callApp } from '../../sandbox/cli/app-call';
import { preview, settings } from '../../src/contract';
import { ProjectSettings } from '../../src/contract/settings';
import { afterAppTests, appWith, type TestApp } from '../support/app';

afterAppTests();

const SETTINGS = ProjectSettings.parse({
  enabled: true,
  sponsorId: null,
  holidays: [],
  zone: 'UTC',
  report: { enabled: false, spaceKey: null, parentPageId: null },
});
const LADDER = SETTINGS.policy.ladder;
const withLadder = (change: Partial<typeof LADDER>): ProjectSettings => ({
  ...SETTINGS,
  policy: { ...SETTINGS.policy, ladder: { ...LADDER, ...change } },
});

const wouldSend = async (app: TestApp, draft: ProjectSettings, days = 5): Promise<string[]> => {
  const { messages } = await callApp(app.host, app.screen('project-settings'), preview.ofSettings, {
    settings: draft,
    days,
  });
  return messages.map(({ stage, item, recipient, local }) => `${stage} ${item} ${recipient} ${local}`).sort();
};

/** Monday 20 July: two issues that come due in this week. */
const twoDue = (switchedOn = true) =>
  appWith(
    (build) => {
      build.project();
      build.issue({ assigneeId: 'member', dueDate: '2026-07-22' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-24' });
    },
    { switchedOn },
  );

describe('settings that are not saved yet', () => {
  it('show what they would send, which is what is sent once they are', async () => {
    const app = await twoDue();
    const draft = withLadder({ leadDays: [2] });
    const promised = await wouldSend(app, draft);
    expect(promised).toEqual([
      'due-today PRJ-1 member 2026-07-22T09:00',
      'due-today PRJ-2 member 2026-07-24T09:00',
      'overdue(1) PRJ-1 member 2026-07-23T09:00',
      'upcoming(2) PRJ-1 member 2026-07-20T09:00',
      'upcoming(2) PRJ-2 member 2026-07-22T09:00',
    ]);
    await callApp(app.host, app.screen('project-settings'), settings.save, draft);
    await app.hours(24 * 5);
    expect(app.told().sort()).toEqual(promised);
  });

  it('are not kept: what is sent follows the saved ones', async () => {
    const app = await twoDue();
    const before = app.host.stored('project');
    await wouldSend(app, withLadder({ leadDays: [], overdue: null, escalations: [] }));
    await app.hours(36);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 member 2026-07-21T09:00',
      'upcoming(3) PRJ-2 member 2026-07-21T09:00',
    ]);
    expect(app.host.stored('project')).toEqual(before);
  });

  it('would send nothing where they switch Docket off, and start without the backlog where they switch it on', async () => {
    const app = await appWith(
      (build) => {
        build.project();
        build.issue({ assigneeId: 'member', dueDate: '2026-06-01' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-21' });
      },
      { switchedOn: false },
    );
    expect(await wouldSend(app, { ...SETTINGS, enabled: false })).toEqual([]);
    expect(await wouldSend(app, withLadder({ overdue: null, escalations: [] }))).toEqual([
      'due-today PRJ-2 member 2026-07-21T09:00',
      'upcoming(1) PRJ-2 member 2026-07-20T09:00',
    ]);
    expect(app.host.stored('project')).toEqual([]);
  });

  it('are refused by the same words as saving them', async () => {
    const app = await twoDue();
    const screen = app.screen('project-settings');
    const draft = { ...SETTINGS, zone: 'Mars/Olympus' };
    const saved = await app.host.invoke(screen, settings.save.name, draft);
    expect(saved).toMatchObject({ ok: false, problem: { fields: { zone: expect.anything() } } });
    expect(await app.host.invoke(screen, preview.ofSettings.name, { settings: draft, days: 5 })).toEqual(
      saved,
    );
  });
});
