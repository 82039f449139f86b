import { MONDAY_TO_FRIDAY } from '../calendar';
import { DEFAULT_REPORTING } from '../reports';
import { dueOccurrences, isLost, type ScheduledProject } from './jobs';

const times: ScheduledProject['times'] = {
  calendar: DEFAULT_REPORTING.calendar,
  isPlain: true,
  underway: [],
  working: MONDAY_TO_FRIDAY,
};
const project = { projectId: '10001', zone: 'America/New_York', report: { enabled: true }, times };
const all = (now: string, change = {}) =>
  dueOccurrences([{ ...project, ...change }], new Date(now)).map(({ id }) => id);
const isPrivacy = (id: string): boolean => id.startsWith('privacy');
/** Without the one that most of every week has due. */
const periods = (now: string, change = {}) => all(now, change).filter((id) => !isPrivacy(id));

describe('the job table', () => {
  it.each([
    // Friday three o'clock in New York is 19:00 UTC in summer and 20:00 in winter.
    ['2026-07-24T18:59:00Z', ['reminders all 2026-07-24T18']],
    ['2026-07-24T19:00:00Z', ['reminders all 2026-07-24T19', 'report 10001 2026-W30 publish']],
    ['2026-12-04T19:30:00Z', ['reminders all 2026-12-04T19']],
    ['2026-12-04T20:00:00Z', ['reminders all 2026-12-04T20', 'report 10001 2026-W49 publish']],
    // Caught up over the weekend, and no longer.
    ['2026-07-26T18:00:00Z', ['reminders all 2026-07-26T18', 'report 10001 2026-W30 publish']],
    ['2026-07-26T19:00:00Z', ['reminders all 2026-07-26T19']],
    // Monday three o'clock in New York is 07:00 UTC in summer; worth having until Thursday.
    ['2026-07-20T06:59:00Z', ['reminders all 2026-07-20T06']],
    ['2026-07-20T07:00:00Z', ['reminders all 2026-07-20T07', 'registers all 2026-07-20T07']],
    ['2026-07-23T06:59:00Z', ['reminders all 2026-07-23T06', 'registers all 2026-07-20T07']],
    ['2026-07-23T07:00:00Z', ['reminders all 2026-07-23T07']],
    ['2021-01-01T21:00:00Z', ['reminders all 2021-01-01T21', 'report 10001 2020-W53 publish']],
  ])('at %s has due: %j', (now, expected) => {
    expect(periods(now)).toEqual(expected);
  });

  it.each([
    ['2026-07-20T23:00:00Z', []],
    ['2026-07-21T01:59:00Z', []],
    ['2026-07-21T02:00:00Z', ['privacy all 2026-W30']],
    ['2026-07-26T23:00:00Z', ['privacy all 2026-W30']],
    ['2026-07-27T00:00:00Z', []],
  ])('reports accounts once a week: at %s, %j', (now, expected) => {
    expect(all(now).filter(isPrivacy)).toEqual(expected);
  });

  it('asks, closes and publishes where people answer or review, and looks once every morning', () => {
    const asked = { times: { ...times, isPlain: false } };
    expect(periods('2026-07-23T13:00:00Z', asked)).toEqual([
      'reminders all 2026-07-23T13',
      'report 10001 2026-W30 ask',
    ]);
    expect(periods('2026-07-24T10:00:00Z', asked)).toContain('report 10001 day 2026-07-24');
    expect(periods('2026-07-24T16:00:00Z', asked)).toEqual([
      'reminders all 2026-07-24T16',
      'report 10001 2026-W30 ask',
      'report 10001 2026-W30 cut-off',
    ]);
  });

  it('keeps the times of a report that was begun under another calendar', () => {
    const underway = [{ label: '2026-W30', cutOff: '2026-07-24T10:00:00Z', publish: '2026-07-24T12:00:00Z' }];
    const monthly = { ...times.calendar, cadence: 'monthly' as const };
    expect(periods('2026-07-24T12:00:00Z', { times: { ...times, calendar: monthly, underway } })).toEqual([
      'reminders all 2026-07-24T12',
      'report 10001 2026-W30 cut-off',
      'report 10001 2026-W30 publish',
    ]);
  });

  it('asks for no report where the project wants none', () => {
    expect(periods('2026-07-24T19:00:00Z', { report: { enabled: false } })).toEqual([
      'reminders all 2026-07-24T19',
    ]);
  });

  it('gives a claimed occurrence up only after its lease', () => {
    const claimedAt = new Date('2026-07-24T19:00:00Z');
    expect(isLost('report', claimedAt, new Date('2026-07-24T20:30:00Z'))).toBe(false);
    expect(isLost('report', claimedAt, new Date('2026-07-24T20:31:00Z'))).toBe(true);
  });
});
