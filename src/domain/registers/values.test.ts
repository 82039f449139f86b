import '../../../test/support/in-english';
import { configure } from './configure';
import fc from '../../../test/support/properties';
import { change } from './change';
import { decision } from './decision';
import { handedOn } from './happened';
import { issue } from './issue';
import { checkLinks } from './links';
import { amountOf, minorDigits, moneyFrom } from './money';
import {
  correctRecord,
  editRecord,
  needsRating,
  newRecord,
  readRecord,
  settleRecord,
  transitionRecord,
} from './record';
import { risk } from './risk';
import type { StoredRecord } from './stored';

const NOW = new Date('2026-07-21T09:00:00Z');
const risks = configure(risk, risk.defaults);
const changes = configure(change, change.defaults);
const RISK = { cause: 'A', event: 'B', impact: 'C', probability: 3, severity: 4 };
const CHANGE = {
  kind: 'update',
  description: 'D',
  reason: 'R',
  requester: 'a',
  impactScope: 'S',
  impactScheduleDays: 2,
  impactCost: { minor: 100, currency: 'EUR' },
};

const problemsOf = (values: Record<string, unknown>, register = risks) => {
  const made = newRecord(register, values, NOW);
  return made.ok ? {} : made.refusal.fields;
};
const good = (outcome: ReturnType<typeof newRecord>): StoredRecord => {
  if (!outcome.ok) throw new Error(String(outcome.refusal.message));
  return outcome.value;
};

describe('values', () => {
  it.each([
    ['31/02/2026', 'This date does not exist. Write it as YYYY-MM-DD.'],
    ['2026-02-31', 'This date does not exist. Write it as YYYY-MM-DD.'],
    ['28.2.2026', 'Write the date as YYYY-MM-DD: 2026-02-28.'],
    ['03/02/2026', 'Write the date as YYYY-MM-DD: 2026-02-03 or 2026-03-02.'],
  ])('a date such as %s is refused with what to write', (reviewDate, message) => {
    expect(problemsOf({ ...RISK, reviewDate })).toEqual({ reviewDate: message });
  });

  it('a plan of 40,000 characters is refused with by how much', () => {
    expect(problemsOf({ ...RISK, responsePlan: 'x'.repeat(40_000) })).toEqual({
      responsePlan: 'Use at most 5000 characters: this is 35000 too long.',
    });
  });

  it.each([
    [{ minor: 12.345, currency: 'EUR' }, 'Money is kept in whole minor units.'],
    [{ minor: 1, currency: 'QQQ' }, 'This is no currency. Use its ISO 4217 code, such as EUR or USD.'],
  ])('money such as %j is refused', (impactCost, message) => {
    expect(problemsOf({ ...CHANGE, impactCost }, changes)).toEqual({ impactCost: message });
  });

  it('a response must answer the nature of the risk, which is a threat unless it is said', () => {
    expect(problemsOf({ ...RISK, response: 'exploit' })).toEqual({
      response:
        'This does not fit the rest of the record. Choose one of: Avoid, Transfer, Mitigate, Accept, Escalate.',
    });
    expect(problemsOf({ ...RISK, nature: 'opportunity', response: 'exploit' })).toEqual({});
  });

  it('a project may need more fields', () => {
    const strict = configure(risk, { ...risk.defaults, required: ['owner'] });
    expect(problemsOf(RISK, strict)).toEqual({ owner: 'Owner is needed.' });
  });
});

describe('money', () => {
  it('is read as it is written, whatever the currency', () => {
    const codes = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), codes, (minor, currency) => {
        expect(moneyFrom(amountOf({ minor, currency }), currency)).toEqual({
          ok: true,
          value: { minor, currency },
        });
      }),
    );
    expect(['JPY', 'EUR', 'KWD'].map(minorDigits)).toEqual([0, 2, 3]);
  });

  it.each([
    ['1.234', 'EUR', 'EUR has 2 decimals, and "1.234" has 3.'],
    ['1,234', 'EUR', '"1,234" is no amount. Write it as 1234.56, without thousands.'],
    ['1', 'XQZ', '"XQZ" is no currency. Use its ISO 4217 code, such as EUR or USD.'],
  ])('such as %s %s is refused', (amount, currency, why) => {
    expect(moneyFrom(amount, currency)).toEqual({ ok: false, why });
  });
});

describe('a scale that is shortened while there are records', () => {
  const short = { probability: ['L', 'M', 'H'], impact: ['L', 'M', 'H'] };
  const three = configure(risk, { ...risk.defaults, scales: short });

  it('leaves those readable: what is above it asks for a new rating, what is on it keeps its own', () => {
    const read = good(readRecord(three, good(newRecord(risks, RISK, NOW))));
    expect(read).toMatchObject({ score: null, band: null, values: { severity: 4 } });
    expect(needsRating(three, read)).toEqual(['severity']);
    const kept = good(readRecord(three, good(newRecord(risks, { ...RISK, severity: 3 }, NOW))));
    expect([kept.score, needsRating(three, kept)]).toEqual([9, []]);
  });
});

describe('a decided change', () => {
  const review = good(
    transitionRecord(changes, good(newRecord(changes, CHANGE, NOW, 'CR-1')), 'underReview', NOW),
  );
  const approval = {
    rule: 'all' as const,
    approvers: ['b'],
    authority: 'Board',
    requestedBy: 'a',
    requestedAt: NOW.toISOString(),
    votes: [],
  };

  it('is decided by votes, not by hand', () => {
    expect(transitionRecord(changes, review, 'approved', NOW)).toMatchObject({
      ok: false,
      refusal: { message: 'A change request becomes Approved by the votes of its approvers, not by hand.' },
    });
    expect(good(settleRecord(changes, review, approval, 'approved', NOW))).toMatchObject({
      id: 'CR-1',
      state: 'approved',
      approval,
    });
  });

  it('locks: it is corrected by a revision that names its predecessor', () => {
    const decided = good(settleRecord(changes, review, approval, 'approved', NOW));
    const other = { ...CHANGE, reason: 'Another' };
    expect(editRecord(changes, decided, other, NOW)).toMatchObject({
      ok: false,
      refusal: {
        message:
          'This change request is decided (Approved), so it can only be corrected. A correction shows what it replaced.',
      },
    });
    expect(good(correctRecord(changes, decided, other, NOW))).toMatchObject({
      revision: decided.revision + 1,
      corrects: decided.revision,
      state: 'approved',
      approval,
    });
    expect(correctRecord(changes, review, other, NOW).ok).toBe(false);
  });
});

it('the first promise is kept, whatever is promised later', () => {
  const first = good(newRecord(risks, { ...RISK, responseDue: '2026-08-01' }, NOW));
  const later = good(editRecord(risks, first, { ...RISK, responseDue: '2026-09-01' }, NOW));
  expect(later.firstPromised).toEqual({ responseDue: '2026-08-01' });
});

it('what happened is handed on as far as the other register has a place for it', () => {
  const scales = { ...issue.defaults.scales, impact: ['L', 'M', 'H'] };
  const values = { ...RISK, owner: 'a' };
  const carried = { description: 'B', effect: 'C', owner: 'a', source: ['ABC-1'] };
  expect(handedOn(risks, configure(issue, issue.defaults), values, 'ABC-1')).toEqual({
    ...carried,
    severity: 4,
  });
  expect(handedOn(risks, configure(issue, { ...issue.defaults, scales }), values, 'ABC-1')).toEqual(carried);
});

describe('links', () => {
  const decisions = configure(decision, decision.defaults);
  const others = new Map([
    ['D-2', { supersedes: ['D-3'] }],
    ['D-3', { supersedes: ['D-1'] }],
    ['D-4', {}],
  ]);
  const check = (...supersedes: string[]) => checkLinks(decisions, 'D-1', { supersedes }, others)?.fields;

  it.each([
    ['itself', ['D-1'], 'D-1 cannot link to itself. Take it out.'],
    ['what leads back', ['D-4', 'D-2'], 'These links go round in a circle: D-1 > D-2 > D-3 > D-1.'],
  ])('to %s are refused', (_name, links, message) => {
    expect(String(check(...links)?.['supersedes'])).toContain(message);
  });

  it('elsewhere stand', () => {
    expect(check('D-4', 'X-9')).toBeUndefined();
  });
});
