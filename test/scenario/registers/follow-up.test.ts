import { callApp } from '../../../sandbox/cli/app-call';
import { choices, messages, panel as panelCalls, preview, registers } from '../../../src/contract';
import { afterAppTests, appWith, MONDAY, type TestApp } from '../../support/app';
import { CHANGE, onRegisters, RISK, rest, setUp, tamper } from '../../support/registers';
import { STATUS } from '../../support/site';

afterAppTests();

/** So low that nobody has to be told. */
const SMALL = { ...RISK, probability: 1, severity: 2 };
const withRisk = async (values: Record<string, unknown>) => {
  const app = await appWith((build) => build.project());
  const record = await onRegisters(app).risk({ ...SMALL, ...values });
  return { app, record };
};
const bodies = (app: TestApp): string[] => [...app.state.comments.all()].map(({ body }) => textIn(body));
const textIn = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(textIn).join('');
  const { text, attrs, content } = (node ?? {}) as {
    text?: string;
    attrs?: { text?: string };
    content?: unknown;
  };
  return text ?? attrs?.text ?? textIn(content ?? []);
};
const listed = async (app: TestApp, accountId = 'lead') =>
  (await callApp(app.host, app.screen('project-page', accountId), messages.list, {})).messages;
const withdrawn = (app: TestApp) =>
  app
    .ledger()
    .filter(({ state }) => state === 'withdrawn')
    .map(({ why }) => why);

async function withBoard(): Promise<TestApp> {
  const app = await appWith((build) => {
    build.user({ accountId: 'ann' });
    build.user({ accountId: 'ben' });
    build.project();
  });
  await setUp(app, 'change', (settings) => ({
    ...settings,
    approval: {
      ...settings.approval,
      authorities: [{ name: 'Board', upToDays: null, upToMoney: null, people: ['ann', 'ben'] }],
    },
  }));
  return app;
}

describe('what a record asks', () => {
  it('is followed up on its issue, on the ladder of its register, and says what asks for it', async () => {
    const { app } = await withRisk({ reviewDate: '2026-07-22' });
    await app.hours(24 * 8);
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 member 2026-07-21T09:00',
      'due-today PRJ-1 member 2026-07-22T09:00',
      'overdue(1) PRJ-1 member 2026-07-23T09:00',
      'escalated(1) PRJ-1 lead 2026-07-23T09:00',
      'overdue(3) PRJ-1 member 2026-07-27T09:00',
    ]);
    const [first, , , escalation] = bodies(app);
    expect(first).toContain('“Review, R-1: Key person risk” is due on 2026-07-22, in 1 working day.');
    expect(first).toContain(
      "Because “Review, R-1” is due on 2026-07-22. Rule: remind whoever owes it 1 working day before the due date. To change this: answer it or change its date in the register; a project admin can adjust the project's settings of the register.",
    );
    expect(escalation).toContain('was due on 2026-07-22 and is 1 working day late; member owes it.');
    expect((await listed(app))[0]).toMatchObject({
      item: 'PRJ-1',
      hidden: null,
      why: expect.stringContaining('Because “Review, R-1” was due'),
    });
  });

  it('is told to each approver who has not voted, and escalated once when its grace is over', async () => {
    const app = await withBoard();
    const { change, move } = onRegisters(app);
    const asked = await move(await change({ ...CHANGE, owner: 'member' }), 'underReview', 'change');
    // Three working days of grace: Thursday.
    await app.until('2026-07-20T12:00:00Z');
    await onRegisters(app, 'ann').call(registers.vote, {
      kind: 'change',
      issueId: asked.issueId,
      revision: asked.revision,
      verdict: 'approved',
      comment: 'Fine.',
    });
    await app.until('2026-07-25T00:00:00Z');
    expect(app.told()).toEqual([
      'upcoming(3) PRJ-1 ann 2026-07-20T09:00',
      'upcoming(3) PRJ-1 ben 2026-07-20T09:00',
      'upcoming(1) PRJ-1 ben 2026-07-22T09:00',
      'due-today PRJ-1 ben 2026-07-23T09:00',
      'overdue(1) PRJ-1 ben 2026-07-24T09:00',
      'escalated(1) PRJ-1 lead 2026-07-24T09:00',
    ]);
    expect(bodies(app).at(-1)).toContain('It has waited for the approval of Board since 2026-07-20.');
  });

  it('above the appetite or in a higher band is told to the chain once', async () => {
    const app = await appWith((build) => build.project());
    await setUp(app, 'risk', (settings) => ({ ...settings, appetite: 12 }));
    const { risk, call } = onRegisters(app);
    const low = await risk(SMALL);
    await call(registers.edit, {
      kind: 'risk',
      issueId: low.issueId,
      revision: low.revision,
      values: { ...RISK, probability: 4, severity: 5 },
    });
    await app.until('2026-07-24T00:00:00Z');
    const told = app.told().filter((line) => line.startsWith('escalated'));
    expect(told).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-20T09:00',
      'escalated(1) PRJ-1 lead 2026-07-20T09:00',
    ]);
    const [news] = bodies(app);
    expect(news).toContain('Its score of 20 is above the appetite of 12. It needs your attention.');
    expect(news).toContain('It has risen to High.');
    expect(news).toContain(
      'Because of “Above the appetite, R-1”. Rule: escalation 1 tells the project lead, once.',
    );
  });

  it.each<[string, (app: TestApp, issueId: string) => unknown, string]>([
    [
      'its issue is done',
      (app, issueId) => Object.assign(app.state.issues.get(issueId) ?? {}, { statusId: STATUS.done }),
      'The item has been done in the meantime.',
    ],
    ['its issue is deleted', (app, issueId) => app.state.issues.delete(issueId), 'The item has been deleted'],
  ])('is withdrawn with the reason, at the price of one reading, where %s', async (_name, happens, why) => {
    const { app, record } = await withRisk({ reviewDate: '2026-07-20' });
    // After the weekly look at the registers.
    await app.until('2026-07-20T06:30:00Z');
    happens(app, record.issueId);
    const before = app.exchanges.length;
    await app.until('2026-07-20T15:00:00Z');
    expect(app.told()).toEqual([]);
    expect(withdrawn(app)).toEqual([expect.stringContaining(why)]);
    const readings = app.exchanges.slice(before).filter(({ url }) => url.includes('/issue/bulkfetch'));
    expect(readings).toHaveLength(1);
  });

  it.each<[string, (app: TestApp, issueId: string) => unknown]>([
    [
      'its property is deleted',
      (app, id) => rest(app, 'DELETE', `/rest/api/3/issue/${id}/properties/docket.risk`),
    ],
    ['its property is overwritten', (app, id) => tamper(app, id, { v: 2, state: 'closed' })],
  ])('stays asked where %s outside Docket', async (_name, happens) => {
    const { app, record } = await withRisk({ reviewDate: '2026-07-20' });
    await happens(app, record.issueId);
    await app.until('2026-07-20T15:00:00Z');
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it('follows the record: closed, it asks nothing; handed over, it asks another', async () => {
    const { app, record } = await withRisk({ reviewDate: '2026-07-21' });
    const { call, move } = onRegisters(app);
    await app.until('2026-07-20T12:00:00Z');
    const handed = await call(registers.edit, {
      kind: 'risk',
      issueId: record.issueId,
      revision: 1,
      values: { ...SMALL, owner: 'lead', reviewDate: '2026-07-21' },
    });
    await app.until('2026-07-21T12:00:00Z');
    await move(handed, 'closed');
    await app.until('2026-07-24T12:00:00Z');
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 member 2026-07-20T09:00',
      'upcoming(1) PRJ-1 lead 2026-07-20T13:00',
      'due-today PRJ-1 lead 2026-07-21T09:00',
    ]);
  });

  it('is silent for a person who snoozed its issue, and does not silence the chain', async () => {
    const { app, record } = await withRisk({ reviewDate: '2026-07-22' });
    const panel = app.screen('issue-panel', 'member', { issue: { id: record.issueId, key: 'PRJ-1' } });
    await callApp(app.host, panel, choices.snooze, { until: '2026-07-23', reason: 'Away' });
    await app.until('2026-07-23T12:00:00Z');
    expect(app.told()).toEqual([
      'overdue(1) PRJ-1 member 2026-07-23T09:00',
      'escalated(1) PRJ-1 lead 2026-07-23T09:00',
    ]);
  });

  it('follows the settings of its register as soon as they are saved', async () => {
    const { app } = await withRisk({ reviewDate: '2026-07-21' });
    // After the weekly look at the registers.
    await app.until('2026-07-20T12:30:00Z');
    await setUp(app, 'risk', (settings) => ({
      ...settings,
      ladder: {
        leadDays: [],
        overdue: null,
        escalations: [{ day: 1, to: { kind: 'person', accountId: 'admin' } }],
      },
    }));
    await app.until('2026-07-24T12:00:00Z');
    expect(app.told()).toEqual([
      'upcoming(1) PRJ-1 member 2026-07-20T09:00',
      'due-today PRJ-1 member 2026-07-21T09:00',
      'escalated(1) PRJ-1 admin 2026-07-22T09:00',
    ]);
  });

  it('is in the preview as it is then sent, on the project page and on its issue', async () => {
    const { app, record } = await withRisk({ reviewDate: '2026-07-22' });
    const plan = await callApp(app.host, app.screen('project-page'), preview.ofProject, { days: 3 });
    const panel = app.screen('issue-panel', 'member', { issue: { id: record.issueId, key: 'PRJ-1' } });
    const { followUp } = await callApp(app.host, panel, panelCalls.read, {});
    const owed = followUp.is === 'on' ? followUp.owed : [];
    const lines = plan.messages.map(
      ({ stage, item, recipient, local }) => `${stage} ${item} ${recipient} ${local}`,
    );
    await app.until(new Date(MONDAY + 3 * 86_400_000 + 3_600_000).toISOString());
    expect(lines).toEqual(app.told());
    expect(lines.length).toBeGreaterThan(1);
    const coming = owed.flatMap(({ steps }) => steps.filter(({ state }) => state === 'coming'));
    expect(coming.map(({ key }) => key).slice(0, 2)).toEqual(plan.messages.map(({ key }) => key).slice(0, 2));
  });

  it('costs one point of reading a message, and one a call', async () => {
    const app = await appWith((build) => build.project());
    for (let n = 0; n < 5; n += 1) await onRegisters(app).risk({ ...SMALL, reviewDate: '2026-07-20' });
    await app.until('2026-07-20T08:30:00Z');
    const before = app.exchanges.length;
    await app.until('2026-07-20T09:30:00Z');
    expect(app.told()).toHaveLength(5);
    const calls = app.exchanges.slice(before).filter(({ viaApp }) => viaApp);
    const of = (name: string) => calls.filter(({ operation }) => operation === name);
    expect(of('bulkFetchIssues').map(({ points }) => points)).toEqual([1 + 5]);
    expect(of('addComment')).toHaveLength(5);
  });
});
