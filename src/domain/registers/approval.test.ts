import '../../../test/support/in-english';
import fc from '../../../test/support/properties';
import {
  type ApprovalRequest,
  castVote,
  requestApproval,
  verdictOf,
  type Vote,
  waitingFor,
} from './approval';
import { authorityFor, type Stake } from './authority';
import type { Money } from './money';
import type { Outcome } from './refusal';
import type { ApprovalSettings, Authority } from './settings';
import type { ApprovalState } from './stored';

const NOW = new Date('2026-07-20T09:00:00Z');
const eur = (whole: number): Money => ({ minor: whole * 100, currency: 'EUR' });
const MANAGER: Authority = {
  name: 'the project manager',
  upToDays: 5,
  upToMoney: eur(5_000),
  people: [],
  role: 'manager',
};
const BOARD: Authority = {
  name: 'the board',
  upToDays: 20,
  upToMoney: eur(50_000),
  people: ['ann', 'bob', 'cyd'],
  role: 'board',
};
const SPONSOR: Authority = {
  name: 'the sponsor',
  upToDays: null,
  upToMoney: null,
  people: [],
  role: 'sponsor',
};
const POLICY: ApprovalSettings = {
  graceDays: 3,
  rule: 'all',
  selfApproval: false,
  authorities: [MANAGER, BOARD, SPONSOR],
};
const NOTHING: Stake = { days: null, money: null };
const REQUEST: ApprovalRequest = { stake: NOTHING, requesters: ['req'], lead: 'lead', sponsor: 'spo' };

const ask = (policy: Partial<ApprovalSettings> = {}, request: Partial<ApprovalRequest> = {}) =>
  requestApproval({ ...POLICY, ...policy }, { ...REQUEST, ...request }, NOW);
const asked = (...given: Parameters<typeof ask>) => {
  const outcome = ask(...given);
  if (!outcome.ok) throw new Error(String(outcome.refusal.message));
  return outcome.value;
};
const refusal = (outcome: Outcome<unknown>): string => (outcome.ok ? '' : String(outcome.refusal.message));

describe('who may authorise a change', () => {
  it.each<[string, Stake, string]>([
    ['no effect', NOTHING, 'the project manager'],
    ['up to the limits', { days: 5, money: eur(5_000) }, 'the project manager'],
    ['a day more', { days: 6, money: null }, 'the board'],
    ['a cent more', { days: 0, money: { minor: 500_001, currency: 'EUR' } }, 'the board'],
    ['cheap and late', { days: 21, money: eur(1) }, 'the sponsor'],
    ['a saving above the tolerance', { days: 0, money: eur(-6_000) }, 'the board'],
    ['nothing in another currency', { days: 1, money: { minor: 0, currency: 'USD' } }, 'the project manager'],
  ])('%s', (_name, stake, name) => {
    expect(authorityFor(POLICY.authorities, stake)?.authority.name).toBe(name);
  });

  it('is the highest, and said why, where the cost is in another currency', () => {
    expect(
      authorityFor(POLICY.authorities, { days: 1, money: { minor: 100, currency: 'USD' } }),
    ).toMatchObject({
      authority: SPONSOR,
      why: 'The cost is in USD and the limit of the project manager in EUR: they cannot be compared, so the sponsor decides.',
    });
  });

  it('is the highest, and said why, where it is beyond every limit', () => {
    expect(authorityFor([MANAGER, BOARD], { days: 90, money: eur(1_000) })?.why).toBe(
      "A change with 90 days and 1,000.00 EUR is more than anybody's limit, so the board decides.",
    );
  });

  it('never falls as a change grows', () => {
    const size = fc.record({
      days: fc.nat(40),
      cost: fc.nat(80_000),
      more: fc.nat(40),
      dearer: fc.nat(80_000),
    });
    fc.assert(
      fc.property(size, ({ days, cost, more, dearer }) => {
        const small = authorityFor(POLICY.authorities, { days, money: eur(cost) });
        const large = authorityFor(POLICY.authorities, { days: days + more, money: eur(cost + dearer) });
        expect(large!.index).toBeGreaterThanOrEqual(small!.index);
      }),
    );
  });
});

describe('a request for approval', () => {
  it('asks the lead where an authority names nobody, and the sponsor where that is its role', () => {
    expect(asked().approval.approvers).toEqual(['lead']);
    expect(asked({}, { stake: { days: 99, money: null } }).approval).toMatchObject({
      approvers: ['spo'],
      authority: 'the sponsor',
    });
  });

  it('leaves out whoever asks, and goes one up where nobody else is there', () => {
    const board = { days: 10, money: null };
    expect(asked({}, { stake: board, requesters: ['bob'] }).approval.approvers).toEqual(['ann', 'cyd']);
    const { approval, why } = asked({}, { requesters: ['secretary', 'lead'] });
    expect(approval).toMatchObject({
      authority: 'the board',
      approvers: ['ann', 'bob', 'cyd'],
      requestedBy: 'secretary',
    });
    expect(why).toContain('Nobody there may decide on it, so the board does.');
    expect(asked({ selfApproval: true }, { requesters: ['lead'] }).approval.approvers).toEqual(['lead']);
  });

  it.each<[string, Partial<ApprovalSettings>, Partial<ApprovalRequest>, string]>([
    ['no authority', { authorities: [] }, {}, 'This project has not said who may authorise changes.'],
    ['nobody in it', { authorities: [MANAGER] }, { lead: null }, 'Nobody is named as the project manager.'],
    [
      'only the requester',
      { authorities: [MANAGER] },
      { requesters: ['lead'] },
      'Only those who ask for this change could authorise it (the project manager)',
    ],
  ])('is refused where there is %s', (_name, policy, request, message) => {
    expect(refusal(ask(policy, request))).toContain(message);
  });
});

const open = (rule: ApprovalState['rule'], approvers: readonly string[]): ApprovalState => ({
  rule,
  approvers,
  authority: 'the board',
  requestedBy: 'req',
  requestedAt: NOW.toISOString(),
  votes: [],
});
const STRICT = { selfApproval: false };
const cast = (
  state: ApprovalState,
  who: string,
  verdict: Vote['verdict'],
  comment = 'because',
): ApprovalState => {
  const outcome = castVote(state, { who, verdict, comment }, STRICT, NOW);
  return outcome.ok ? outcome.value : state;
};

describe('a vote', () => {
  const state = open('all', ['ann', 'bob']);
  const vote = (on: ApprovalState, who: string, comment = '', verdict: Vote['verdict'] = 'approved') =>
    castVote(on, { who, verdict, comment }, STRICT, NOW);

  it('is kept with comment and time, and waits for the others', () => {
    const after = vote(state, 'ann', ' Fine by me ');
    expect(after).toEqual({
      ok: true,
      value: {
        ...state,
        votes: [{ who: 'ann', verdict: 'approved', comment: 'Fine by me', at: NOW.toISOString() }],
      },
    });
    expect(after.ok && waitingFor(after.value)).toEqual(['bob']);
  });

  it.each([
    ['the requester', 'req', 'This is your own request, so you cannot decide on it. the board decides.'],
    ['anybody else', 'eve', 'You are not among those asked to decide on this. the board decides.'],
  ])('of %s is refused', (_name, who, message) => {
    expect(refusal(vote(state, who))).toBe(message);
  });

  it('of a requester who was written in among those asked is refused as well', () => {
    expect(refusal(vote(open('any', ['req', 'ann']), 'req'))).toContain('This is your own request');
  });

  it('against it needs its reason', () => {
    expect(vote(state, 'ann', ' ', 'rejected')).toMatchObject({
      refusal: { fields: { comment: 'Say why it is rejected.' } },
    });
  });

  it('may change before it is decided, and not after', () => {
    const turned = cast(cast(open('any', ['ann', 'bob']), 'ann', 'rejected'), 'ann', 'approved');
    expect(turned).toMatchObject({
      votes: [{ who: 'ann', verdict: 'approved' }],
      decidedAt: NOW.toISOString(),
    });
    expect(refusal(vote(turned, 'bob'))).toContain('This has been decided.');
  });
});

describe('the verdict', () => {
  it.each<[ApprovalState['rule'], string, string]>([
    ['all', 'a', 'pending'],
    ['all', 'aaa', 'approved'],
    ['all', 'r', 'rejected'],
    ['any', 'rr', 'pending'],
    ['any', 'rra', 'approved'],
    ['any', 'rrr', 'rejected'],
    [{ quorum: 2 }, 'ra', 'pending'],
    [{ quorum: 2 }, 'raa', 'approved'],
    [{ quorum: 2 }, 'arr', 'rejected'],
    [{ quorum: 9 }, 'aa', 'pending'],
    [{ quorum: 9 }, 'aaa', 'approved'],
  ])('by %j of three who vote %s is %s', (rule, votes, verdict) => {
    const end = [...votes].reduce(
      (state, letter, n) => cast(state, ['ann', 'bob', 'cyd'][n]!, letter === 'a' ? 'approved' : 'rejected'),
      open(rule, ['ann', 'bob', 'cyd']),
    );
    expect(verdictOf(end)).toBe(verdict);
  });

  const people = fc.integer({ min: 1, max: 6 }).map((n) => Array.from({ length: n }, (_, i) => `p${i}`));
  const session = people.chain((approvers) =>
    fc.record({
      approvers: fc.constant(approvers),
      rule: fc.oneof(
        fc.constant('all' as const),
        fc.constant('any' as const),
        fc.integer({ min: 1, max: approvers.length }).map((quorum) => ({ quorum })),
      ),
      ballots: fc
        .shuffledSubarray(approvers)
        .chain((voters) =>
          fc.tuple(
            ...voters.map((who) =>
              fc.constantFrom('approved' as const, 'rejected' as const).map((verdict) => ({ who, verdict })),
            ),
          ),
        ),
      ranks: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    }),
  );

  it('does not depend on the order of the votes', () => {
    fc.assert(
      fc.property(session, ({ approvers, rule, ballots, ranks }) => {
        const play = (order: readonly (typeof ballots)[number][]) =>
          verdictOf(
            order.reduce((state, { who, verdict }) => cast(state, who, verdict), open(rule, approvers)),
          );
        const other = ballots
          .map((ballot, i) => ({ ballot, rank: ranks[i]! }))
          .sort((a, b) => a.rank - b.rank);
        expect(play(other.map(({ ballot }) => ballot))).toBe(play(ballots));
      }),
    );
  });

  it('is pending until it is decided, and never changes after', () => {
    fc.assert(
      fc.property(
        session,
        fc.array(fc.tuple(fc.nat(7), fc.boolean()), { maxLength: 12 }),
        ({ approvers, rule }, votes) => {
          let state = open(rule, approvers);
          for (const [n, agrees] of votes) {
            const before = state;
            state = cast(state, `p${n}`, agrees ? 'approved' : 'rejected');
            expect(state.decidedAt === undefined).toBe(verdictOf(state) === 'pending');
            if (before.decidedAt !== undefined) expect(state).toEqual(before);
            expect(state.votes.every(({ who }) => approvers.includes(who))).toBe(true);
          }
        },
      ),
    );
  });

  it('comes when everybody has voted, and nobody is waited for then', () => {
    fc.assert(
      fc.property(session, fc.infiniteStream(fc.boolean()), ({ approvers, rule }, choices) => {
        const end = approvers.reduce(
          (state, who) => cast(state, who, choices.next().value ? 'approved' : 'rejected'),
          open(rule, approvers),
        );
        expect(verdictOf(end)).not.toBe('pending');
        expect(waitingFor(end)).toEqual([]);
      }),
    );
  });
});
