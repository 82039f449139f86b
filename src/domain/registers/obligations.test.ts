import fc from '../../../test/support/properties';
import { MONDAY_TO_FRIDAY } from '../calendar';
import { changedObligations, DEFAULT_LADDER, escalationStages, type Obligation } from '../commitments';
import { change } from './change';
import { configure } from './configure';
import { type ObligationContext, obligationsOf } from './obligations';
import { risk } from './risk';
import type { StoredRecord } from './stored';

/** A Wednesday. */
const TODAY = '2026-07-22';
const AT_ONCE = {
  ...DEFAULT_LADDER,
  escalations: [
    { day: 1, to: { kind: 'lead' } },
    { day: 6, to: { kind: 'sponsor' } },
  ],
};
const risks = configure(risk, risk.defaults);

const changes = configure(change, change.defaults);

const record = (more: Partial<StoredRecord> = {}): StoredRecord => ({
  v: 2,
  id: 'R-1',
  revision: 1,
  state: 'assessed',
  score: 6,
  residualScore: null,
  targetScore: null,
  band: 'Low',
  values: { owner: 'ann' },
  updatedAt: '2026-07-20T09:00:00.000Z',
  ...more,
});
const on = (given: StoredRecord) => ({
  issueId: '10042',
  issueKey: 'PRJ-1',
  projectId: '10000',
  summary: 'Key person leaves',
  record: given,
});
const context = (more: Partial<ObligationContext> = {}): ObligationContext => ({
  today: TODAY,
  zone: 'UTC',
  calendar: MONDAY_TO_FRIDAY,
  before: null,
  standing: new Map(),
  ...more,
});
const asks = (given: StoredRecord, more: Partial<ObligationContext> = {}, register = risks) =>
  obligationsOf(register, on(given), context(more));
const idsOf = (obligations: readonly Obligation[]) =>
  obligations.map(({ id }) => id.replace(/^record:10042:\w+:/, ''));

describe('a record asks', () => {
  it('its owner for the review on its date, on the ladder of the register, and the chain at once where it lapses', () => {
    expect(asks(record({ values: { owner: 'ann', reviewDate: '2026-08-03' } }))).toEqual([
      {
        id: 'record:10042:risk:review',
        subject: 'record:10042:risk',
        projectId: '10000',
        target: { kind: 'issue', id: '10042', key: 'PRJ-1' },
        summary: 'Review, R-1: Key person leaves',
        rule: 'Review, R-1',
        dueDate: '2026-08-03',
        people: ['ann'],
        tells: 'people',
        news: null,
        ladder: AT_ONCE,
      },
    ]);
  });

  it.each<[string, Partial<StoredRecord>, string | undefined]>([
    ['by the date that is set', { values: { reviewDate: '2026-09-01' } }, '2026-09-01'],
    ['by the cadence of its band where none is', { band: 'Medium' }, '2026-08-03'],
    ['sooner the higher the band', { band: 'High' }, '2026-07-27'],
    ['never without a band', { band: null }, undefined],
    ['never where it is closed', { state: 'closed', values: { reviewDate: '2026-09-01' } }, undefined],
  ])('for a review %s', (_name, more, date) => {
    expect(asks(record(more)).find(({ id }) => id.endsWith(':review'))?.dueDate).toBe(date);
  });

  it('the second person of a rule where the first is not named', () => {
    const asked = (values: Record<string, string>) => {
      const given = record({ state: 'requested', values: { neededBy: '2026-08-03', ...values }, band: null });
      return asks(given, {}, changes)[0];
    };
    expect(asked({ requester: 'req' })).toMatchObject({ rule: 'Decision, R-1', people: ['req'] });
    expect(asked({ requester: 'req', owner: 'ann' })).toMatchObject({ people: ['ann'] });
  });

  it('nobody in particular where the person is not named: the engine then tells the lead', () => {
    expect(asks(record({ values: { responseDue: '2026-08-03' }, band: null }))).toMatchObject([
      { id: 'record:10042:risk:response', people: [], tells: 'people', ladder: DEFAULT_LADDER },
    ]);
  });

  it.each([
    ['the one named for it', { owner: 'ann', actionOwner: 'bob' }, ['bob']],
    ['the owner where nobody is', { owner: 'ann' }, ['ann']],
  ])('%s, for a response', (_name, who, people) => {
    const asked = asks(record({ values: { ...who, responseDue: '2026-08-03' }, band: null }));
    expect(asked).toMatchObject([{ people }]);
  });
});

describe('an approval', () => {
  // Friday; three working days of grace end on Wednesday.
  const approval = {
    rule: 'all' as const,
    approvers: ['ann', 'bob'],
    authority: 'Board',
    requestedBy: 'cyd',
    requestedAt: '2026-07-17T15:00:00.000Z',
    votes: [],
  };
  const vote = (who: string) => ({
    who,
    verdict: 'approved' as const,
    comment: '',
    at: '2026-07-20T09:00:00.000Z',
  });
  const waiting = (votes: ReturnType<typeof vote>[], state = 'underReview') =>
    asks(record({ state, band: null, score: null, approval: { ...approval, votes } }), {}, changes);

  it('is due when its grace is over, asked of each who has not voted, and escalated for all of them together', () => {
    expect(waiting([vote('ann')])).toMatchObject([
      { id: 'record:10042:change:approval', dueDate: TODAY, people: ['bob'], ladder: { escalations: [] } },
      {
        id: 'record:10042:change:approval-late',
        dueDate: TODAY,
        tells: 'chain',
        news: 'It has waited for the approval of Board since 2026-07-17.',
        ladder: { leadDays: [], overdue: null, escalations: AT_ONCE.escalations },
      },
    ]);
  });

  it('asks nothing once it is decided, or no longer up for a decision', () => {
    expect(waiting([vote('ann'), vote('bob')], 'approved')).toEqual([]);
    expect(waiting([], 'withdrawn')).toEqual([]);
  });
});

describe('the chain is told', () => {
  const rise = { before: record({ band: 'Low' }) };

  it.each<[string, Partial<StoredRecord>, Partial<ObligationContext>, string[]]>([
    ['of a score above the appetite', { score: 16 }, {}, ['appetite']],
    ['of none at the line itself', { score: 15 }, {}, []],
    ['of a band that rose', { band: 'Medium' }, rise, ['band-1']],
    ['of nothing where it fell', {}, { before: record({ band: 'High' }) }, []],
    ['of no rise where it is new', { band: 'High' }, {}, []],
    [
      'of no rise from a band that the project has renamed',
      { band: 'High' },
      { before: record({ band: 'Red' }) },
      [],
    ],
    ['of nothing once it is over', { score: 25, band: 'High', state: 'closed' }, rise, []],
  ])('%s', (_name, more, given, ids) => {
    const told = asks(record(more), given).filter(({ tells }) => tells === 'chain');
    expect(idsOf(told)).toEqual(ids);
  });

  it('on the first working day, today if it is one', () => {
    const raisedOn = (today: string): string => {
      const [raised] = asks(record({ score: 20 }), { today }).filter(({ tells }) => tells === 'chain');
      return ['2026-07-22', '2026-07-25', '2026-07-26', '2026-07-27'].find(
        (day) => escalationStages(raised!.dueDate, day, raised!.ladder!, MONDAY_TO_FRIDAY).length > 0,
      )!;
    };
    expect([TODAY, '2026-07-25', '2026-07-26'].map(raisedOn)).toEqual([TODAY, '2026-07-27', '2026-07-27']);
  });

  const keep = (obligations: readonly Obligation[]) =>
    new Map(obligations.map(({ id, dueDate }) => [id, dueDate]));

  it('once: what was raised keeps its date while it is true, and is raised anew after it was not', () => {
    const days = fc.array(
      fc.record({ score: fc.constantFrom(4, 20), edits: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(days, (story) => {
        let standing: ReadonlyMap<string, string> = new Map();
        const raised: string[] = [];
        story.forEach(({ score, edits }, n) => {
          for (let edit = 0; edit < edits; edit += 1) {
            const now = asks(record({ score }), { today: `2026-07-0${n + 1}`, standing });
            const found = now.find(({ id }) => id.endsWith(':appetite'));
            if (found) raised.push(found.dueDate);
            standing = keep(now);
          }
        });
        const rises = story.filter(({ score }, n) => score === 20 && story[n - 1]?.score !== 20).length;
        expect(new Set(raised).size).toBe(rises);
      }),
    );
  });

  it('of each band that is reached, and again of one that was left', () => {
    let standing: ReadonlyMap<string, string> = new Map();
    let before: StoredRecord | null = null;
    const told = ['Low', 'Medium', 'High', 'High', 'Low', 'High'].map((band, n) => {
      const given = record({ band });
      const now = asks(given, { before, standing, today: `2026-07-0${n + 1}` });
      standing = keep(now);
      before = given;
      return now
        .filter(({ rule }) => rule === 'Band changed, R-1')
        .map(({ id, dueDate }) => `${id.slice(-1)} ${dueDate.slice(-2)}`);
    });
    expect(told).toEqual([[], ['1 01'], ['1 01', '2 02'], ['1 01', '2 02'], [], ['2 05']]);
  });
});

it('writing what is kept already writes nothing', () => {
  const [review] = asks(record());
  const moved = { ...review!, dueDate: '2026-12-01' };
  expect(changedObligations([review!], [{ ...review! }])).toEqual({ put: [], remove: [] });
  expect(changedObligations([review!], [moved])).toEqual({ put: [moved], remove: [] });
  expect(changedObligations([review!], [])).toEqual({ put: [], remove: [review!.id] });
});
