import { lastHours } from './hours';

it('lists every hour up to now, also over midnight, and those in which nothing was used', () => {
  const known = [
    { hour: '2026-07-20T23', points: 40 },
    { hour: '2026-07-19T23', points: 7 },
  ];
  expect(lastHours(known, '2026-07-21T01:30:00.000Z', 4)).toEqual([
    { hour: '2026-07-20T22', points: 0 },
    { hour: '2026-07-20T23', points: 40 },
    { hour: '2026-07-21T00', points: 0 },
    { hour: '2026-07-21T01', points: 0 },
  ]);
});
