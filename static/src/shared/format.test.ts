import { countryName, createFormat, inSentence, minorDigits, weekdayName } from './format';

const format = createFormat('en-GB', 'Asia/Kolkata');

it('shows a calendar date as it stands, whatever the zone', () => {
  expect(createFormat('en-GB', 'Pacific/Auckland').date('2012-07-16')).toBe('16 Jul 2012');
  expect(createFormat('en-GB', 'America/Los_Angeles').date('2012-07-16')).toBe('16 Jul 2012');
});

it('shows an instant in the zone of the viewer, half hours included', () => {
  expect(format.instant('2012-07-16T03:30:00.000Z')).toBe('16 Jul 2012, 09:00');
});

it("shows another person's clock as they saw it", () => {
  expect(format.wallClock('2012-07-16T09:00')).toBe('16 Jul 2012, 09:00');
});

it('names weekdays and countries in the language of the screens, whatever the locale', () => {
  for (const locale of ['en-GB', 'de-DE', 'ja-JP']) {
    expect(createFormat(locale, 'UTC').day('2012-07-16')).toBe('Mon, 16 Jul 2012');
    expect([1, 7].map((day) => weekdayName(locale, day))).toEqual(['Mon', 'Sun']);
    expect(['DE', 'ZZ', 'de', 'Germany'].map((code) => countryName(locale, code))).toEqual([
      'Germany',
      'Unknown Region',
      undefined,
      undefined,
    ]);
  }
  expect(createFormat('de-DE', 'UTC').timeOfDay('2012-07-16T09:05')).toBe('09:05');
});

it('names months, and nouns within a sentence, in the language of the screens', () => {
  expect([format.month('2012-07'), format.month('2012-13')]).toEqual(['Jul 2012', '2012-13']);
  expect(inSentence('Risks')).toBe('risks');
});

it('shows what is no date as it came', () => {
  expect(format.date('soon')).toBe('soon');
  expect(format.instant('')).toBe('');
});

it('survives a zone that the browser does not know', () => {
  expect(createFormat('en-GB', 'Mars/Olympus').instant('2012-07-16T03:30:00Z')).toBe('16 Jul 2012, 03:30');
});

it('signs differences', () => {
  expect([3, -1200, 0].map(format.change)).toEqual(['+3', '\u22121,200', '\u00b10']);
});

it('shows money in the digits of its currency', () => {
  expect(format.money(123456, 'EUR')).toBe('€1,234.56');
  expect(format.money(1234, 'JPY')).toBe('JP¥1,234');
  expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('nonsense')]).toEqual([2, 0, 2]);
});
