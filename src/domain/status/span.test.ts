import { ageingBounds } from './ageing';
import { MONDAY_TO_FRIDAY } from '../calendar';
import { daysOf, isBefore, lengthOf, spanAfter } from './span';

const span = (label: string, start: string, end: string) => ({ label, start, end });
const WEEK = span('2021-W01', '2021-01-04', '2021-01-10');
const FORTNIGHT = span('2021-W01-02', '2021-01-04', '2021-01-17');
const MONTH = span('2024-01', '2024-01-01', '2024-01-31');

describe('the days of a report', () => {
  it.each([
    [WEEK, 'week', { start: '2021-01-11', end: '2021-01-17' }],
    [FORTNIGHT, 'fortnight', { start: '2021-01-18', end: '2021-01-31' }],
    [MONTH, 'month', { start: '2024-02-01', end: '2024-02-29' }],
  ])('%j are a %s, and the next follow', (one, length, next) => {
    expect(lengthOf(one)).toBe(length);
    expect(spanAfter(one)).toEqual(next);
    expect(daysOf(one).at(-1)).toBe(one.end);
  });

  it.each([
    [WEEK, '2020-W53', true],
    [WEEK, '2020-W52', false],
    [WEEK, '2020-12', false],
    [FORTNIGHT, '2020-W52-53', true],
    [FORTNIGHT, '2020-W53', false],
    [MONTH, '2023-12', true],
    [MONTH, '2024-01', false],
  ])('%j follow %s: %s', (one, label, expected) => {
    expect(isBefore(label, one)).toBe(expected);
  });
});

describe('ageing', () => {
  it('passes at the sixth and the twenty-first working day', () => {
    // On Friday the 20th the 13th is 5 working days late, and Friday the 22nd of June 20.
    expect(ageingBounds('2012-07-20', MONDAY_TO_FRIDAY)).toEqual({
      upTo5: '2012-07-13',
      upTo20: '2012-06-22',
    });
  });

  it('is not to be had where nobody ever works', () => {
    expect(ageingBounds('2012-07-20', { weekdays: [], holidays: new Set() })).toBeNull();
  });
});
