import fc from '../support/properties';
import { callApp } from '../../sandbox/cli/app-call';
import { outcomeOf } from '../../sandbox/cli/outcome';
import { choices, preview, settings } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE, type PolicyShape } from '../../src/contract/policy';
import { addDays } from '../../src/domain/calendar';
import { afterAppTests, appWith, MONDAY, type TestApp } from '../support/app';
import { onRegisters, RISK } from '../support/registers';
import { PRIORITY, STATUS } from '../support/site';

afterAppTests();

const TODAY = new Date(MONDAY).toISOString().slice(0, 10);
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
const who = fc.constantFrom(
  { kind: 'lead' as const },
  { kind: 'sponsor' as const },
  { kind: 'person' as const, accountId: 'named' },
  { kind: 'stand-in' as const },
);
const ladder = fc.record({
  leadDays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  overdue: fc.option(
    fc.record({
      first: fc.integer({ min: 1, max: 2 }),
      every: fc.integer({ min: 1, max: 3 }),
      last: fc.integer({ min: 3, max: 9 }),
    }),
  ),
  escalations: fc
    .tuple(who, who, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([first, second, day, more]) => [
      { day, to: first },
      { day: day + more, to: second },
    ]),
});
const policy = fc
  .record({
    ladder,
    urgent: ladder,
    deliveryTime: fc.constantFrom('09:00', '07:30', '17:45', '00:00'),
    weekdays: fc.constantFrom<number[][]>([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7]),
    quietStatuses: fc.constantFrom<string[][]>([], ['in progress']),
    holidayCountry: fc.constantFrom(null, 'BE'),
  })
  .map(({ urgent, ...rest }): PolicyShape => ({
    ...DEFAULT_POLICY_SHAPE,
    ...rest,
    special: [{ name: 'Urgent', priorities: ['High'], labels: ['vip'], ladder: urgent }],
    standIns: { 'owner-0': 'stand-in' },
  }));
const day = fc.integer({ min: -6, max: 8 });
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const issue = fc.record({
  due: day,
  owner: fc.option(fc.constantFrom(0, 1, 2)),
  priorityId: fc.constantFrom(PRIORITY.medium, PRIORITY.high),
  labels: fc.constantFrom<string[][]>([], ['vip']),
  statusId: fc.constantFrom(STATUS.todo, STATUS.todo, STATUS.todo, STATUS.doing, STATUS.done),
  snooze: seldom(fc.integer({ min: 3, max: 6 })),
  promise: seldom(fc.integer({ min: 2, max: 8 })),
});
/** A risk that asks for its review, on the date that it names or after the cadence of its band. */
const record = fc.record({
  review: fc.option(day),
  owner: fc.option(fc.constantFrom(0, 1, 2)),
  probability: fc.integer({ min: 1, max: 5 }),
});
const world = fc.record({
  owners: fc.tuple(zone, zone, zone),
  others: fc.tuple(zone, zone, zone, zone),
  hasSponsor: fc.boolean(),
  issues: fc.array(issue, { minLength: 4, maxLength: 9 }),
  records: fc.array(record, { maxLength: 2 }),
  policy,
  /** How long the follow-up has run when somebody asks, and how far ahead they look. */
  hours: fc.integer({ min: 0, max: 30 }),
  days: fc.integer({ min: 2, max: 5 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

async function appFor({
  owners,
  others,
  hasSponsor,
  issues,
  records,
  policy: rules,
}: World): Promise<TestApp> {
  const app = await appWith(
    (build) => {
      owners.forEach((timeZone, i) => build.user({ accountId: `owner-${i}`, timeZone, active: i !== 2 }));
      ['boss', 'sponsor', 'named', 'stand-in'].forEach((accountId, i) =>
        build.user({ accountId, timeZone: others[i] ?? 'UTC' }),
      );
      build.project({ leadAccountId: 'boss' });
      for (const { due, owner, priorityId, labels, statusId } of issues)
        build.issue({
          dueDate: addDays(TODAY, due),
          assigneeId: owner === null ? null : `owner-${owner}`,
          priorityId,
          labels,
          statusId,
          created: MONDAY - 30 * 86_400_000,
        });
    },
    { switchedOn: false },
  );
  await callApp(app.host, app.screen('project-settings'), settings.save, {
    enabled: true,
    sponsorId: hasSponsor ? 'sponsor' : null,
    holidays: ['2026-07-23'],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
    policy: rules,
  });
  for (const { review, owner, probability } of records)
    await onRegisters(app, 'lead').risk({
      ...RISK,
      probability,
      owner: owner === null ? undefined : `owner-${owner}`,
      reviewDate: review === null ? undefined : addDays(TODAY, review),
    });
  return app;
}

async function choose(app: TestApp, issues: World['issues']): Promise<void> {
  const rows = [...app.state.issues.all()];
  for (const [i, { snooze, promise }] of issues.entries()) {
    const row = rows[i];
    if (!row) throw new Error('Each issue of the world is on the site.');
    const panel = app.screen('issue-panel', 'lead', { issue: { id: row.id, key: row.key } });
    if (snooze !== null)
      await callApp(app.host, panel, choices.snooze, { until: addDays(TODAY, snooze), reason: 'Away' });
    if (promise !== null)
      await callApp(app.host, panel, choices.promise, { date: addDays(TODAY, promise), reason: 'Later' });
  }
}

describe('the preview', () => {
  it('is what is then sent: the same messages, to the same people, at the same local times', async () => {
    let compared = 0;
    let ofRecords = 0;
    await fc.assert(
      fc.asyncProperty(world, async (example) => {
        const app = await appFor(example);
        await app.hours(example.hours);
        await choose(app, example.issues);
        const plan = await callApp(app.host, app.screen('project-page'), preview.ofProject, {
          days: example.days,
        });
        const asked = new Date(app.clock.now()).toISOString();
        await app.hours(example.days * 24);
        const sent = outcomeOf(app).messages.filter(({ sentAt }) => sentAt > asked);
        const line = (m: { key: string; recipient: string; local: string }) =>
          `${m.key} ${m.recipient} ${m.local}`;
        expect(sent.map(line).sort()).toEqual(plan.messages.map(line).sort());
        expect(plan.messages.map(({ at }) => at)).toEqual(plan.messages.map(({ at }) => at).toSorted());
        compared += sent.length;
        ofRecords += sent.filter(({ key }) => key.startsWith('asked:')).length;
      }),
      { numRuns: 15, seed: 20_260_720, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(50);
    expect(ofRecords).toBeGreaterThan(10);
  });
});
