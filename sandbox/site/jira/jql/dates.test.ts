import { TZDate } from '@date-fns/tz';
import { searchSite } from '../../../../test/support/jql';
import { boundary, parseDate, parseIncrement, parsePeriod, type Period } from './dates';
import { parseStamp } from './stamp';

const { search } = searchSite();
const found = (jql: string): string => search(`${jql} ORDER BY key`).join(' ');

describe('A query by dates', () => {
  it.each([
    // The due date is a date: compared as such, whatever the time of the operand.
    ['due = 2026-07-21', 'PAY-2'],
    ['duedate = "2026/07/21 18:00"', 'PAY-2'],
    ['"Due date" in (2026-07-21, "2026/7/24")', 'NET-1 PAY-2'],
    ['due < now()', 'PAY-3'],
    ['due <= now()', 'PAY-2 PAY-3'],
    ['due < startOfDay()', 'PAY-3'],
    ['due <= endOfDay()', 'PAY-2 PAY-3'],
    ['due <= 3d', 'NET-1 PAY-2 PAY-3'],
    ['due <= "1w 3d"', 'NET-1 PAY-1 PAY-2 PAY-3'],
    ['due >= -7d', 'NET-1 PAY-1 PAY-2'],
    ['due != 2026-07-21', 'NET-1 PAY-1 PAY-3'],
    ['due not in (2026-07-21)', 'NET-1 PAY-1 PAY-3'],
    ['due is EMPTY', 'NET-2 PAY-4'],
    ['due is not EMPTY AND due < startOfWeek()', 'PAY-3'],
    ['due > startOfWeek() AND due < endOfWeek("+1w")', 'NET-1 PAY-1 PAY-2'],
    ['due in (EMPTY, 2026-07-10)', 'NET-2 PAY-3 PAY-4'],
    // Date-times are instants; a bare date is its midnight.
    ['created >= 2026-07-21', 'PAY-4'],
    ['created > 2026-07-21', ''],
    ['created = 2026-07-21', 'PAY-4'],
    ['created = "2026-07-14 09:00"', 'PAY-2'],
    ['createdDate <= "2026/07/01 08:00"', 'PAY-1 PAY-3'],
    ['created >= startOfMonth() AND created < startOfMonth("+14d")', 'PAY-1 PAY-2'],
    ['updated >= -1m', 'PAY-2 PAY-4'],
    ['updated >= "-21h 1m"', 'NET-1 PAY-1 PAY-2 PAY-4'],
    ['updatedDate < startOfDay(-1)', 'PAY-3'],
    ['resolved >= -7d', 'NET-2 PAY-3'],
    ['resolutiondate is EMPTY', 'NET-1 PAY-1 PAY-2 PAY-4'],
    ['resolved < 2026-07-20', 'PAY-3'],
    ['statusCategoryChangedDate < startOfMonth("+10d")', 'PAY-1'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });

  it('reads dates and days in the zone of whoever asks', () => {
    const inKolkata = searchSite({ timeZone: 'Asia/Kolkata' });
    // 2026-06-30T22:00Z is the first of July there, and 2026-07-20T23:30Z the 21st.
    expect(inKolkata.search('created >= 2026-07-01 AND created < 2026-07-02 ORDER BY key')).toEqual([
      'PAY-1',
      'PAY-3',
    ]);
    expect(inKolkata.search('updated >= startOfDay() ORDER BY key')).toEqual(['PAY-1', 'PAY-2', 'PAY-4']);
    const lateInAuckland = searchSite({ timeZone: 'Pacific/Auckland', now: Date.UTC(2026, 6, 20, 13) });
    expect(lateInAuckland.search('due <= now() ORDER BY key')).toEqual(['PAY-2', 'PAY-3']);
  });

  it('starts the week on Sunday, as Jira does by default', () => {
    const onSunday = searchSite({ now: Date.UTC(2026, 6, 19, 12) });
    const thisWeek = 'due >= startOfWeek() AND due <= endOfWeek() ORDER BY key';
    expect(onSunday.search(thisWeek)).toEqual(['NET-1', 'PAY-2']);
  });
});

describe('A period', () => {
  const HOUR = 3_600_000;
  it.each([
    ['-7d', -168 * HOUR],
    ['2w', 336 * HOUR],
    ['+1d', 24 * HOUR],
    ['-4h 30m', -4.5 * HOUR],
    ['4w 2d', 720 * HOUR],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parsePeriod(text)).toBe(milliseconds);
  });

  it.each(['7', '-1M', '1y', '1.5d', 'd', '', '-', '1d-1h', 'tomorrow'])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

describe('A written date', () => {
  it.each([
    ['2026-07-21', 'Etc/UTC', '2026-07-21T00:00:00.000Z'],
    ['2026/07/21 9:30', 'Asia/Kolkata', '2026-07-21T04:00:00.000Z'],
    ['2026-7-1', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    // After the clocks went back.
    ['2026-11-01 12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(new Date(parseDate(text, zone) as number).toISOString()).toBe(instant);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-07/21',
    '26-07-21',
    '2026-07-21T09:00',
    '2026-07-21 25:00',
    '7',
  ])('is not %j', (text) => {
    expect(parseDate(text, 'Etc/UTC')).toBeNull();
  });
});

describe('A boundary of a period', () => {
  const now = new TZDate(Date.UTC(2026, 1, 18, 12), 'Europe/Berlin');
  it.each<['start' | 'end', Period, string, string]>([
    ['start', 'Day', '0', '2026-02-17T23:00:00.000Z'],
    ['start', 'Day', '-1d', '2026-02-16T23:00:00.000Z'],
    ['start', 'Day', '+8h', '2026-02-18T07:00:00.000Z'],
    ['end', 'Day', '1', '2026-02-19T22:59:59.999Z'],
    ['start', 'Week', '-1', '2026-02-07T23:00:00.000Z'],
    ['end', 'Week', '1w', '2026-02-28T22:59:59.999Z'],
    ['start', 'Month', '+14d', '2026-02-14T23:00:00.000Z'],
    ['end', 'Month', '+1M', '2026-03-31T21:59:59.999Z'],
    ['end', 'Month', '-1', '2026-01-31T22:59:59.999Z'],
    ['start', 'Year', '1M', '2026-01-31T23:00:00.000Z'],
    ['end', 'Year', '+2y', '2028-12-31T22:59:59.999Z'],
    ['end', 'Year', '+3M', '2027-03-31T21:59:59.999Z'],
  ])('%sOf%s(%s) is %s', (edge, period, argument, expected) => {
    const increment = parseIncrement(argument, period);
    expect(new Date(boundary(edge, period, now, increment ?? {})).toISOString()).toBe(expected);
  });

  it.each(['1x', 'd', '1d 1h', '--1'])('is not moved by %j', (argument) => {
    expect(parseIncrement(argument, 'Day')).toBeNull();
  });
});

describe('The date of a property', () => {
  const seconds = (text: string): number => Date.parse(text) / 1000;
  it('is a date, or a date-time with an offset and without milliseconds', () => {
    expect(parseStamp('2026-07-21', 'Asia/Kolkata')).toBe(seconds('2026-07-20T18:30:00Z'));
    expect(parseStamp('2026-07-21T10:00:00Z', 'Asia/Kolkata')).toBe(seconds('2026-07-21T10:00:00Z'));
    expect(parseStamp('2026-07-21T10:00:00+02:00', 'Etc/UTC')).toBe(seconds('2026-07-21T08:00:00Z'));
  });

  it.each([
    '2026-07-21T10:00:00.000Z',
    '2026-07-21T10:00:00',
    '2026-07-21T10:00Z',
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2026-07-21T25:00:00Z',
    '2026-07-21T10:00:00+0200',
    '21.07.2026',
    '',
  ])('is not %j, which no index takes', (text) => {
    expect(parseStamp(text, 'Etc/UTC')).toBeNull();
  });
});
