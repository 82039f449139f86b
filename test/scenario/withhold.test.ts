import { preview } from '../../src/contract';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, HOUR, type TestApp } from '../support/app';

afterAppTests();

const checks = (app: TestApp): number =>
  app.exchanges.filter(({ viaApp, operation }) => viaApp && operation === 'getBulkPermissions').length;

/** A project that only its own people see. */
const PRIVATE = { everyone: null, roles: { lead: 'admin', member: 'member' } } as const;

describe('a recipient who cannot see the item', () => {
  it('gets nothing when they have left the project: the lead is told, once, and why', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone' });
      build.project(PRIVATE);
      build.issue({ assigneeId: 'gone', dueDate: '2026-07-20' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
    });
    await app.hours(20);
    expect(app.told().sort()).toEqual([
      'due-today PRJ-1 lead 2026-07-20T09:00',
      'due-today PRJ-2 member 2026-07-20T09:00',
    ]);
    expect(app.ledger().map(({ state, why }) => `${state} ${why}`)).toContainEqual(
      expect.stringContaining('the person whom the rule names cannot see the item'),
    );
  });

  it("waits for the lead's own morning, and has the lead told the same day", async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone', timeZone: 'Europe/Berlin' });
      build.user({ accountId: 'west', timeZone: 'America/New_York' });
      build.project({ everyone: null, leadAccountId: 'west', roles: { lead: 'admin', west: 'admin' } });
      build.issue({ assigneeId: 'gone', dueDate: '2026-07-21' });
    });
    await app.hours(48);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 west 2026-07-20T09:00',
      'due-today PRJ-1 west 2026-07-21T09:00',
    ]);
  });

  it('is told again from the next day on when they are let in', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'late' });
      build.project(PRIVATE);
      build.issue({ assigneeId: 'late', dueDate: '2026-07-21' });
    });
    await app.hours(12);
    app.state.projects.patch(app.projectId, { roles: { ...PRIVATE.roles, late: 'member' } });
    await app.hours(24);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 lead 2026-07-20T09:00',
      'due-today PRJ-1 late 2026-07-21T09:00',
    ]);
  });

  it('is a sponsor without access: the lead hears of the escalation', async () => {
    const app = await appWith(
      (build) => {
        build.user({ accountId: 'sponsor' });
        build.project(PRIVATE);
        build.issue({ assigneeId: 'member', dueDate: '2026-07-17' });
      },
      { sponsorId: 'sponsor' },
    );
    await app.hours(24 * 10);
    const escalated = app.told().filter((line) => line.startsWith('escalated'));
    expect(escalated).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-22T09:00',
      'escalated(2) PRJ-1 lead 2026-07-29T09:00',
    ]);
  });
});

describe('an issue with a security level', () => {
  const secret = async (members: readonly string[], zones: Record<string, string> = {}) => {
    const app = await appWith((build) => {
      build.user({ accountId: 'owner', timeZone: zones['owner'] ?? 'UTC' });
      build.user({ accountId: 'chief', timeZone: zones['chief'] ?? 'UTC' });
      build.project({
        leadAccountId: 'chief',
        roles: { lead: 'admin', chief: 'admin', owner: 'member' },
      });
      const { id } = build.securityLevel();
      build.issue({
        assigneeId: 'owner',
        dueDate: '2026-07-20',
        securityLevelId: id,
        summary: 'Takeover of the rival',
      });
    });
    // Docket itself is in the level; its account exists since it was installed.
    for (const { id } of [...app.state.securityLevels.all()])
      app.state.securityLevels.patch(id, { memberIds: [...members, app.state.appAccountId ?? ''] });
    return app;
  };

  it('reaches its owner where the owner is in the level', async () => {
    const app = await secret(['owner', 'chief']);
    await app.hours(12);
    expect(app.told()).toEqual(['due-today PRJ-1 owner 2026-07-20T09:00']);
  });

  it('reaches the lead instead of an owner who is not, where the lead is', async () => {
    const app = await secret(['chief']);
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 chief 2026-07-20T09:00']);
  });

  it("reaches the lead at the lead's own hour", async () => {
    const app = await secret(['chief'], { owner: 'Europe/Berlin', chief: 'America/New_York' });
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 chief 2026-07-20T09:00']);
  });

  it('reaches nobody where neither is, and the ledger says so without its content', async () => {
    const app = await secret([]);
    await app.hours(24);
    expect(app.told()).toEqual([]);
    expect(app.state.comments.size).toBe(0);
    const [entry] = app.ledger();
    expect(app.ledger()).toHaveLength(1);
    expect(entry).toMatchObject({
      state: 'withheld',
      why: 'Withheld: neither the person whom the rule names nor the project lead can see the item.',
    });
    expect(JSON.stringify(entry)).not.toContain('rival');
  });

  it('reaches the lead exactly once when the run dies around the comment', async () => {
    for (const when of ['before', 'after'] as const) {
      const app = await secret(['chief']);
      app.faults.add({
        matches: ({ operation }) => operation === 'addComment',
        effect: { type: 'crash', when },
        times: 1,
      });
      await app.hours(14);
      expect(app.told()).toHaveLength(1);
      expect(app.state.comments.size).toBe(1);
      expect(app.ledger().map(({ state }) => state)).toEqual(['sent']);
    }
  });
});

describe('asking what people see', () => {
  it('is not needed to send: where Jira refuses to tell, messages go out as before', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone' });
      build.project(PRIVATE);
      build.issue({ assigneeId: 'gone', dueDate: '2026-07-20' });
    });
    app.faults.add({
      matches: ({ operation }) => operation === 'getBulkPermissions',
      effect: { type: 'status', status: 403 },
    });
    await app.hours(12);
    expect(app.told()).toEqual(['due-today PRJ-1 gone 2026-07-20T09:00']);
  });

  it('takes one question a person and week, however many messages there are', async () => {
    const app = await appWith((build) => {
      for (let day = 20; day < 30; day += 1)
        for (let n = 0; n < 4; n += 1) build.issue({ assigneeId: 'member', dueDate: `2026-07-${day}` });
    });
    await app.hours(6 * 24);
    expect(app.told().length).toBeGreaterThan(30);
    // The owner, and the lead as the chain's first level.
    expect(checks(app)).toBeLessThanOrEqual(2);
  });

  it('shows the preview to the same people as are then told', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone' });
      build.project(PRIVATE);
      build.issue({ assigneeId: 'gone', dueDate: '2026-07-20' });
    });
    const { messages } = await callApp(app.host, app.screen('project-page'), preview.ofProject, { days: 1 });
    expect(messages.map(({ recipient, stage }) => `${stage} ${recipient}`)).toEqual(['due-today lead']);
    await app.clock.advance(12 * HOUR);
    expect(app.told()).toEqual(['due-today PRJ-1 lead 2026-07-20T09:00']);
  });
});
