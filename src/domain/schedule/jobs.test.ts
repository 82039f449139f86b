import { dueOccurrences, isLost } from './jobs';

const project = { projectId: '10001', zone: 'America/New_York', report: { enabled: true } };
const periods = (now: string, change = {}) =>
  dueOccurrences([{ ...project, ...change }], new Date(now)).map(({ id }) => id);

describe('the job table', () => {
  it.each([
    // Friday three o'clock in New York is 19:00 UTC in summer and 20:00 in winter.
    ['2026-07-24T18:59:00Z', ['reminders all 2026-07-24T18']],
    ['2026-07-24T19:00:00Z', ['reminders all 2026-07-24T19', 'status 10001 2026-W30']],
    ['2026-12-04T19:30:00Z', ['reminders all 2026-12-04T19']],
    ['2026-12-04T20:00:00Z', ['reminders all 2026-12-04T20', 'status 10001 2026-W49']],
    // Caught up over the weekend, and no longer.
    ['2026-07-26T18:00:00Z', ['reminders all 2026-07-26T18', 'status 10001 2026-W30']],
    ['2026-07-26T19:00:00Z', ['reminders all 2026-07-26T19']],
    // Monday three o'clock in New York is 07:00 UTC in summer; worth having until Thursday.
    ['2026-07-20T06:59:00Z', ['reminders all 2026-07-20T06']],
    ['2026-07-20T07:00:00Z', ['reminders all 2026-07-20T07', 'registers all 2026-07-20T07']],
    ['2026-07-23T06:59:00Z', ['reminders all 2026-07-23T06', 'registers all 2026-07-20T07']],
    ['2026-07-23T07:00:00Z', ['reminders all 2026-07-23T07']],
    ['2021-01-01T21:00:00Z', ['reminders all 2021-01-01T21', 'status 10001 2020-W53']],
  ])('at %s has due: %j', (now, expected) => {
    expect(periods(now)).toEqual(expected);
  });

  it('asks for no report where the project wants none', () => {
    expect(periods('2026-07-24T19:00:00Z', { report: { enabled: false } })).toEqual([
      'reminders all 2026-07-24T19',
    ]);
  });

  it('gives a claimed occurrence up only after its lease', () => {
    const claimedAt = new Date('2026-07-24T19:00:00Z');
    expect(isLost('status', claimedAt, new Date('2026-07-24T20:30:00Z'))).toBe(false);
    expect(isLost('status', claimedAt, new Date('2026-07-24T20:31:00Z'))).toBe(true);
  });
});
