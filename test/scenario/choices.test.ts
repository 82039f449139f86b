import { callApp } from '../../sandbox/cli/app-call';
import { choices, panel as panelCalls, settings } from '../../src/contract';
import type { FollowUpView } from '../../src/contract/choices';
import { afterAppTests, appWith, type TestApp } from '../support/app';

afterAppTests();

const issueOf = (app: TestApp, key = 'PRJ-1') => {
  const issue = [...app.state.issues.all()].find((row) => row.key === key);
  if (!issue) throw new Error(`The test built no ${key}.`);
  return issue;
};
const panel = (app: TestApp, accountId = 'member', key = 'PRJ-1') =>
  app.screen('issue-panel', accountId, { issue: { id: issueOf(app, key).id, key } });
const textOf = (app: TestApp): string =>
  JSON.stringify([...app.state.comments.all()].map(({ body }) => body));

/** The follow-up as the panel shows it, where Docket is on. */
const on = ({ followUp }: { readonly followUp: FollowUpView }) => {
  if (followUp.is !== 'on') throw new Error(`The follow-up is ${followUp.is}.`);
  return followUp;
};

const mondayItem = { assigneeId: 'member', dueDate: '2026-07-20' };

describe('a snooze', () => {
  it('keeps reminders back until its day, with who and why, and does not silence the chain', async () => {
    const app = await appWith((build) => build.issue(mondayItem));
    const state = await callApp(app.host, panel(app), choices.snooze, {
      until: '2026-07-27',
      reason: 'On leave',
    });
    expect(on(state).choice).toMatchObject({ snoozedUntil: '2026-07-27', by: 'member', reason: 'On leave' });
    expect(state.names).toMatchObject({ member: 'member' });
    await app.hours(24 * 9);
    expect(app.told()).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-23T09:00',
      'overdue(5) PRJ-1 member 2026-07-27T09:00',
    ]);
  });

  it('is taken back', async () => {
    const app = await appWith((build) => build.issue(mondayItem));
    await callApp(app.host, panel(app), choices.snooze, { until: '2026-07-27' });
    expect(on(await callApp(app.host, panel(app), choices.undo, {})).choice).toBeNull();
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it.each([
    ['2026-07-20', 'Choose 2026-07-21'],
    ['2026-02-30', 'does not exist'],
    ['2028-01-01', 'within a year'],
  ])('until %s is refused', async (until, words) => {
    const app = await appWith((build) => build.issue(mondayItem));
    expect(await app.host.invoke(panel(app), 'choices.snooze', { until })).toMatchObject({
      ok: false,
      problem: { code: 'BAD_INPUT', fields: { until: expect.stringContaining(words) } },
    });
  });
});

describe('a promised date', () => {
  it('starts the ladder again for it; the first date stays in message and panel', async () => {
    const app = await appWith((build) => build.issue(mondayItem));
    const state = await callApp(app.host, panel(app), choices.promise, {
      date: '2026-07-24',
      reason: 'Waiting for a part',
    });
    expect(on(state)).toMatchObject({
      owed: [{ dueDate: '2026-07-24', firstDate: '2026-07-20' }],
      choice: { promised: { date: '2026-07-24', firstDate: '2026-07-20' }, reason: 'Waiting for a part' },
    });
    await app.hours(24 * 10);
    expect(app.told()).toEqual([
      'upcoming(3) PRJ-1 member 2026-07-21T09:00',
      'upcoming(1) PRJ-1 member 2026-07-23T09:00',
      'due-today PRJ-1 member 2026-07-24T09:00',
      'overdue(1) PRJ-1 member 2026-07-27T09:00',
      'overdue(3) PRJ-1 member 2026-07-29T09:00',
      'escalated(1) PRJ-1 lead 2026-07-29T09:00',
    ]);
    expect(textOf(app)).toContain('first promised was 2026-07-20');
    expect(issueOf(app).dueDate).toBe('2026-07-20');
  });

  it("made by somebody else is kept on its owner's own clock", async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'west', timeZone: 'America/Los_Angeles' });
      build.issue({ assigneeId: 'west', dueDate: '2026-07-20' });
    });
    await callApp(app.host, panel(app, 'lead'), choices.promise, { date: '2026-07-22' });
    await app.hours(24 * 4);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 west 2026-07-21T09:00',
      'due-today PRJ-1 west 2026-07-22T09:00',
      'overdue(1) PRJ-1 west 2026-07-23T09:00',
    ]);
  });

  it("is void once the item's own date moves", async () => {
    const app = await appWith((build) => build.issue(mondayItem));
    await callApp(app.host, panel(app), choices.promise, { date: '2026-07-24' });
    app.state.issues.patch(issueOf(app).id, { dueDate: '2026-07-22' });
    await app.hours(24 * 3);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 member 2026-07-21T09:00',
      'due-today PRJ-1 member 2026-07-22T09:00',
    ]);
  });

  it('is taken back: the item has its own date again', async () => {
    const app = await appWith((build) => build.issue(mondayItem));
    await callApp(app.host, panel(app), choices.promise, { date: '2026-07-24' });
    await callApp(app.host, panel(app), choices.undo, {});
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it('of the past, or for an item without a date, is refused', async () => {
    const app = await appWith((build) => {
      build.issue(mondayItem);
      build.issue({ assigneeId: 'member', dueDate: null });
    });
    expect(await app.host.invoke(panel(app), 'choices.promise', { date: '2026-07-19' })).toMatchObject({
      ok: false,
      problem: { fields: { date: expect.stringContaining('2026-07-20') } },
    });
    expect(
      await app.host.invoke(panel(app, 'member', 'PRJ-2'), 'choices.promise', { date: '2026-07-24' }),
    ).toMatchObject({ ok: false, problem: { fields: { date: 'Set a due date first.' } } });
  });
});

describe('who may choose', () => {
  it('is the owner and who may edit the issue; a viewer is refused, and told so beforehand', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'viewer' });
      build.user({ accountId: 'outsider' });
      build.project({ everyone: null, roles: { lead: 'admin', member: 'member', viewer: 'viewer' } });
      build.issue(mondayItem);
    });
    const canChoose = async (who: string) =>
      on(await callApp(app.host, panel(app, who), panelCalls.read, {})).canChoose;
    expect([await canChoose('viewer'), await canChoose('lead')]).toEqual([false, true]);
    for (const [accountId, code] of [
      ['viewer', 'FORBIDDEN'],
      ['outsider', 'NOT_FOUND'],
    ] as const) {
      for (const [call, request] of [
        ['choices.snooze', { until: '2026-07-27' }],
        ['choices.promise', { date: '2026-07-27' }],
        ['choices.undo', {}],
      ] as const)
        expect(await app.host.invoke(panel(app, accountId), call, request)).toMatchObject({
          ok: false,
          problem: { code },
        });
    }
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });
});

describe('a digest', () => {
  it('is one comment a day on the digest issue for who chose it; others are told on each item', async () => {
    const app = await appWith(
      (build) => {
        build.issue(mondayItem);
        build.issue(mondayItem);
        build.issue({ ...mondayItem, assigneeId: 'lead' });
        build.issue({ summary: 'Digests', assigneeId: null, dueDate: null });
      },
      { switchedOn: false },
    );
    await callApp(app.host, app.screen('project-settings'), settings.save, {
      enabled: true,
      sponsorId: null,
      holidays: [],
      zone: 'UTC',
      report: { enabled: false, spaceKey: null, parentPageId: null },
      digestTarget: { kind: 'issue', key: 'PRJ-4' },
    });
    await callApp(app.host, panel(app), choices.setChannel, { channel: 'digest' });
    expect(on(await callApp(app.host, panel(app), panelCalls.read, {}))).toMatchObject({
      channel: 'digest',
      digestsHere: true,
    });
    await app.hours(24);
    const commentsOn = (key: string) => app.state.comments.where('issue', issueOf(app, key).id);
    expect(['PRJ-1', 'PRJ-2', 'PRJ-3', 'PRJ-4'].map((key) => commentsOn(key).length)).toEqual([0, 0, 1, 1]);
    expect(JSON.stringify(commentsOn('PRJ-4'))).toMatch(/PRJ-1 .*PRJ-2 /);
    expect(app.ledger().map(({ state: s }) => s)).toEqual(['sent', 'sent', 'sent']);
    await app.hours(24);
    expect(commentsOn('PRJ-4')).toHaveLength(2);
  });

  it('is one comment also where more is due than one slice of a run claims', async () => {
    const app = await appWith(
      (build) => {
        build.issue({ summary: 'Digests', assigneeId: null, dueDate: null });
        for (let n = 0; n < 80; n += 1)
          build.issue({ ...mondayItem, assigneeId: n % 8 === 7 ? 'lead' : 'member' });
      },
      { switchedOn: false },
    );
    await callApp(app.host, app.screen('project-settings'), settings.save, {
      enabled: true,
      sponsorId: null,
      holidays: [],
      zone: 'UTC',
      report: { enabled: false, spaceKey: null, parentPageId: null },
      digestTarget: { kind: 'issue', key: 'PRJ-1' },
    });
    await callApp(app.host, panel(app), choices.setChannel, { channel: 'digest' });
    await app.hours(12);
    const digests = app.state.comments.where('issue', issueOf(app).id);
    expect(digests).toHaveLength(1);
    expect(app.state.comments.size).toBe(1 + 10);
    const words = JSON.stringify(digests);
    for (let n = 0; n < 80; n += 1) expect(words.includes(`PRJ-${n + 2} (`)).toBe(n % 8 !== 7);
    expect(app.ledger().map(({ state }) => state)).toEqual(Array.from({ length: 80 }, () => 'sent'));
  });
});
