import { callApp } from '../../../sandbox/cli/app-call';
import { choices, commitments, messages } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { onRegisters, RISK } from '../../support/registers';
import { STATUS } from '../../support/site';
import { due, meeting, tasksApp } from '../../support/tasks';

afterAppTests();

type About = 'remind' | 'escalate';

const page = (app: TestApp, accountId = 'lead') => app.screen('project-page', accountId);
const ask = (app: TestApp, what: About, commitmentId: string, accountId = 'lead') =>
  callApp(app.host, page(app, accountId), commitments[what], { commitmentId });
const refusal = async (app: TestApp, call: string, payload: object, accountId = 'lead') => {
  const answer = (await app.host.invoke(page(app, accountId), call, payload)) as {
    problem?: { code: string; message: string };
  };
  return answer.problem ? `${answer.problem.code}: ${answer.problem.message}` : 'no refusal';
};
const rows = async (app: TestApp) =>
  (await callApp(app.host, page(app), commitments.list, { cursor: null })).rows;
const idOf = async (app: TestApp, item: string): Promise<string> => {
  const row = (await rows(app)).find((one) => one.item === item);
  if (!row) throw new Error(`The list has no ${item}.`);
  return row.id;
};
const text = (app: TestApp): string =>
  JSON.stringify([...app.state.comments.all(), ...app.state.footerComments.all()].map(({ body }) => body));

/** Two working days late on Tuesday 2026-07-21, at noon: the owner is told again on Wednesday. */
async function late(): Promise<TestApp> {
  const app = await appWith(
    (build) => {
      build.user({ accountId: 'sponsor' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-17' });
    },
    { sponsorId: 'sponsor' },
  );
  await app.until('2026-07-21T12:00:00Z');
  return app;
}

describe('remind now', () => {
  it('tells the owner at once, whoever asks and however often, and says who asked', async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    const before = app.told().length;
    const first = await ask(app, 'remind', id);
    expect(first).toMatchObject({ outcome: 'done', recipient: 'member', names: { member: 'member' } });
    expect(first.row?.lastMessage).toMatchObject({ stage: 'asked(2026-07-21)', state: 'sent' });
    expect((await ask(app, 'remind', id, 'member')).outcome).toBe('already');
    const twice = await Promise.all([ask(app, 'remind', id), ask(app, 'remind', id)]);
    expect(twice.map(({ outcome }) => outcome)).toEqual(['already', 'already']);
    expect(app.told().slice(before)).toEqual(['asked(2026-07-21) PRJ-1 member 2026-07-21T12:00']);
    expect(text(app)).toContain('lead asks: this was due on 2026-07-17 and is 2 working days late.');
    const list = await callApp(app.host, page(app), messages.list, {});
    expect(list.messages[0]).toMatchObject({
      stage: 'asked(2026-07-21)',
      why: 'Rule: somebody asked for this reminder on 2026-07-21. Asked for by lead.',
    });
  });

  it('of two who press the button at the same time, one sends', async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    const both = await Promise.all([ask(app, 'remind', id), ask(app, 'remind', id, 'member')]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['already', 'done']);
    expect(app.told().filter((line) => line.startsWith('asked'))).toHaveLength(1);
  });

  it("leaves the policy's own messages as they are", async () => {
    const app = await late();
    await ask(app, 'remind', await idOf(app, 'PRJ-1'));
    await app.until('2026-07-22T12:00:00Z');
    expect(app.told().slice(-2).sort()).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-22T09:00',
      'overdue(3) PRJ-1 member 2026-07-22T09:00',
    ]);
  });

  it('reaches a task on its page, and whoever owes what a register asks', async () => {
    const app = await tasksApp((build) =>
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-24') }]),
    );
    await onRegisters(app).risk({ ...RISK, reviewDate: '2026-07-24' });
    for (const { id } of await rows(app)) expect((await ask(app, 'remind', id)).outcome).toBe('done');
    expect(app.told().sort()).toEqual([
      'asked(2026-07-20) Minutes member 2026-07-20T00:00',
      'asked(2026-07-20) PRJ-1 member 2026-07-20T00:00',
    ]);
  });

  it('is refused for what is done, snoozed, in a quiet status, or hidden', async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    const [issue] = [...app.state.issues.all()];
    await callApp(app.host, page(app), commitments.snooze, { commitmentId: id, until: '2026-07-27' });
    expect(await refusal(app, 'commitments.remind', { commitmentId: id })).toBe(
      'BAD_INPUT: This item is snoozed until 2026-07-27: end the snooze first, or escalate it.',
    );
    app.state.issues.patch(issue?.id ?? '', { statusId: STATUS.done });
    expect(await refusal(app, 'commitments.remind', { commitmentId: id })).toBe(
      'BAD_INPUT: This item has been done in the meantime.',
    );
    expect(await refusal(app, 'commitments.remind', { commitmentId: 'jira:9' })).toMatch(/^NOT_FOUND/);
    expect(await refusal(app, 'commitments.remind', { commitmentId: 'what:9' })).toMatch(/^NOT_FOUND/);
  });

  it('tells why nobody was told where Jira refuses the comment', async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    app.faults.add({
      matches: ({ operation }) => operation === 'addComment',
      effect: { type: 'status', status: 403 },
    });
    const answer = await ask(app, 'remind', id);
    expect(answer.outcome).toBe('withheld');
    expect(answer.why).not.toBe('');
  });
});

describe('escalate', () => {
  it('tells the next level ahead of its day, and the ladder does not tell it again', async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    expect(await ask(app, 'escalate', id)).toMatchObject({ outcome: 'done', recipient: 'lead' });
    expect(await ask(app, 'escalate', id)).toMatchObject({ outcome: 'done', recipient: 'sponsor' });
    expect(await refusal(app, 'commitments.escalate', { commitmentId: id })).toBe(
      'BAD_INPUT: Everybody in the escalation chain has been told of this item already.',
    );
    await app.until('2026-07-22T12:00:00Z');
    expect(app.told().filter((line) => line.startsWith('escalated'))).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-21T12:00',
      'escalated(2) PRJ-1 sponsor 2026-07-21T12:00',
    ]);
    expect(text(app)).toContain('escalation 2 tells the sponsor; somebody asked for it');
  });

  it('is refused for what is not late', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-24' }));
    expect(await refusal(app, 'commitments.escalate', { commitmentId: await idOf(app, 'PRJ-1') })).toBe(
      'BAD_INPUT: This item is due on 2026-07-24: only what is late can be escalated.',
    );
  });

  it('of what a register asks is told once, by hand or by the ladder', async () => {
    const app = await appWith((build) => build.project());
    await onRegisters(app).risk({ ...RISK, reviewDate: '2026-07-17' });
    await app.until('2026-07-20T06:00:00Z');
    const id = await idOf(app, 'PRJ-1');
    expect(await ask(app, 'escalate', id)).toMatchObject({ outcome: 'done', recipient: 'lead' });
    await app.until('2026-07-21T12:00:00Z');
    expect(app.ledger().filter(({ key }) => /:review\/.*escalated/.test(key))).toHaveLength(1);
  });
});

describe('reassign', () => {
  it("changes an issue's assignee in Jira, as the person who asks", async () => {
    const app = await late();
    const id = await idOf(app, 'PRJ-1');
    const { row } = await callApp(app.host, page(app), commitments.reassign, {
      commitmentId: id,
      to: 'lead',
    });
    expect(row?.owner).toBe('lead');
    const [issue] = [...app.state.issues.all()];
    expect(issue?.assigneeId).toBe('lead');
  });

  it('changes the person of a record, with a revision of its own', async () => {
    const app = await appWith((build) => build.project());
    const registers = onRegisters(app);
    const { issueId } = await registers.risk({ ...RISK, reviewDate: '2026-07-24' });
    const { row } = await callApp(app.host, page(app), commitments.reassign, {
      commitmentId: await idOf(app, 'PRJ-1'),
      to: 'lead',
    });
    expect(row).toMatchObject({ owner: 'lead', source: 'record' });
    expect((await registers.read(issueId)).record).toMatchObject({ revision: 2, values: { owner: 'lead' } });
  });

  it('says where else a task is given to somebody', async () => {
    const app = await tasksApp((build) => meeting(build, [{ owner: 'member', due: due('2026-07-24') }]));
    const payload = { commitmentId: await idOf(app, 'Minutes'), to: 'lead' };
    expect(await refusal(app, 'commitments.reassign', payload)).toContain('mention somebody else');
  });
});

describe('snooze', () => {
  it('puts off an issue or a task; what a register asks is put off there', async () => {
    const app = await tasksApp((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-24' });
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-24') }]);
    });
    await onRegisters(app).risk({ ...RISK, reviewDate: '2026-07-24' });
    const outcomes: unknown[] = [];
    for (const { id, source } of await rows(app)) {
      const payload = { commitmentId: id, until: '2026-07-23', reason: 'On leave' };
      if (source === 'record') outcomes.push((await refusal(app, 'commitments.snooze', payload)).slice(0, 9));
      else outcomes.push((await callApp(app.host, page(app), commitments.snooze, payload)).row?.snoozedUntil);
    }
    expect(outcomes).toEqual(['BAD_INPUT', '2026-07-23', '2026-07-23']);
  });

  it('is ended before its day, of a task as well: who was silent is reminded again', async () => {
    const app = await tasksApp((build) =>
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-17') }]),
    );
    const commitmentId = await idOf(app, 'Minutes');
    const wake = (accountId?: string) =>
      callApp(app.host, page(app, accountId), commitments.wake, { commitmentId });
    await callApp(app.host, page(app), commitments.snooze, { commitmentId, until: '2026-08-31' });
    const snoozed = (await rows(app))[0];
    expect(snoozed).toMatchObject({ held: 'snoozed' });
    expect(snoozed?.actions).toEqual(expect.arrayContaining(['wake']));
    expect((await wake('member')).row).toMatchObject({ held: null, snoozedUntil: null });
    // Whoever comes second finds it awake.
    expect((await wake()).row?.actions).not.toContain('wake');
    expect(await ask(app, 'remind', commitmentId)).toMatchObject({ outcome: 'done', recipient: 'member' });
  });

  it('that is ended leaves the date that was promised', async () => {
    const app = await late();
    const commitmentId = await idOf(app, 'PRJ-1');
    await callApp(
      app.host,
      app.screen('issue-panel', 'member', { issue: { id: commitmentId.replace('jira:', ''), key: 'PRJ-1' } }),
      choices.promise,
      { date: '2026-07-30' },
    );
    await callApp(app.host, page(app), commitments.snooze, { commitmentId, until: '2026-07-29' });
    const { row } = await callApp(app.host, page(app), commitments.wake, { commitmentId });
    expect(row).toMatchObject({ snoozedUntil: null, dueDate: '2026-07-30', firstDate: '2026-07-17' });
  });
});
