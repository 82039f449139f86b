import { addDays, daysBetween, isoWeek, type LocalDate } from '../calendar';

/** The days that a report is about, both ends counted, and what they are called: `2012-W29`, `2012-W29-30`, `2012-07`. */
export interface Span {
  readonly label: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

type Length = 'week' | 'fortnight' | 'month';

/** How long a period of this label is. */
export function lengthOf({ label }: Pick<Span, 'label'>): Length {
  if (!label.includes('W')) return 'month';
  return label.split('-').length > 2 ? 'fortnight' : 'week';
}

/** The days of the period that follows. */
export function spanAfter(span: Span): Pick<Span, 'start' | 'end'> {
  const start = addDays(span.end, 1);
  if (lengthOf(span) === 'month') return { start, end: lastOfMonth(start) };
  return { start, end: addDays(start, daysBetween(span.start, span.end)) };
}

/** Every day of the period, in order. */
export function daysOf({ start, end }: Pick<Span, 'start' | 'end'>): LocalDate[] {
  return Array.from({ length: daysBetween(start, end) + 1 }, (_, n) => addDays(start, n));
}

/** `week 2012-W29`, `weeks 2012-W29-30`, `month 2012-07`. */
export function spanName(span: Pick<Span, 'label'>): string {
  return `${{ week: 'week', fortnight: 'weeks', month: 'month' }[lengthOf(span)]} ${span.label}`;
}

function lastOfMonth(start: LocalDate): LocalDate {
  const inNext = addDays(`${start.slice(0, 7)}-28`, 4);
  return addDays(`${inNext.slice(0, 7)}-01`, -1);
}

/** Whether `label` is the period right before this one. */
export function isBefore(label: string, span: Span): boolean {
  const end = addDays(span.start, -1);
  if (lengthOf(span) === 'month') return label === end.slice(0, 7);
  const last = isoWeek(end);
  if (lengthOf(span) === 'week') return label === last.label;
  return label === `${isoWeek(addDays(end, -7)).label}-${String(last.week).padStart(2, '0')}`;
}
