import { isLocalDate } from '../domain/calendar';
import { dateHolidays } from './holidays';

describe('public holidays', () => {
  it.each([
    ['DE', true],
    ['DE-BY', true],
    ['DE-BY-A', true],
    ['GB-SCT', true],
    ['DE-ZZ', false],
    ['DE-BY-ZZ', false],
    ['ZZ', false],
    ['FR-57-X', false],
    ['constructor', false],
    ['', false],
  ])('know %j: %s', async (code, expected) => {
    expect(await dateHolidays.isKnown(code)).toBe(expected);
  });

  it.each([
    ['a country', 'DE', 2026, '2026-10-03', true],
    ['a region: Epiphany is a Bavarian one', 'DE-BY', 2026, '2026-01-06', true],
    ['no other region', 'DE-BE', 2026, '2026-01-06', false],
    ['a city: Augsburg has its own', 'DE-BY-A', 2026, '2026-08-08', true],
    ['a substitute for a day on a weekend', 'GB-ENG', 2027, '2027-12-27', true],
    ['leap years', 'JP', 2024, '2024-09-23', true],
    ['no observance', 'DE', 2026, '2026-02-14', false],
    ['no half day', 'IS', 2026, '2026-12-24', false],
    ['a day with a change of clocks', 'PM', 2026, '2026-11-01', true],
    ['the second day of a long one', 'TR', 2026, '2026-03-21', true],
  ])('are those of %s', async (_case, code, year, date, expected) => {
    expect((await dateHolidays.of(code, year)).includes(date)).toBe(expected);
  });

  it('are dates that exist, in order, each once, and none for an unknown place', async () => {
    for (const code of ['DE-BY', 'US', 'IN', 'SA', 'IL', 'CN', 'NZ']) {
      const days = await dateHolidays.of(code, 2026);
      expect(days.length).toBeGreaterThan(3);
      expect(days.every(isLocalDate)).toBe(true);
      expect(days).toEqual([...new Set(days)].sort());
    }
    expect(await dateHolidays.of('ZZ', 2026)).toEqual([]);
    expect(await dateHolidays.of('DE-ZZ', 2026)).toEqual([]);
  });
});
