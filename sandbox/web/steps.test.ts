import { isStep, STEPS } from './steps';

const at = (text: string) => Date.parse(`${text}Z`);

describe('the steps of the clock', () => {
  it('goes to the next full hour, a whole one from a full hour', () => {
    expect(STEPS.hour(at('2026-01-05T09:20:00'))).toBe(at('2026-01-05T10:00:00'));
    expect(STEPS.hour(at('2026-01-05T10:00:00'))).toBe(at('2026-01-05T11:00:00'));
  });

  it('goes to the same time tomorrow', () => {
    expect(STEPS.day(at('2026-02-28T09:20:00'))).toBe(at('2026-03-01T09:20:00'));
  });

  it.each([
    ['a Sunday', '2026-01-04T07:00:00', '2026-01-05T07:00:00'],
    ['a Monday', '2026-01-05T07:00:00', '2026-01-12T07:00:00'],
    ['a Tuesday', '2026-01-06T07:00:00', '2026-01-12T07:00:00'],
  ])('goes from %s to the Monday after it', (_day, from, to) => {
    expect(STEPS.monday(at(from))).toBe(at(to));
  });

  it('knows no other steps, not even those that every object has', () => {
    expect(isStep('monday')).toBe(true);
    expect(isStep('toString')).toBe(false);
    expect(isStep(undefined)).toBe(false);
  });
});
