import { addDays, lastWorkingDay, type LocalDate, type WorkingCalendar, workingDaysIn } from '../calendar';
import type { Ladder } from './policy';
import { escalationStages, HORIZON_DAYS, ownerStage, type Stage } from './stage';

/** One step of a ladder: what fires, and on which working day. */
export interface Step {
  readonly stage: Stage;
  readonly day: LocalDate;
}

/** Every step of the ladder of something due on `due`, earliest first; none in a calendar without working days. */
export function stepsOf(due: LocalDate, ladder: Ladder, calendar: WorkingCalendar): Step[] {
  const effective = lastWorkingDay(due, calendar);
  if (effective === undefined) return [];
  const ahead = Math.max(0, ...ladder.leadDays);
  const late = Math.max(0, ladder.overdue?.last ?? 0, ...ladder.escalations.map(({ day }) => day));
  let day = effective;
  for (let n = 0; n < HORIZON_DAYS && workingDaysIn(day, effective, calendar) <= ahead; n += 1)
    day = addDays(day, -1);
  const steps: Step[] = [];
  for (let n = 0; n < 2 * HORIZON_DAYS && workingDaysIn(due, day, calendar) <= late; n += 1) {
    const owner = ownerStage(due, day, ladder, calendar);
    if (owner) steps.push({ stage: owner, day });
    for (const stage of escalationStages(due, day, ladder, calendar)) steps.push({ stage, day });
    day = addDays(day, 1);
  }
  return steps;
}
