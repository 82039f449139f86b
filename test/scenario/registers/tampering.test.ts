import { registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { auditOf, CHANGE, onRegisters, propertyOf, rest, RISK, tamper } from '../../support/registers';

afterAppTests();

type Property = Readonly<Record<string, unknown>>;

const VOTE = { who: 'lead', verdict: 'approved', comment: 'Of course.', at: '2026-07-20T00:00:00.000Z' };

/** A change that waits for the vote of the project lead; its requester may edit its issue. */
async function waiting(): Promise<{ app: TestApp; issueId: string; revision: number; good: Property }> {
  const app = await appWith((build) => build.project());
  const { change, move } = onRegisters(app);
  const { issueId, revision } = await move(await change(), 'underReview', 'change');
  return { app, issueId, revision, good: propertyOf(app, issueId, 'change') as Property };
}

const FORGERIES: readonly (readonly [string, (good: Property) => unknown])[] = [
  ['a vote', (good) => ({ ...good, approval: { ...(good.approval as object), votes: [VOTE] } })],
  ['the state that votes lead to', (good) => ({ ...good, state: 'approved' })],
  [
    'a whole decision',
    (good) => ({
      ...good,
      state: 'approved',
      approval: { ...(good.approval as object), votes: [VOTE], decidedAt: VOTE.at },
    }),
  ],
  [
    'other approvers',
    (good) => ({ ...good, approval: { ...(good.approval as object), approvers: ['member'] } }),
  ],
  ['a smaller stake', (good) => ({ ...good, values: { ...(good.values as object), impactScheduleDays: 0 } })],
  ['a lower revision', (good) => ({ ...good, revision: 1 })],
  ['a risk', () => ({ v: 2, id: 'R-1', revision: 1, state: 'assessed', values: RISK })],
  ['32 KB of junk', () => 'x'.repeat(32_000)],
  ['a list', () => [1, 2, 3]],
];

describe('a change whose property somebody with Edit Issues overwrites', () => {
  it.each(FORGERIES)(
    'by %s is not what counts, and the last good version comes back',
    async (_name, forge) => {
      const { app, issueId, revision, good } = await waiting();
      await tamper(app, issueId, forge(good), 'change');
      const { call, say, read, list } = onRegisters(app);

      const { record, unreadable } = await read(issueId, 'change');
      expect(record).toBeNull();
      expect(unreadable).toMatchObject({ canRestore: true, lastGood: { revision, state: 'underReview' } });
      expect((await list('change')).records).toEqual([]);
      // Neither the approver nor anybody else goes on from it.
      const seen = { kind: 'change', issueId, revision };
      const vote = await onRegisters(app, 'lead').say(registers.vote, { ...seen, verdict: 'approved' });
      const step = await say(registers.transition, { ...seen, to: 'implemented' });
      for (const answer of [vote, step])
        expect(answer).toMatchObject({
          ok: false,
          problem: { message: expect.stringContaining('cannot be changed before it is restored') },
        });

      const restored = await call(registers.restore, { kind: 'change', issueId });
      expect(restored).toMatchObject({
        revision: revision + 1,
        state: 'underReview',
        values: { impactScheduleDays: 5 },
        approval: { approvers: ['lead'], votes: [], decidedAt: null },
      });
      expect(auditOf(app).map(({ action }) => action)).toEqual(['created', 'moved', 'restored']);
    },
  );

  it('by nothing, deleting it, comes back as well', async () => {
    const { app, issueId, revision } = await waiting();
    await rest(app, 'DELETE', `/rest/api/3/issue/${issueId}/properties/docket.change`);
    const { call, read } = onRegisters(app);
    expect((await read(issueId, 'change')).unreadable).toMatchObject({ lastGood: { revision } });
    await call(registers.restore, { kind: 'change', issueId });
    expect((await read(issueId, 'change')).record).toMatchObject({ state: 'underReview' });
  });
});

describe('a change that is made past Docket altogether', () => {
  const made = async (change: Property) => {
    const app = await appWith((build) => build.project());
    const { id: issueId } = app.build.issue({ projectId: app.projectId });
    const updatedAt = VOTE.at;
    const scores = { score: null, residualScore: null, targetScore: null, band: null };
    const record = { v: 2, id: null, revision: 1, ...scores, values: CHANGE, updatedAt, ...change };
    await tamper(app, issueId, record, 'change');
    return { app, issueId };
  };

  it.each([
    ['approved', { state: 'approved' }],
    ['implemented', { state: 'implemented' }],
    [
      'requested, with a decision',
      {
        state: 'requested',
        approval: {
          rule: 'any',
          approvers: ['member'],
          authority: 'Me',
          requestedBy: 'member',
          requestedAt: VOTE.at,
          votes: [{ ...VOTE, who: 'member' }],
          decidedAt: VOTE.at,
        },
      },
    ],
  ])('is not believed to be %s', async (_name, change) => {
    const { app, issueId } = await made(change);
    const { read, say } = onRegisters(app);
    const { record, unreadable } = await read(issueId, 'change');
    expect(record).toBeNull();
    expect(unreadable).toMatchObject({
      cause: 'changedOutside',
      why: expect.stringContaining('Docket has asked nobody for approval'),
      canRestore: false,
    });
    const seen = { kind: 'change', issueId, revision: 1 };
    for (const to of ['implemented', 'verified'])
      expect(await say(registers.transition, { ...seen, to })).toMatchObject({ ok: false });
  });

  it('can be requested like any other', async () => {
    const { app, issueId } = await made({ state: 'requested' });
    const moved = await onRegisters(app).move({ issueId, revision: 1 }, 'underReview', 'change');
    expect(moved.approval).toMatchObject({ approvers: ['lead'], votes: [] });
  });
});
