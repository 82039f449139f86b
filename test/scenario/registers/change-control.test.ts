import { registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { CHANGE, onRegisters, setUp } from '../../support/registers';

afterAppTests();

const PEOPLE = ['board-1', 'board-2', 'board-3'];

/** A project whose board decides on everything, as its lead has set it up. */
async function withBoard(rule: 'all' | 'any' | { quorum: number }, selfApproval = false): Promise<TestApp> {
  const app = await appWith((build) => {
    for (const accountId of PEOPLE) build.user({ accountId });
    build.project();
  });
  await setUp(app, 'change', (settings) => ({
    ...settings,
    approval: {
      ...settings.approval,
      rule,
      selfApproval,
      authorities: [{ name: 'Change control board', upToDays: null, upToMoney: null, people: PEOPLE }],
    },
  }));
  return app;
}

async function underReview(app: TestApp, values: Record<string, unknown> = CHANGE) {
  const { change, move } = onRegisters(app);
  return move(await change(values), 'underReview', 'change');
}

const vote = (
  app: TestApp,
  who: string,
  { issueId, revision }: { issueId: string; revision: number },
  verdict: 'approved' | 'rejected' = 'approved',
  comment = 'Seen.',
) => onRegisters(app, who).call(registers.vote, { kind: 'change', issueId, revision, verdict, comment });

describe('a change request', () => {
  it('is voted on by those whom its size calls for, and moves with the vote that decides it', async () => {
    const app = await withBoard({ quorum: 2 });
    const asked = await underReview(app);
    expect(asked).toMatchObject({
      state: 'underReview',
      approval: { authority: 'Change control board', approvers: PEOPLE, requestedBy: 'member', votes: [] },
    });
    const first = await vote(app, 'board-1', asked);
    expect(first.state).toBe('underReview');
    const second = await vote(app, 'board-3', first, 'approved', 'Worth a week.');
    expect(second).toMatchObject({
      state: 'approved',
      locked: true,
      approval: {
        votes: [
          { who: 'board-1', verdict: 'approved' },
          { who: 'board-3', verdict: 'approved', comment: 'Worth a week.' },
        ],
        decidedAt: expect.any(String),
      },
    });
    const { timeline } = await onRegisters(app).read(second.issueId, 'change');
    expect(timeline.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['voted', 'board-3', 'Worth a week.'],
      ['voted', 'board-1', 'Seen.'],
      ['moved', 'member', null],
      ['created', 'member', null],
    ]);
  });

  it.each([
    ['all', 'approved', 3],
    ['any', 'approved', 1],
    ['all', 'rejected', 1],
    ['any', 'rejected', 3],
  ] as const)('under the rule "%s" is %s after %i votes', async (rule, verdict, needed) => {
    const app = await withBoard(rule);
    let record = await underReview(app);
    for (const [i, who] of PEOPLE.slice(0, needed).entries()) {
      expect({ i, state: record.state }).toEqual({ i, state: 'underReview' });
      record = await vote(app, who, record, verdict);
    }
    expect(record.state).toBe(verdict);
  });

  it('is refused the vote of its requester, of its author, and of people who are not asked', async () => {
    const app = await withBoard('any');
    // board-1 writes it down for board-2: neither is asked.
    const { change, move } = onRegisters(app, 'board-1');
    const asked = await move(await change({ ...CHANGE, requester: 'board-2' }), 'underReview', 'change');
    expect(asked.approval?.approvers).toEqual(['board-3']);
    expect(asked.rights.vote).toBe(false);
    for (const who of ['board-1', 'board-2', 'member', 'lead'])
      await expect(vote(app, who, asked)).rejects.toThrow(/cannot decide on it|not among those asked/);
    expect((await onRegisters(app, 'board-3').read(asked.issueId, 'change')).record?.rights.vote).toBe(true);
    expect((await vote(app, 'board-3', asked)).state).toBe('approved');
  });

  it('may be approved by its requester where the project allows that', async () => {
    const app = await withBoard('any', true);
    const asked = await underReview(app, { ...CHANGE, requester: 'board-1' });
    expect((await vote(app, 'board-1', asked)).state).toBe('approved');
  });

  it('becomes approved by votes alone, never by hand, and each vote is for what the voter saw', async () => {
    const app = await withBoard('all');
    const asked = await underReview(app);
    expect(asked.rights.moveTo).not.toContain('approved');
    await expect(onRegisters(app).move(asked, 'approved', 'change')).rejects.toThrow(
      'by the votes of its approvers',
    );
    const once = await vote(app, 'board-1', asked);
    const seen = { kind: 'change', issueId: once.issueId, revision: once.revision };
    const values = { ...CHANGE, impactScheduleDays: 90 };
    const edited = await onRegisters(app).call(registers.edit, { ...seen, values });
    expect(edited.approval?.votes).toEqual([]);
    await expect(vote(app, 'board-2', once)).rejects.toThrow('changed by somebody else');
  });

  it('is locked once it is decided: a correction shows what it corrects', async () => {
    const app = await withBoard('any');
    const decided = await vote(app, 'board-1', await underReview(app));
    const seen = { kind: 'change', issueId: decided.issueId, revision: decided.revision };
    const values = { ...CHANGE, impactScope: 'One more week of parallel running' };
    const { call, say, read } = onRegisters(app);
    expect(decided.rights).toMatchObject({ edit: false, correct: true });
    expect(await say(registers.edit, { ...seen, values })).toMatchObject({
      problem: { code: 'BAD_INPUT', message: expect.stringContaining('correct') },
    });
    expect(await say(registers.correct, { ...seen, values, reason: ' ' })).toMatchObject({
      problem: { fields: { reason: 'Say why it is corrected.' } },
    });
    const corrected = await call(registers.correct, { ...seen, values, reason: 'Counted a holiday twice' });
    expect(corrected).toMatchObject({ state: 'approved', corrects: decided.revision, locked: true });
    const { predecessor, timeline } = await read(decided.issueId, 'change');
    expect(predecessor).toMatchObject({ revision: decided.revision, values: { impactScope: 'None' } });
    expect(timeline[0]).toMatchObject({
      action: 'corrected',
      reason: 'Counted a holiday twice',
      changes: [{ field: 'impactScope', from: 'None', to: values.impactScope }],
    });
  });

  it.each([
    ['days', { impactScheduleDays: 6 }],
    ['cost', { impactCost: { minor: 120_001, currency: 'EUR' } }],
  ])('goes back to its approvers where a correction changes its %s after they approved', async (_, other) => {
    const app = await withBoard('any');
    const decided = await vote(app, 'board-1', await underReview(app));
    const seen = { kind: 'change', issueId: decided.issueId, revision: decided.revision };
    const corrected = await onRegisters(app).call(registers.correct, {
      ...seen,
      values: { ...CHANGE, ...other },
      reason: 'Counted a holiday twice',
    });
    expect(corrected).toMatchObject({
      state: 'underReview',
      corrects: decided.revision,
      approval: { approvers: PEOPLE, votes: [], decidedAt: null },
    });
    const { predecessor } = await onRegisters(app).read(decided.issueId, 'change');
    expect(predecessor).toMatchObject({ revision: decided.revision, state: 'approved' });
    expect((await vote(app, 'board-2', corrected)).state).toBe('approved');
  });

  it('can be withdrawn before it is implemented, and not after', async () => {
    const app = await withBoard('any');
    const { move, change } = onRegisters(app);
    expect((await move(await underReview(app), 'withdrawn', 'change')).state).toBe('withdrawn');
    expect((await move(await change(), 'withdrawn', 'change')).state).toBe('withdrawn');
    const done = await move(await vote(app, 'board-1', await underReview(app)), 'implemented', 'change');
    await expect(move(done, 'withdrawn', 'change')).rejects.toThrow('cannot become Withdrawn');
  });

  it('asks the project lead where nobody is named', async () => {
    const app = await appWith((build) => build.project());
    const asked = await underReview(app);
    expect(asked.approval?.approvers).toEqual(['lead']);
    expect((await vote(app, 'lead', asked)).state).toBe('approved');
  });
});
