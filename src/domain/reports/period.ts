import {
  addDays,
  daysBetween,
  instantAt,
  isoWeek,
  isWorkingDay,
  type LocalDate,
  weekday,
  type WorkingCalendar,
} from '../calendar';

export type Cadence = 'weekly' | 'fortnightly' | 'monthly';

/** A time in the week, on the project's own clock. */
export interface Moment {
  /** ISO: 1 is Monday. */
  readonly weekday: number;
  /** HH:MM. */
  readonly time: string;
}

/** When a project's reports are asked for, closed, and sent out. */
export interface ReportCalendar {
  readonly cadence: Cadence;
  /** A date in the first week of any fortnight; only fortnights look at it. */
  readonly anchor: LocalDate;
  /** In the period's last week. */
  readonly ask: Moment;
  /** The first such time after asking. */
  readonly cutOff: Moment;
  /** The first such time from the cut-off on. */
  readonly publish: Moment;
}

/** What one report is about, both ends counted. */
export interface Period {
  readonly cadence: Cadence;
  /** `2012-W29`, `2012-W29-30`, `2012-07`: unique among the periods of a project. */
  readonly label: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** The steps of one report, in time. */
export interface Steps {
  /** `null` where nobody works in the period, so that there is nobody to ask. */
  readonly ask: Date | null;
  readonly cutOff: Date;
  readonly publish: Date;
}

/** The period that `date` lies in. */
export function periodAt(date: LocalDate, calendar: Pick<ReportCalendar, 'cadence' | 'anchor'>): Period {
  switch (calendar.cadence) {
    case 'weekly':
      return weekPeriod(date);
    case 'fortnightly':
      return fortnight(date, calendar.anchor);
    case 'monthly':
      return month(date);
  }
}

export const periodBefore = (period: Period, calendar: Pick<ReportCalendar, 'cadence' | 'anchor'>): Period =>
  periodAt(addDays(period.start, -1), calendar);

/** The ISO week of `date` as a period. */
export function weekPeriod(date: LocalDate): Period {
  const { label, start, end } = isoWeek(date);
  return { cadence: 'weekly', label, start, end };
}

function fortnight(date: LocalDate, anchor: LocalDate): Period {
  const { start: week } = isoWeek(date);
  const weeks = daysBetween(isoWeek(anchor).start, week) / 7;
  const start = weeks % 2 === 0 ? week : addDays(week, -7);
  const second = isoWeek(addDays(start, 7));
  const number = String(second.week).padStart(2, '0');
  return { cadence: 'fortnightly', label: `${isoWeek(start).label}-${number}`, start, end: second.end };
}

function month(date: LocalDate): Period {
  const start = `${date.slice(0, 7)}-01`;
  const next = addDays(start, 31);
  return {
    cadence: 'monthly',
    label: date.slice(0, 7),
    start,
    end: addDays(`${next.slice(0, 7)}-01`, -1),
  };
}

/**
 * When the steps of a period's report are due. A day on which nobody works gives way to the last working day before it
 * in the period, or, where that would overtake the step before, to the next one after it.
 */
export function stepsOf(
  period: Period,
  calendar: Omit<ReportCalendar, 'cadence' | 'anchor'>,
  zone: string,
  working: WorkingCalendar,
): Steps {
  const askDay = lastOn(calendar.ask.weekday, period.end);
  const nominal = {
    ask: askDay,
    cutOff: following(askDay, calendar.ask.time, calendar.cutOff, false),
    publish: '',
  };
  nominal.publish = following(nominal.cutOff, calendar.cutOff.time, calendar.publish, true);
  const at = (day: LocalDate, { time }: Moment) => instantAt(day, time, zone);
  if (!worksIn(period, working)) {
    return {
      ask: null,
      cutOff: at(nominal.cutOff, calendar.cutOff),
      publish: at(nominal.publish, calendar.publish),
    };
  }
  const ask = at(
    movedDay(nominal.ask, period.start, working, () => true),
    calendar.ask,
  );
  const cutOff = at(
    movedDay(nominal.cutOff, period.start, working, (day) => at(day, calendar.cutOff) > ask),
    calendar.cutOff,
  );
  const publish = at(
    movedDay(nominal.publish, period.start, working, (day) => at(day, calendar.publish) >= cutOff),
    calendar.publish,
  );
  return { ask, cutOff, publish };
}

/** The last day of that name on or before `end`. */
const lastOn = (day: number, end: LocalDate): LocalDate => addDays(end, -((weekday(end) - day + 7) % 7));

/** The first day of the moment's name after `day` at `time`; the same moment counts where `orSame`. */
function following(day: LocalDate, time: string, moment: Moment, orSame: boolean): LocalDate {
  const ahead = (moment.weekday - weekday(day) + 7) % 7;
  const isLater = moment.time > time || (orSame && moment.time === time);
  return addDays(day, ahead === 0 && !isLater ? 7 : ahead);
}

function worksIn({ start, end }: Period, working: WorkingCalendar): boolean {
  for (let day = start; day <= end; day = addDays(day, 1)) if (isWorkingDay(day, working)) return true;
  return false;
}

/** A month of holidays on end is longer than any rule looks ahead. */
const HORIZON_DAYS = 31;

function movedDay(
  nominal: LocalDate,
  earliest: LocalDate,
  working: WorkingCalendar,
  fits: (day: LocalDate) => boolean,
): LocalDate {
  for (let day = nominal; day >= earliest; day = addDays(day, -1))
    if (isWorkingDay(day, working)) {
      if (fits(day)) return day;
      break;
    }
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(nominal, ahead);
    if (isWorkingDay(day, working) && fits(day)) return day;
  }
  return nominal;
}
