import { say, type Text, type Words } from '../../words';
import { isLocalDate, type LocalDate } from '../calendar';
import { amountProblem, isCurrency } from './money';
import { monthOf, type Plan } from './plan';

/** What is wrong with a plan, by the dotted path of the field: `phases.2.finish`. */
export type PlanProblems = Readonly<Record<string, Text>>;

/** A value of Forge's storage holds 240 KiB; the rest is for the row around the plan. */
export const MAX_PLAN_BYTES = 220 * 1024;

/** Each weighed phase costs two counts in a report. */
export const MAX_WEIGHED_PHASES = 12;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** True for a month that exists, `YYYY-MM`. */
export const isMonth = (text: string): boolean => MONTH.test(text) && isLocalDate(`${text}-01`);

/**
 * Everything that is wrong with a plan whose shape is right. Phases may overlap, and costs may come before the start and
 * after the finish; a budget is time-phased over the project and lies within it.
 */
export function checkPlan(plan: Plan): PlanProblems {
  const problems: Record<string, Text> = {};
  const note = (path: string, problem: Text | null): void => {
    if (problem !== null) problems[path] ??= problem;
  };
  if (!isCurrency(plan.currency)) note('currency', say('plan.problem.currency', { text: plan.currency }));
  checkDates(plan, '', note);
  checkPhases(plan, note);
  for (const list of ['budget', 'forecast'] as const) checkMonthLines(plan, list, note);
  plan.commitments.forEach((line, at) => {
    note(`commitments.${at}.month`, monthProblem(line.month));
    note(`commitments.${at}.amount`, amountProblem(line.amount));
  });
  plan.costs.forEach((entry, at) => {
    note(`costs.${at}.date`, dateProblem(entry.date));
    note(`costs.${at}.amount`, amountProblem(entry.amount));
  });
  for (const list of ['phases', 'commitments', 'costs'] as const) {
    for (const { at, first } of repeats(plan[list].map(({ id }) => id)))
      note(`${list}.${at}.id`, say('plan.problem.twice', { id: plan[list][at]?.id ?? '', row: first + 1 }));
  }
  note('plan', sizeProblem(plan));
  return problems;
}

type Note = (path: string, problem: Text | null) => void;

function checkDates(span: { start: LocalDate; finish: LocalDate }, prefix: string, note: Note): void {
  note(`${prefix}start`, dateProblem(span.start));
  note(`${prefix}finish`, dateProblem(span.finish));
  if (span.finish < span.start)
    note(
      `${prefix}finish`,
      say('plan.problem.finishBefore', { finish: { date: span.finish }, start: { date: span.start } }),
    );
}

function checkPhases(plan: Plan, note: Note): void {
  const weighed = plan.phases.filter(({ weight }) => weight !== null);
  plan.phases.forEach((phase, at) => {
    const path = `phases.${at}.`;
    checkDates(phase, path, note);
    if (phase.start < plan.start)
      note(
        `${path}start`,
        say('plan.problem.startsBefore', { phase: phase.name, date: { date: plan.start } }),
      );
    if (phase.finish > plan.finish)
      note(
        `${path}finish`,
        say('plan.problem.finishesAfter', { phase: phase.name, date: { date: plan.finish } }),
      );
    if (weighed.length === 0) return;
    if (phase.weight === null) note(`${path}weight`, say('plan.problem.weights'));
    else if (!(phase.weight > 0 && phase.weight <= 1_000)) note(`${path}weight`, say('plan.problem.weight'));
    if (phase.versionId === null) note(`${path}versionId`, say('plan.problem.version'));
  });
  if (weighed.length > MAX_WEIGHED_PHASES)
    note('phases', say('plan.problem.weighed', { most: MAX_WEIGHED_PHASES, count: weighed.length }));
}

function checkMonthLines(plan: Plan, list: 'budget' | 'forecast', note: Note): void {
  plan[list].forEach((line, at) => {
    const path = `${list}.${at}.`;
    note(`${path}month`, monthProblem(line.month));
    note(`${path}amount`, amountProblem(line.amount));
    if (list === 'budget' && (line.month < monthOf(plan.start) || line.month > monthOf(plan.finish)))
      note(
        `${path}month`,
        say('plan.problem.outside', {
          month: line.month,
          start: { date: plan.start },
          finish: { date: plan.finish },
        }),
      );
  });
  for (const { at, first } of repeats(plan[list].map(({ month, category }) => `${month} ${category}`)))
    note(
      `${list}.${at}.month`,
      say('plan.problem.amountTwice', {
        month: plan[list][at]?.month ?? '',
        category: plan[list][at]?.category ?? '',
        row: first + 1,
      }),
    );
}

/** Positions of texts that were there before, each with the first such position. */
function repeats(texts: readonly string[]): { at: number; first: number }[] {
  const seen = new Map<string, number>();
  return texts.flatMap((text, at) => {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, at);
    return first === undefined ? [] : [{ at, first }];
  });
}

const dateProblem = (date: string): Words | null =>
  isLocalDate(date) ? null : say('plan.problem.date', { text: date });

const monthProblem = (month: string): Words | null =>
  isMonth(month) ? null : say('plan.problem.month', { text: month });

function sizeProblem(plan: Plan): Words | null {
  const over = new TextEncoder().encode(JSON.stringify(plan)).length - MAX_PLAN_BYTES;
  return over <= 0 ? null : say('plan.problem.size', { size: Math.ceil(over / 1024) });
}
