import { settings } from '../../src/contract';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, HOUR, MONDAY, type TestApp } from '../support/app';
import { RESOLUTION, STATUS } from '../support/site';

afterAppTests();

describe('a reminder', () => {
  it("comes at the first full hour from nine on the owner's own clock, in every zone", async () => {
    const zones = {
      berlin: 'Europe/Berlin',
      delhi: 'Asia/Kolkata',
      kathmandu: 'Asia/Kathmandu',
      la: 'America/Los_Angeles',
      kiribati: 'Pacific/Kiritimati',
    };
    const app = await appWith((build) => {
      for (const [accountId, timeZone] of Object.entries(zones)) {
        build.user({ accountId, timeZone });
        build.issue({ assigneeId: accountId, dueDate: '2026-07-21' });
      }
    });
    await app.hours(42);
    expect(app.told().sort()).toEqual([
      'due-today PRJ-1 berlin 2026-07-21T09:00',
      'due-today PRJ-2 delhi 2026-07-21T09:30',
      'due-today PRJ-3 kathmandu 2026-07-21T09:45',
      'due-today PRJ-4 la 2026-07-21T09:00',
      'due-today PRJ-5 kiribati 2026-07-21T09:00',
      'upcoming(1) PRJ-1 berlin 2026-07-20T09:00',
      'upcoming(1) PRJ-2 delhi 2026-07-20T09:30',
      'upcoming(1) PRJ-3 kathmandu 2026-07-20T09:45',
      'upcoming(1) PRJ-4 la 2026-07-20T09:00',
      // On the date line it is two in the afternoon when Docket is switched on: late is better than never.
      'upcoming(1) PRJ-5 kiribati 2026-07-20T15:00',
    ]);
  });

  it('mentions its recipient, says why it came, and carries its key', async () => {
    const app = await appWith((build) =>
      build.issue({ assigneeId: 'member', dueDate: '2026-07-21', summary: 'Sign the contract' }),
    );
    await app.hours(10);
    const [comment] = [...app.state.comments.all()];
    const text = JSON.stringify(comment?.body);
    expect(text).toContain('"type":"mention","attrs":{"accessLevel":"","id":"member"');
    expect(text).toContain('this is due on 2026-07-21, in 1 working day.');
    expect(text).toContain('Rule: remind the owner 1 working day before the due date.');
    expect(comment?.properties['docket.message']).toEqual({
      v: 1,
      messages: [
        {
          key: `jira:${comment?.issueId}/2026-07-21/upcoming(1)`,
          recipient: 'member',
          stage: 'upcoming(1)',
          dueDate: '2026-07-21',
        },
      ],
    });
    expect(comment?.authorId).toBe(app.state.appAccountId);
  });

  it('goes to the project lead where the issue has no owner or an inactive one', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone', active: false });
      build.issue({ assigneeId: null, dueDate: '2026-07-20' });
      build.issue({ assigneeId: 'gone', dueDate: '2026-07-20' });
    });
    await app.hours(24);
    expect(app.told()).toEqual([
      'due-today PRJ-1 lead 2026-07-20T09:00',
      'due-today PRJ-2 lead 2026-07-20T09:00',
    ]);
  });

  it('is not sent about what is done, undated, or due on a day that no rule names', async () => {
    const app = await appWith((build) => {
      build.issue({
        assigneeId: 'member',
        dueDate: '2026-07-20',
        statusId: STATUS.done,
        resolutionId: RESOLUTION.done,
        resolved: MONDAY - HOUR,
      });
      build.issue({ assigneeId: 'member', dueDate: null });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-22' });
    });
    await app.hours(24);
    expect(app.told()).toEqual([]);
  });

  it('is not sent again by a late, doubled or extra run', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {
      deliveries: 2,
    });
    await app.hours(10);
    for (let n = 0; n < 3; n += 1) await app.host.fireTrigger('hourly');
    await app.host.drain();
    await app.hours(5);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
    expect(app.state.comments.size).toBe(1);
  });

  it('is caught up on the same day after hours without a run', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    app.faults.add({ effect: { type: 'network' }, matches: ({ kind }) => kind === 'queue' });
    await app.hours(13);
    app.faults.reset();
    await app.hours(1);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T14:00']);
  });

  it('starts its ladder again when the due date moves, and not when Docket is saved again', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.hours(10);
    const [issue] = [...app.state.issues.all()];
    const move = (dueDate: string) =>
      app.site.fetch(
        new Request(`${app.state.baseUrl}/rest/api/3/issue/PRJ-1`, {
          method: 'PUT',
          body: JSON.stringify({ fields: { duedate: dueDate } }),
        }),
        { user: app.state.users.get('lead')!, scopes: null },
      );
    expect((await move('2026-07-21')).status).toBe(204);
    await callApp(app.host, app.screen('project-settings'), settings.save, {
      enabled: true,
      sponsorId: null,
      holidays: [],
      zone: 'UTC',
      report: { enabled: false, spaceKey: null, parentPageId: null },
    });
    await app.hours(24);
    expect(issue?.dueDate).toBe('2026-07-20');
    expect(app.told()).toEqual([
      'due-today PRJ-1 member 2026-07-20T09:00',
      'upcoming(1) PRJ-1 member 2026-07-20T11:00',
      'due-today PRJ-1 member 2026-07-21T09:00',
    ]);
  });

  it("reaches an issue that was created after its owner's morning", async () => {
    const app = await appWith((build) => build.project());
    await app.hours(11);
    const request = new Request(`${app.state.baseUrl}/rest/api/3/issue`, {
      method: 'POST',
      body: JSON.stringify({
        fields: {
          project: { id: app.projectId },
          issuetype: { name: 'Task' },
          summary: 'Late',
          duedate: '2026-07-20',
          assignee: { accountId: 'member' },
        },
      }),
    });
    expect((await app.site.fetch(request, { user: app.state.users.get('lead')!, scopes: null })).status).toBe(
      201,
    );
    await app.hours(2);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T12:00']);
  });
});

describe('escalation', () => {
  it('tells the lead after three working days and the sponsor after eight, each on their own clock', async () => {
    const app = await appWith(
      (build) => {
        build.user({ accountId: 'sponsor', timeZone: 'America/New_York' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      },
      { sponsorId: 'sponsor' },
    );
    await app.hours(24 * 14);
    expect(app.told().filter((line) => line.startsWith('escalated'))).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-23T09:00',
      'escalated(2) PRJ-1 sponsor 2026-07-30T09:00',
    ]);
  });

  it('reaches a lead who is also the owner in one comment', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'lead', dueDate: '2026-07-20' }));
    await app.until('2026-07-23T12:00:00Z');
    expect(app.told().slice(-2)).toEqual([
      'overdue(3) PRJ-1 lead 2026-07-23T09:00',
      'escalated(1) PRJ-1 lead 2026-07-23T09:00',
    ]);
    expect(app.state.comments.where('issue', [...app.state.issues.all()][0]!.id)).toHaveLength(3);
  });
});

describe('backlog', () => {
  it('is never chased one by one until its due date changes', async () => {
    const app = await appWith((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-09', created: MONDAY - 90 * 24 * HOUR });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-13', created: MONDAY - 90 * 24 * HOUR });
    });
    await app.hours(24 * 3);
    expect(app.told()).toEqual([
      'overdue(5) PRJ-2 member 2026-07-20T09:00',
      'overdue(7) PRJ-2 member 2026-07-22T09:00',
    ]);
  });
});

/** Something happens after an item was read and claimed, and the run is so slow that it looks again. */
async function afterTheSearch(app: TestApp, task: () => void): Promise<void> {
  await app.hours(8);
  const isClaim = ({ operation }: { operation: string }) => operation === 'entity/set';
  let armed = false;
  app.faults.add({
    matches: ({ operation }) => (armed ||= operation === 'searchAndReconsileIssuesUsingJqlPost') && false,
    effect: { type: 'latency', milliseconds: 0 },
  });
  app.faults.add({
    matches: (call) => armed && isClaim(call),
    effect: { type: 'run', when: 'after', task },
    times: 1,
  });
  app.faults.add({
    matches: (call) => armed && isClaim(call),
    effect: { type: 'latency', milliseconds: 40_000 },
    times: 1,
  });
}

describe('a claimed message', () => {
  it('is withdrawn when the issue is done between the search and the comment', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    const [issue] = [...app.state.issues.all()];
    await afterTheSearch(app, () => void app.state.issues.patch(issue!.id, { statusId: STATUS.done }));
    await app.hours(10);
    expect(app.told()).toEqual([]);
    expect(app.ledger().map(({ state, why }) => `${state}: ${why}`)).toEqual([
      'withdrawn: The item has been done in the meantime.',
    ]);
  });

  it('is withdrawn when the issue is deleted between the search and the comment', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    const [issue] = [...app.state.issues.all()];
    await afterTheSearch(app, () => void app.state.issues.delete(issue!.id));
    await app.hours(10);
    expect(app.ledger().map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('follows the issue to its new owner', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'other' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
    });
    const [issue] = [...app.state.issues.all()];
    await afterTheSearch(app, () => void app.state.issues.patch(issue!.id, { assigneeId: 'other' }));
    await app.hours(10);
    expect(app.told()).toEqual(['due-today PRJ-1 other 2026-07-20T09:00']);
  });

  it.each(['before', 'after'] as const)(
    'ends in exactly one comment when the run dies %s the comment was written',
    async (when) => {
      const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
      app.faults.add({
        matches: ({ operation }) => operation === 'addComment',
        effect: { type: 'crash', when },
        times: 1,
      });
      await app.hours(14);
      expect(app.state.comments.size).toBe(1);
      expect(app.ledger().map(({ state }) => state)).toEqual(['sent']);
    },
  );

  it('is withheld, with the reason, where the app may not comment', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    app.faults.add({
      matches: ({ operation }) => operation === 'addComment',
      effect: { type: 'status', status: 403 },
    });
    await app.hours(10);
    expect(app.ledger().map(({ state }) => state)).toEqual(['withheld']);
  });
});

describe('an issue that was changed and then deleted before the next run', () => {
  it('does not stop its project, nor is it asked for again', async () => {
    const app = await appWith((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
    });
    const [gone] = [...app.state.issues.all()];
    const lead = { user: app.state.users.get('lead')!, scopes: null };
    const url = `${app.state.baseUrl}/rest/api/3/issue/PRJ-1`;
    const change = { method: 'PUT', body: JSON.stringify({ fields: { duedate: '2026-07-21' } }) };
    expect((await app.site.fetch(new Request(url, change), lead)).status).toBe(204);
    await app.clock.advance(HOUR / 2);
    app.state.issues.delete(gone!.id);
    await app.hours(12);
    expect(app.told()).toEqual(['due-today PRJ-2 member 2026-07-20T09:00']);
    const refused = app.exchanges.filter(({ status }) => status === 400);
    expect(refused).toHaveLength(1);
  });
});

describe('a project that Docket can no longer see', () => {
  it('does not stop another project', async () => {
    const app = await appWith((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      const other = build.project({ key: 'OTH' });
      build.issue({ projectId: other.id, assigneeId: 'member', dueDate: '2026-07-20' });
    });
    const other = [...app.state.projects.all()][1]!;
    await callApp(
      app.host,
      {
        moduleKey: 'project-settings',
        accountId: 'lead',
        extension: { project: { id: other.id, key: other.key, type: 'software' } },
      },
      settings.save,
      {
        enabled: true,
        sponsorId: null,
        holidays: [],
        zone: 'UTC',
        report: { enabled: false, spaceKey: null, parentPageId: null },
      },
    );
    app.state.projects.patch(app.projectId, { appAccess: false });
    await app.hours(12);
    expect([...app.state.comments.all()].map(({ issueId }) => app.state.issues.get(issueId)?.key)).toEqual([
      'OTH-1',
    ]);
  });
});
