import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, floorOf } from './floor';
import { expectedMessages, type Message } from './oracle/expected';
import type { Tenant, TenantChange, TenantItem } from './tenant';

const HOUR = 3_600_000;
/** Monday 2026-10-26, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 9, 26);

const ZONES = {
  london: 'Europe/London',
  kathmandu: 'Asia/Kathmandu',
  angeles: 'America/Los_Angeles',
  chatham: 'Pacific/Chatham',
  sponsor: 'Europe/Berlin',
  lead: 'Europe/London',
  gone: 'Asia/Tokyo',
} as const;
type Who = keyof typeof ZONES;

const item = (
  dueDate: string | null,
  ownerId: Who | null = 'london',
  change: Partial<TenantItem> = {},
): TenantItem => ({
  projectKey: 'PAY',
  number: 1,
  ownerId,
  dueDate,
  created: MONDAY - 1_000 * HOUR,
  doneAt: null,
  ...change,
});

const tenantOf = (items: readonly TenantItem[], changes: readonly TenantChange[] = []): Tenant => ({
  start: MONDAY,
  days: 7,
  people: Object.entries(ZONES).map(([accountId, zone]) => ({
    accountId,
    name: accountId,
    zone,
    active: accountId !== 'gone',
  })),
  projects: [
    { id: '1', key: 'PAY', leadId: 'lead', sponsorId: 'sponsor', team: ['lead'] },
    { id: '2', key: 'NET', leadId: 'lead', sponsorId: null, team: ['lead'] },
  ],
  items: () => items,
  changes,
});

/** `Tue 09Z overdue(3) london`: the week of one project as lines. */
const told = (items: readonly TenantItem[], changes: readonly TenantChange[] = []): string[] =>
  expectedMessages(tenantOf(items, changes)).map(({ recipient, stage, tick }) => {
    const at = new Date(tick);
    const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][at.getUTCDay()];
    return `${day} ${at.toISOString().slice(11, 13)}Z ${stage} ${recipient}`;
  });

const at = (day: number, hour: number, minute = 30): number =>
  MONDAY + (24 * day + hour) * HOUR + minute * 60_000;
const change = (when: number) => ({ at: when, by: 'lead', projectKey: 'PAY', number: 1 });

describe('what a week owes', () => {
  it('counts down by working days, at nine in the morning of the recipient', () => {
    // London is an hour behind summer time again: nine o'clock is 09Z.
    expect(told([item('2026-10-29')])).toEqual([
      'Mon 09Z upcoming(3) london',
      'Wed 09Z upcoming(1) london',
      'Thu 09Z due-today london',
      'Fri 09Z overdue(1) london',
    ]);
  });

  it('announces a date on the weekend on the Friday before, and is late from Monday on', () => {
    expect(told([item('2026-10-31')])).toEqual([
      'Tue 09Z upcoming(3) london',
      'Thu 09Z upcoming(1) london',
      'Fri 09Z due-today london',
    ]);
    expect(told([item('2026-10-24')])).toEqual([
      'Mon 09Z overdue(1) london',
      'Wed 09Z overdue(3) london',
      'Wed 09Z escalated(1) lead',
      'Fri 09Z overdue(5) london',
    ]);
  });

  it('tells the sponsor on the eighth day, where the project has one', () => {
    // Five working days late on Monday: not backlog yet.
    const due = '2026-10-19';
    expect(told([item(due)])).toEqual([
      'Mon 09Z overdue(5) london',
      'Wed 09Z overdue(7) london',
      'Thu 08Z escalated(2) sponsor',
      'Fri 09Z overdue(9) london',
    ]);
    expect(told([item(due, 'london', { projectKey: 'NET' })]).join()).not.toContain('escalated');
  });

  it('leaves alone what was more than five working days late when Docket was switched on', () => {
    expect(told([item('2026-10-16')])).toEqual([]);
    // In Los Angeles it was still Sunday then, and five days.
    expect(told([item('2026-10-16', 'angeles')]).slice(0, 2)).toEqual([
      'Tue 16Z overdue(7) angeles',
      'Wed 08Z escalated(2) sponsor',
    ]);
  });

  it('begins again for backlog whose date is moved', () => {
    expect(told([item('2026-09-01')], [{ ...change(at(1, 12)), do: 'move', dueDate: '2026-10-29' }])).toEqual(
      ['Wed 09Z upcoming(1) london', 'Thu 09Z due-today london', 'Fri 09Z overdue(1) london'],
    );
  });

  it('comes at the first full hour from nine on, in zones that are off the hour', () => {
    // Nine in Kathmandu is 03:15Z; nine on the Chatham Islands is 19:15Z of the day before, in summer time.
    expect(told([item('2026-10-27', 'kathmandu')])[1]).toBe('Tue 04Z due-today kathmandu');
    expect(told([item('2026-10-28', 'chatham')])).toContain('Tue 20Z due-today chatham');
  });

  it('goes to the lead where nobody owns the issue or its owner has left, besides what the lead is told as the lead', () => {
    const late = '2026-10-22';
    const wanted = ['Tue 09Z overdue(3) lead', 'Tue 09Z escalated(1) lead'];
    expect(told([item(late, null)]).slice(0, 2)).toEqual(wanted);
    expect(told([item(late, 'gone')]).slice(0, 2)).toEqual(wanted);
    expect(told([item(late, 'lead')]).slice(0, 2)).toEqual(wanted);
  });

  it('ends when the issue is done, and knows nothing of issues that were', () => {
    expect(told([item('2026-10-29')], [{ ...change(at(1, 12)), do: 'resolve' }])).toEqual([
      'Mon 09Z upcoming(3) london',
    ]);
    expect(told([item('2026-10-29', 'london', { doneAt: MONDAY - HOUR })])).toEqual([]);
    expect(told([item(null)])).toEqual([]);
  });

  it('follows a new owner from the next hour on, and repeats nothing for the same date', () => {
    const assign = (when: number, ownerId: Who) => ({ ...change(when), do: 'assign' as const, ownerId });
    // Wednesday's message went to London at nine; in Los Angeles nine comes later that day, with nothing new.
    expect(told([item('2026-10-29')], [assign(at(2, 12), 'angeles')])).toEqual([
      'Mon 09Z upcoming(3) london',
      'Wed 09Z upcoming(1) london',
      'Thu 16Z due-today angeles',
      'Fri 16Z overdue(1) angeles',
    ]);
    // London's Wednesday had not begun, and in Kathmandu it is past nine: the next hour tells it.
    expect(told([item('2026-10-29')], [assign(at(2, 6), 'kathmandu')])[1]).toBe(
      'Wed 07Z upcoming(1) kathmandu',
    );
  });

  it('tells of an issue that is created in the middle of a day at the next hour', () => {
    const created = { ...change(at(3, 13)), do: 'create' as const, ownerId: 'london', dueDate: '2026-10-30' };
    expect(told([], [created])).toEqual(['Thu 14Z upcoming(1) london', 'Fri 09Z due-today london']);
  });
});

const message = (change: Partial<Message> = {}): Message => ({
  item: 'PAY-1',
  recipient: 'london',
  stage: 'overdue(3)',
  tick: MONDAY,
  ...change,
});

describe('the floor', () => {
  it('counts one comment for a recipient, one reading for an issue, and one search, in an hour', () => {
    const both = [message(), message({ stage: 'escalated(1)' })];
    expect(floorOf(both)).toEqual({ messages: 2, comments: 1, reads: 1, searches: 1, points: 3 });
    const apart = [message(), message({ stage: 'escalated(1)', recipient: 'lead' })];
    expect(floorOf(apart)).toEqual({ messages: 2, comments: 2, reads: 1, searches: 1, points: 4 });
    const later = [message(), message({ tick: MONDAY + HOUR })];
    expect(floorOf(later)).toEqual({ messages: 2, comments: 2, reads: 2, searches: 2, points: 6 });
  });

  it('counts a search for each hundred issues', () => {
    const many = Array.from({ length: 201 }, (_, i) => message({ item: `PAY-${i}` }));
    expect(floorOf(many)).toEqual({ messages: 201, comments: 201, reads: 201, searches: 3, points: 405 });
    expect(floorOf([])).toEqual({ messages: 0, comments: 0, reads: 0, searches: 0, points: 0 });
  });
});

describe('the comparison', () => {
  it('finds what is missing, what came twice, and what came in another hour', () => {
    const [a, b] = [message(), message({ item: 'PAY-2' })];
    expect(compare([a, b], [b, a])).toEqual({ missing: [], unexpected: [] });
    expect(compare([a], [])).toEqual({
      missing: ['2026-10-26T00Z PAY-1 overdue(3) to london'],
      unexpected: [],
    });
    expect(compare([a], [a, a]).unexpected).toHaveLength(1);
    const late = compare([a], [message({ tick: MONDAY + HOUR })]);
    expect([late.missing.length, late.unexpected.length]).toEqual([1, 1]);
  });
});

describe('the oracle', () => {
  it('knows nothing of the app that it judges', () => {
    const files = ['oracle', 'tenant'].flatMap((folder) =>
      readdirSync(join(__dirname, folder)).map((name) => join(__dirname, folder, name)),
    );
    for (const file of [...files, join(__dirname, 'floor.ts')])
      expect(readFileSync(file, 'utf8')).not.toMatch(/from '[./]*\/src\b/);
  });
});
