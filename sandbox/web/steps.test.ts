import { isStep, STEPS } from './steps';

const at = (text: string) => Date.parse(`${text}Z`);

describe('the steps of the clock', () => {
  it('goes to the next full hour, a whole one from a full hour', () => {
    expect(STEPS.hour.to(at('2026-01-05T09:20:00'))).toBe(at('2026-01-05T10:00:00'));
    expect(STEPS.hour.to(at('2026-01-05T10:00:00'))).toBe(at('2026-01-05T11:00:00'));
  });

  it('goes to the same time tomorrow, and in a week', () => {
    expect(STEPS.day.to(at('2026-02-28T09:20:00'))).toBe(at('2026-03-01T09:20:00'));
    expect(STEPS.week.to(at('2026-02-28T09:20:00'))).toBe(at('2026-03-07T09:20:00'));
  });

  it.each([
    ['early on a Monday', 'UTC', '2026-01-05T07:00:00', '2026-01-05T09:00:00'],
    ['at nine on a Monday', 'UTC', '2026-01-05T09:00:00', '2026-01-06T09:00:00'],
    ['on a Friday afternoon', 'UTC', '2026-01-09T15:00:00', '2026-01-12T09:00:00'],
    ['on a Saturday', 'UTC', '2026-01-10T08:00:00', '2026-01-12T09:00:00'],
    [
      'on a Sunday that is Monday in Sydney',
      'Australia/Sydney',
      '2026-01-11T20:00:00',
      '2026-01-11T22:00:00',
    ],
    ['over the end of summer time', 'Europe/Berlin', '2026-10-23T12:00:00', '2026-10-26T08:00:00'],
  ])('goes %s to the next working morning (%s)', (_when, zone, from, to) => {
    expect(STEPS.morning.to(at(from), zone)).toBe(at(to));
  });

  it('knows no other steps, not even those that every object has', () => {
    expect(isStep('morning')).toBe(true);
    expect(isStep('toString')).toBe(false);
    expect(isStep(undefined)).toBe(false);
  });
});
