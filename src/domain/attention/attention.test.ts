import type { Commitment, Person } from '../commitments';
import { commitmentsOf, DEFAULT_LADDER, DEFAULT_POLICY, type Obligation } from '../commitments';
import { actionsFor, assess, type Look } from './assess';
import { lastTouched, silentDays } from './silence';

const ANN: Person = { accountId: 'ann', displayName: 'Ann', zone: 'UTC', active: true };
const item: Commitment = {
  id: 'jira:1',
  projectId: '10',
  target: { kind: 'issue', id: '1', key: 'PRJ-1' },
  summary: 'Order pumps',
  dueDate: '2026-11-18',
  owner: ANN,
  done: false,
  status: 'To Do',
  priority: null,
  labels: [],
};
const look: Look = {
  today: '2026-11-18',
  policy: DEFAULT_POLICY,
  isBacklog: false,
  snoozedUntil: null,
  silentFor: null,
  toldToday: false,
  nextLevel: 1,
  asks: null,
};
const on = (today: string, more: Partial<Look> = {}, change: Partial<Commitment> = {}) =>
  assessed({ ...item, ...change }, { ...look, today, ...more });
function assessed(commitment: Commitment, given: Look) {
  const attention = assess(commitment, given);
  return attention && { ...attention, why: String(attention.why) };
}

/** What a record or a report asks of Ann, due on the same Wednesday. */
function asked(subject: string): Commitment {
  const obligation: Obligation = {
    id: `${subject}:review`,
    subject,
    projectId: '10',
    target: { kind: 'issue', id: '1', key: 'PRJ-1' },
    summary: 'Review, R-1: Flood',
    rule: 'Review, R-1',
    dueDate: '2026-11-18',
    people: ['ann'],
    tells: 'people',
    news: null,
    ladder: null,
  };
  const [own] = commitmentsOf(obligation, () => ANN, DEFAULT_LADDER);
  if (!own) throw new Error('Ann owes it.');
  return own;
}

describe('something due on Wednesday 2026-11-18, on the default ladder', () => {
  it.each([
    ['2026-11-12', null],
    ['2026-11-13', { severity: 'watch', why: 'Due in 3 working days.', action: 'remind' }],
    ['2026-11-17', { severity: 'watch', why: 'Due on the next working day.', action: 'remind' }],
    ['2026-11-18', { severity: 'watch', why: 'Due today.', action: 'remind' }],
    ['2026-11-19', { severity: 'serious', why: '1 working day late.', action: 'remind' }],
    [
      '2026-11-23',
      {
        severity: 'serious',
        why: '3 working days late, at level 1 of its escalation chain.',
        action: 'remind',
      },
    ],
    [
      '2026-11-30',
      {
        severity: 'critical',
        why: '8 working days late, past the last level of its escalation chain.',
        action: 'remind',
      },
    ],
  ])('on %s', (today, expected) => {
    expect(on(today)).toEqual(expected);
  });

  it('has nobody late on the days off before the first late day', () => {
    expect(on('2026-11-21', {}, { dueDate: '2026-11-20' })).toMatchObject({
      severity: 'watch',
      why: 'Its date has passed, and no working day has come since.',
    });
  });

  it('once its owner was told today, goes a level up, or has to be looked at', () => {
    expect(on('2026-11-19', { toldToday: true })?.action).toBe('escalate');
    expect(on('2026-11-19', { toldToday: true, nextLevel: null })?.action).toBe('open');
    expect(on('2026-11-18', { toldToday: true })?.action).toBe('open');
  });

  it.each([
    ['without an owner', { owner: null }, 'Due in 9 working days. Nobody owns it.'],
    [
      'whose owner has left',
      { owner: { ...ANN, active: false } },
      "Due in 9 working days. Its owner's account is inactive.",
    ],
  ])('%s is to be given to somebody, long before its date', (_what, change, why) => {
    expect(on('2026-11-05', {}, change)).toEqual({ severity: 'watch', why, action: 'reassign' });
  });

  it('tells who has said nothing for five working days, where it is late or soon due', () => {
    expect(on('2026-11-18', { silentFor: 5 })?.why).toBe(
      'Due today. Nobody has changed it for 5 working days.',
    );
    expect(on('2026-11-18', { silentFor: 4 })?.why).toBe('Due today.');
    expect(on('2026-11-05', { silentFor: 50 })).toBeNull();
  });

  it('is out of sight while it is backlog, in a quiet status, or snoozed; never past its last level', () => {
    const quiet = { policy: { ...DEFAULT_POLICY, quietStatuses: ['to do'] } };
    expect([
      on('2026-11-30', { isBacklog: true }),
      on('2026-11-30', quiet),
      on('2026-11-23', { snoozedUntil: '2026-11-24' }),
    ]).toEqual([null, null, null]);
    expect(on('2026-11-24', { snoozedUntil: '2026-11-24' })?.severity).toBe('serious');
    expect(on('2026-11-30', { snoozedUntil: '2026-12-24' })).toMatchObject({
      severity: 'critical',
      action: 'wake',
    });
  });
});

describe('what is asked', () => {
  it.each([
    ['a review that is late', 'record:1:risk', null, 'watch', 'Review, R-1: 1 working day late.', 'remind'],
    [
      'an approval that is late',
      'record:1:change',
      'approval',
      'critical',
      'Review, R-1: 1 working day late, and the request waits for it.',
      'decide',
    ],
    [
      'a decision that is late',
      'record:1:decision',
      'decision',
      'watch',
      'Review, R-1: 1 working day late.',
      'decide',
    ],
    [
      'a step of a report that is late',
      'report:10:2026-W47',
      null,
      'critical',
      'Review, R-1: 1 working day late, and the report waits for it.',
      'remind',
    ],
  ] as const)('%s', (_what, subject, asks, severity, why, action) => {
    expect(assessed(asked(subject), { ...look, today: '2026-11-19', asks })).toEqual({
      severity,
      why,
      action,
    });
  });
});

describe('what may be done', () => {
  it.each([
    ['about an issue that is late', item, {}, ['remind', 'snooze', 'reassign', 'escalate', 'open']],
    [
      'about one whose chain has been told',
      item,
      { nextLevel: null },
      ['remind', 'snooze', 'reassign', 'open'],
    ],
    [
      'about one that is snoozed',
      item,
      { snoozedUntil: '2026-12-01' },
      ['snooze', 'wake', 'reassign', 'escalate', 'open'],
    ],
    ['about a task', { ...item, id: 'task:1:2' }, {}, ['remind', 'snooze', 'escalate', 'open']],
    ['about a review', asked('record:1:risk'), {}, ['remind', 'reassign', 'escalate', 'open']],
    [
      'about an approval',
      asked('record:1:change'),
      { asks: 'approval' as const },
      ['remind', 'escalate', 'decide', 'open'],
    ],
    ['about a report', asked('report:10:2026-W47'), {}, ['remind', 'escalate', 'open']],
  ])('%s', (_what, commitment, more, expected) => {
    expect(actionsFor(commitment, { ...look, today: '2026-11-23', ...more })).toEqual(expected);
  });

  it('nothing that is not late goes up the chain', () => {
    expect(actionsFor(item, look)).not.toContain('escalate');
  });
});

describe('silence', () => {
  const at = (day: string) => `${day}T09:00:00.000Z`;

  it("sees through Docket's own comments to the last change of anybody else", () => {
    const messages = [
      { at: at('2026-11-17'), itemUpdatedAt: at('2026-11-10') },
      { at: at('2026-11-19'), itemUpdatedAt: at('2026-11-17') },
    ];
    expect(lastTouched('2026-11-19T09:00:40.000Z', messages)).toBe(at('2026-11-10'));
    expect(lastTouched(at('2026-11-18'), messages)).toBe(at('2026-11-18'));
    expect(lastTouched(at('2026-11-19'), [{ at: at('2026-11-19'), itemUpdatedAt: null }])).toBe(
      at('2026-11-19'),
    );
  });

  it("counts the working days since then, on the project's calendar", () => {
    const { calendar } = DEFAULT_POLICY;
    expect(silentDays(at('2026-11-13'), '2026-11-20', { zone: 'UTC', calendar })).toBe(5);
  });
});
