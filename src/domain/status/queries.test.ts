import { isoWeek, MONDAY_TO_FRIDAY } from '../calendar';
import { quote } from '../jql';
import { backlogUpTo, queriesOf, type QueryPlan } from './queries';

const plan = (change: Partial<QueryPlan> = {}): QueryPlan => ({
  projectKey: 'ALOY',
  week: isoWeek('2012-07-19'),
  today: '2012-07-19',
  zone: 'UTC',
  jqlZone: 'UTC',
  backlog: null,
  scope: '',
  ageing: null,
  now: new Date('2012-07-19T12:30:40Z'),
  previousAsOf: null,
  ...change,
});

describe('the queries behind the figures', () => {
  it('bound the week by both ends and name no relative time', () => {
    expect(queriesOf(plan())).toMatchObject({
      open: 'project = "ALOY" AND statusCategory != Done',
      openDated: 'project = "ALOY" AND statusCategory != Done AND duedate is not EMPTY',
      overdue: 'project = "ALOY" AND statusCategory != Done AND duedate < "2012-07-19"',
      opened: 'project = "ALOY" AND created >= "2012-07-16 00:00" AND created < "2012-07-23 00:00"',
      resolved: 'project = "ALOY" AND resolved >= "2012-07-16 00:00" AND resolved < "2012-07-23 00:00"',
      dueNextWeek:
        'project = "ALOY" AND statusCategory != Done AND duedate >= "2012-07-23" AND duedate <= "2012-07-29"',
      backlog: null,
    });
  });

  it('count what there is by the minute, and what came since the minute of the last report', () => {
    const { total, createdSince } = queriesOf(plan({ previousAsOf: new Date('2012-07-12T15:00:20Z') }));

    expect(total).toBe('project = "ALOY" AND created < "2012-07-19 12:30"');
    expect(createdSince).toBe(`${total} AND created >= "2012-07-12 15:00"`);
    expect(queriesOf(plan()).createdSince).toBeNull();
  });

  it.each([
    ['UTC', 'Asia/Kolkata', '2012-07-16 05:30', '2012-07-23 05:30'],
    ['Asia/Kathmandu', 'UTC', '2012-07-15 18:15', '2012-07-22 18:15'],
    ['America/New_York', 'UTC', '2012-07-16 04:00', '2012-07-23 04:00'],
    ['Pacific/Auckland', 'America/Los_Angeles', '2012-07-15 05:00', '2012-07-22 05:00'],
  ])('for a week in %s, asked from %s, run from %s to %s', (zone, jqlZone, from, to) => {
    const { opened, overdue } = queriesOf(plan({ zone, jqlZone }));

    expect(opened).toContain(`created >= "${from}" AND created < "${to}"`);
    expect(overdue).toContain('duedate < "2012-07-19"');
  });

  it('follow the clock change within a week', () => {
    // London goes from +0 to +1 on Sunday 2012-03-25.
    const { opened } = queriesOf(plan({ zone: 'Europe/London', week: isoWeek('2012-03-21') }));

    expect(opened).toContain('created >= "2012-03-19 00:00" AND created < "2012-03-25 23:00"');
  });

  it('cross the end of a year with 53 weeks', () => {
    const { resolved, dueNextWeek } = queriesOf(plan({ week: isoWeek('2021-01-01') }));

    expect(resolved).toContain('resolved >= "2020-12-28 00:00" AND resolved < "2021-01-04 00:00"');
    expect(dueNextWeek).toContain('duedate >= "2021-01-04" AND duedate <= "2021-01-10"');
  });

  it('name the backlog as it was when Docket was switched on', () => {
    const backlog = { switchedOn: new Date('2012-07-16T07:30:00Z'), upTo: '2012-07-06' };

    expect(queriesOf(plan({ backlog, jqlZone: 'Asia/Kolkata' })).backlog).toBe(
      'project = "ALOY" AND statusCategory != Done AND duedate <= "2012-07-06" AND created <= "2012-07-16 13:00"',
    );
  });

  it('keep what a user wrote inside its quotes', () => {
    expect(quote('a" OR project = "B\\')).toBe('"a\\" OR project = \\"B\\\\"');
  });
});

describe('the last due date of the backlog', () => {
  const monday = new Date('2012-07-16T12:00:00Z');

  it('is more than five working days before the switch-on', () => {
    // After Sunday the 8th, up to Monday the 16th, lie six working days; after Monday the 9th only five.
    expect(backlogUpTo(monday, 'UTC', MONDAY_TO_FRIDAY, 5)).toBe('2012-07-08');
  });

  it('is earlier by a holiday', () => {
    const calendar = { ...MONDAY_TO_FRIDAY, holidays: new Set(['2012-07-12']) };

    expect(backlogUpTo(monday, 'UTC', calendar, 5)).toBe('2012-07-05');
  });

  it('does not exist where nobody ever works', () => {
    expect(backlogUpTo(monday, 'UTC', { weekdays: [], holidays: new Set() }, 5)).toBeNull();
  });
});
