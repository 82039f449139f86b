import type { PlanShape } from '../../api/contract';
import { minorDigits } from '../../shared/format';
import { t } from '../../shared/i18n';
import type { Row } from '../settings/rows';

/** A line of text cells by column, as a person types them. */
export interface Line extends Row {
  readonly cells: Readonly<Record<string, string>>;
}

/** The plan as the form holds it: everything is text until it is sent. */
export interface PlanForm {
  readonly currency: string;
  readonly start: string;
  readonly finish: string;
  readonly phases: readonly Line[];
  readonly categories: readonly string[];
  /** Amounts by `cellKey`. */
  readonly budget: Readonly<Record<string, string>>;
  readonly commitments: readonly Line[];
  readonly costs: readonly Line[];
  readonly forecast: readonly Line[];
  readonly eacVariant: PlanShape['eacVariant'];
  readonly progressBy: PlanShape['progress']['by'];
  readonly progressField: string;
  readonly costSource: PlanShape['actualCost']['source'];
  readonly costField: string;
  readonly audience: PlanShape['audience'];
}

/** Months that the grid shows at most: ten years. */
const MAX_MONTHS = 120;
const MONTH = /^\d{4}-\d{2}$/;

/** A category stands at its place, so that it can be renamed without losing its amounts. */
export const cellKey = (month: string, place: number): string => `${month} ${place}`;

const NOTHING: PlanForm = {
  currency: 'EUR',
  start: '',
  finish: '',
  phases: [],
  categories: [''],
  budget: {},
  commitments: [],
  costs: [],
  forecast: [],
  eacVariant: 'trend',
  progressBy: 'issues',
  progressField: '',
  costSource: 'entries',
  costField: '',
  audience: 'everyone',
};

/** @returns What the form shows of a saved plan; of none, an empty form. */
export function toForm(plan: PlanShape | null): PlanForm {
  if (plan === null) return NOTHING;
  const { currency, start, finish, eacVariant, audience, progress, actualCost } = plan;
  const categories = [...new Set(plan.budget.map(({ category }) => category))];
  const amount = (minor: number) => (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
  const lines = <T extends { amount: number }>(list: readonly T[]): Line[] =>
    list.map((line, row) => ({ cells: cells({ ...line, amount: amount(line.amount) }), row }));
  return {
    currency,
    start,
    finish,
    phases: plan.phases.map((phase, row) => ({ cells: cells(phase), row })),
    categories: categories.length > 0 ? categories : [''],
    budget: Object.fromEntries(
      plan.budget.map((line) => [
        cellKey(line.month, categories.indexOf(line.category)),
        amount(line.amount),
      ]),
    ),
    commitments: lines(plan.commitments),
    costs: lines(plan.costs),
    forecast: lines(plan.forecast),
    eacVariant,
    progressBy: progress.by,
    progressField: progress.by === 'storyPoints' ? progress.fieldId : '',
    costSource: actualCost.source,
    costField: actualCost.source === 'field' ? actualCost.fieldId : '',
    audience,
  };
}

const cells = (entry: object): Record<string, string> =>
  Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, String(value ?? '')]));

/** The months of the project, and every other month that has an amount. */
export function monthsOf({ start, finish, budget }: Pick<PlanForm, 'start' | 'finish' | 'budget'>): string[] {
  const months = new Set<string>();
  const last = finish.slice(0, 7);
  for (let month = start.slice(0, 7); MONTH.test(month) && month <= last; month = nextMonth(month)) {
    if (months.size === MAX_MONTHS) break;
    months.add(month);
  }
  for (const [key, amount] of Object.entries(budget)) if (amount.trim() !== '') months.add(key.slice(0, 7));
  return [...months].sort();
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}

/** The cells that have an amount, in the order in which they are sent: their place is their path in a refusal. */
export function filledCells(form: PlanForm): { key: string; month: string; place: number; amount: string }[] {
  return monthsOf(form).flatMap((month) =>
    form.categories.flatMap((_, place) => {
      const key = cellKey(month, place);
      const amount = (form.budget[key] ?? '').trim();
      return amount === '' ? [] : [{ key, month, place, amount }];
    }),
  );
}

/** @returns Minor units, or `null` where the text is no amount of this currency. */
export function toMinor(amount: string, currency: string): number | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  const digits = minorDigits(currency);
  const [, whole = '', decimals = ''] = match ?? [];
  if (match === null || decimals.length > digits) return null;
  return Number(`${whole}${decimals.padEnd(digits, '0')}`);
}

/** @returns The plan to send, and what is wrong before it is: by the path of the field. */
export function toPlan(form: PlanForm): { plan: PlanShape; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const currency = form.currency.trim().toUpperCase();
  const minor = (amount: string | undefined, path: string): number => {
    const value = toMinor(amount ?? '', currency);
    if (value === null) problems[path] = t('plan.edit.amountProblem', { currency });
    return value ?? 0;
  };
  const monthly = ({ cells: line }: Line, path: string) => ({
    month: line['month'] ?? '',
    category: (line['category'] ?? '').trim(),
    amount: minor(line['amount'], `${path}.amount`),
  });
  const identified = ({ cells: line }: Line) => ({
    id: (line['id'] ?? '').trim(),
    note: (line['note'] ?? '').trim(),
  });
  form.categories.forEach((name, place) => {
    if (form.categories.indexOf(name) !== place) problems[`categories.${place}`] = t('plan.edit.twice');
  });
  const plan: PlanShape = {
    currency,
    start: form.start,
    finish: form.finish,
    phases: form.phases.map(({ cells: line }, at) => {
      const weight = (line['weight'] ?? '').trim();
      if (weight !== '' && !Number.isFinite(Number(weight)))
        problems[`phases.${at}.weight`] = t('plan.edit.numberProblem');
      return {
        id: (line['id'] ?? '').trim(),
        name: (line['name'] ?? '').trim(),
        start: line['start'] ?? '',
        finish: line['finish'] ?? '',
        weight: weight === '' ? null : Number(weight),
        versionId: line['versionId'] || null,
      };
    }),
    budget: filledCells(form).map(({ month, place, amount }, at) => ({
      month,
      category: (form.categories[place] ?? '').trim(),
      amount: minor(amount, `budget.${at}.amount`),
    })),
    commitments: form.commitments.map((line, at) => ({
      ...monthly(line, `commitments.${at}`),
      ...identified(line),
    })),
    costs: form.costs.map((line, at) => ({
      ...identified(line),
      date: line.cells['date'] ?? '',
      category: (line.cells['category'] ?? '').trim(),
      amount: minor(line.cells['amount'], `costs.${at}.amount`),
    })),
    forecast: form.forecast.map((line, at) => monthly(line, `forecast.${at}`)),
    eacVariant: form.eacVariant,
    progress:
      form.progressBy === 'storyPoints'
        ? { by: form.progressBy, fieldId: form.progressField.trim() }
        : { by: form.progressBy },
    actualCost:
      form.costSource === 'field'
        ? { source: form.costSource, fieldId: form.costField.trim() }
        : { source: form.costSource },
    audience: form.audience,
  };
  return { plan, problems };
}

/** The first id of this form that no line has: `P3`. */
export function freeId(prefix: string, lines: readonly Line[]): string {
  const taken = new Set(lines.map(({ cells: line }) => line['id']));
  let number = lines.length + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
