import { afterAppTests, appWith, HOUR, MONDAY, type TestApp } from '../support/app';
import { endOf, switchOn, wantsDigest } from '../support/crash';

afterAppTests();

/** Half an hour before everybody's nine o'clock: the run at nine is the first that Docket makes. */
const BEFORE_NINE = MONDAY + 8.5 * HOUR;
const MINUTE = 60_000;

const remindRuns = (app: TestApp) =>
  app.host.invocations.filter(({ moduleKey }) => moduleKey === 'reminders');
const longest = (app: TestApp): number =>
  Math.max(...app.host.invocations.map(({ elapsedMs, limitMs }) => elapsedMs / limitMs));
const notes = (app: TestApp): string[] =>
  app.host.stored('occurrence').map(({ value }) => (value as { run: { note: string } }).run.note);
const keysOnSite = (app: TestApp): string[] => endOf(app).onSite.map((line) => line.split(' ')[0] as string);

const expectEachOnce = (app: TestApp, count: number): void => {
  const keys = keysOnSite(app);
  expect(keys).toHaveLength(count);
  expect(new Set(keys).size).toBe(count);
  expect(app.ledger().filter(({ state }) => state !== 'sent')).toEqual([]);
  expect(app.ledger()).toHaveLength(count);
};

const many = (count: number, dueDate: (n: number) => string, latencyMs = 0): Promise<TestApp> =>
  appWith(
    (build) => {
      build.project();
      for (let n = 0; n < count; n += 1)
        build.issue({ assigneeId: 'member', dueDate: dueDate(n), created: MONDAY - 90 * 24 * HOUR });
    },
    { now: BEFORE_NINE, latencyMs },
  );

describe('300 messages of one hour', () => {
  it('are all sent by one run that stays within half of its limit at 150 ms a call', async () => {
    const app = await many(300, () => '2026-07-20', 150);
    await app.hours(1);
    expectEachOnce(app, 300);
    expect(remindRuns(app)).toHaveLength(1);
    expect(longest(app)).toBeLessThan(0.5);
  });

  it('go on in another queue message where calls are so slow that the time of one does not do', async () => {
    const app = await many(300, () => '2026-07-20', 3_000);
    await app.hours(1);
    expect(remindRuns(app).length).toBeGreaterThan(1);
    expect(remindRuns(app).map(({ outcome }) => outcome)).not.toContain('timeout');
    expect(longest(app)).toBeLessThan(0.75);
    expectEachOnce(app, 300);
  });
});

describe('a rate limit that is near', () => {
  it('makes a run leave the rest to another message some minutes later, which loses and doubles nothing', async () => {
    const app = await many(250, () => '2026-07-20');
    const mend = app.faults.add({
      matches: ({ operation }) => operation === 'addComment',
      effect: { type: 'headers', headers: { 'X-RateLimit-NearLimit': 'true' } },
    });
    await app.clock.advance(HOUR / 2 + MINUTE);
    expectEachOnce(app, 100);
    await app.clock.advance(5 * MINUTE);
    expectEachOnce(app, 200);
    mend();
    await app.clock.advance(5 * MINUTE);
    expectEachOnce(app, 250);
    expect(remindRuns(app)).toHaveLength(3);
  });
});

describe('a digest of items that lie on three pages', () => {
  it.each([0, 4_000])(
    'is one comment, in a run of one piece or of several, at %i ms a call',
    async (latencyMs) => {
      const app = await appWith(
        (build) => {
          build.project();
          build.user({ accountId: 'digester' });
          for (let n = 0; n < 240; n += 1)
            build.issue({ assigneeId: n % 10 === 0 ? 'digester' : 'member', dueDate: '2026-07-20' });
          build.issue({ key: 'PRJ-900', summary: 'Digests' });
        },
        { now: BEFORE_NINE, switchedOn: false, latencyMs },
      );
      await switchOn(app, 'PRJ', { digestTarget: { kind: 'issue', key: 'PRJ-900' } });
      await wantsDigest(app, 'digester');
      await app.hours(1);
      expectEachOnce(app, 240);
      const [digestIssue] = app.state.issues.where('key', 'PRJ-900');
      expect(app.state.comments.where('issue', digestIssue!.id)).toHaveLength(1);
      expect(remindRuns(app).length > 1).toBe(latencyMs > 0);
    },
    60_000,
  );
});

describe('on the first day', () => {
  it('10,000 items that are long overdue make no storm, and cost next to nothing', async () => {
    const app = await many(10_000, (n) => `2026-07-0${1 + (n % 9)}`);
    await app.hours(24);
    expect(app.host.totals.points).toBeLessThan(1_200);
    expect(app.told()).toEqual([]);
    expect(longest(app)).toBeLessThan(0.5);
  }, 60_000);

  it('due dates at the ends of the calendar neither stop anything nor are chased', async () => {
    const dates = ['1900-01-01', '9999-12-31', '2026-07-20'];
    const app = await many(3, (n) => dates[n] as string);
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-3 member 2026-07-20T09:00']);
    expect(app.host.invocations.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });
});

describe('one project', () => {
  const SPOILT: Readonly<Record<string, (app: TestApp, projectId: string) => void>> = {
    'whose query names a version that is gone': (app) => {
      for (const { id } of [...app.state.versions.all()]) app.state.versions.delete(id);
    },
    'that Docket may no longer see': (app, id) => void app.state.projects.patch(id, { appAccess: false }),
    'that was deleted': (app, id) => void app.state.projects.delete(id),
  };

  it.each(Object.entries(SPOILT))('%s does not stop the others', async (_cause, spoil) => {
    const app = await appWith(
      (build) => {
        const bad = build.project({ key: 'BAD' });
        build.version({ projectId: bad.id, name: '1.0' });
        build.issue({ projectId: bad.id, assigneeId: 'member', dueDate: '2026-07-20' });
        for (const key of ['ONE', 'TWO']) {
          const { id: projectId } = build.project({ key });
          build.issue({ projectId, assigneeId: 'member', dueDate: '2026-07-20' });
        }
      },
      { now: BEFORE_NINE, switchedOn: false },
    );
    const [bad] = [...app.state.projects.all()];
    await switchOn(app, 'BAD', { actionQuery: 'fixVersion = "1.0" OR assignee is not EMPTY' });
    await switchOn(app, 'ONE');
    await switchOn(app, 'TWO');
    spoil(app, bad!.id);
    await app.hours(3);
    expect(app.told().map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      expect.arrayContaining(['due-today ONE-1', 'due-today TWO-1']),
    );
    expect(notes(app).join()).toContain(`project ${bad!.id} was left out`);
  });

  it('with an issue that no comment gets an answer from does not hold up the others', async () => {
    const app = await appWith(
      (build) => {
        for (let n = 0; n < 12; n += 1) build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      },
      { now: BEFORE_NINE },
    );
    let tries = 0;
    const mend = app.faults.add({
      matches: ({ operation }) => operation === 'addComment' && ++tries % 12 === 1,
      effect: { type: 'status', status: 500 },
    });
    await app.hours(1);
    expect(keysOnSite(app)).toHaveLength(11);
    mend();
    await app.hours(1);
    expectEachOnce(app, 12);
  });
});

describe('an issue that many messages go to', () => {
  it('is written to with a pause between, so that its limit of 20 writes in two seconds is kept', async () => {
    const people = Array.from({ length: 18 }, (_, n) => `person-${n}`);
    const app = await appWith(
      (build) => {
        build.project();
        for (const accountId of people) {
          build.user({ accountId });
          build.issue({ assigneeId: accountId, dueDate: '2026-07-20' });
        }
        build.issue({ key: 'PRJ-900', summary: 'Digests' });
      },
      { now: BEFORE_NINE, switchedOn: false },
    );
    await switchOn(app, 'PRJ', { digestTarget: { kind: 'issue', key: 'PRJ-900' } });
    for (const accountId of people) await wantsDigest(app, accountId);
    await app.hours(1);
    expectEachOnce(app, people.length);
    expect(app.exchanges.filter(({ status }) => status === 429)).toEqual([]);
    expect(remindRuns(app)[0]?.elapsedMs).toBeGreaterThan((people.length - 1) * 300);
    expect(remindRuns(app)[0]?.elapsedMs).toBeLessThan(people.length * 1_000);
  });
});
