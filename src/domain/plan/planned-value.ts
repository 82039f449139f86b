import { addDays, type LocalDate, type WorkingCalendar, workingDaysIn } from '../calendar';
import { type BaselinePlan, type MonthLine, monthOf, sumOf } from './plan';

/**
 * Planned value (BCWS) at the end of the day `asOf`: the budget of the months before, and of the current month the share
 * of its working days that are over. The first and the last month count from the project's start and to its finish.
 * Minor units, rounded.
 */
export function plannedValue(
  plan: Pick<BaselinePlan, 'start' | 'finish' | 'budget'>,
  asOf: LocalDate,
  calendar: WorkingCalendar,
): number {
  const month = monthOf(asOf);
  const before = plan.budget.filter((line) => line.month < month);
  const current = plan.budget.filter((line) => line.month === month);
  return sumOf(before) + Math.round(sumOf(current) * shareOfMonth(plan, month, asOf, calendar));
}

function shareOfMonth(
  { start, finish }: Pick<BaselinePlan, 'start' | 'finish'>,
  month: string,
  asOf: LocalDate,
  calendar: WorkingCalendar,
): number {
  const first = later(`${month}-01`, start);
  const last = earlier(lastOfMonth(month), finish);
  if (asOf < first) return 0;
  if (asOf >= last) return 1;
  const all = workingDaysIn(addDays(first, -1), last, calendar);
  // A month without working days is spent when it is over.
  return all === 0 ? 0 : workingDaysIn(addDays(first, -1), asOf, calendar) / all;
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

function lastOfMonth(month: string): LocalDate {
  const inNext = addDays(`${month}-28`, 4);
  return addDays(`${monthOf(inNext)}-01`, -1);
}

/** What is still to be spent from the month of `asOf` on; lines of months that are over are history. */
export function stillToCome(forecast: readonly MonthLine[], asOf: LocalDate): MonthLine[] {
  return forecast.filter(({ month }) => month >= monthOf(asOf));
}
