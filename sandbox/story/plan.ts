import { plan as calls } from '../../src/contract';
import type { PlanShape } from '../../src/contract/plan';
import { PLANS, type Milestone } from '../seed/catalogue';
import { dateAt, SEED_NOW } from '../seed/days';
import type { StoryStep } from './step';

const EURO = 100;
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'] as const;
/** Thousands of euros by category and month. */
const BUDGET = {
  Engineering: [8, 62, 68, 68, 64, 58, 22],
  'Bank testing': [0, 12, 24, 30, 36, 28, 10],
  'Licences and hardware': [40, 10, 10, 18, 10, 10, 4],
} as const;
/** What was invoiced at the end of each month that is over, and in November so far. */
const SPENT = {
  Engineering: [7, 64, 74, 73, 41],
  'Bank testing': [0, 9, 27, 38, 22],
  'Licences and hardware': [42, 10, 11, 17, 3],
} as const;
/** What is thought to come, from November on. */
const TO_COME = {
  Engineering: [30, 62, 30],
  'Bank testing': [18, 34, 14],
  'Licences and hardware': [5, 10, 4],
} as const;
const NOVEMBER = MONTHS.indexOf('2026-11');
const LAST_INVOICE = { '2026-11': '2026-11-13' } as const satisfies Record<string, string>;
/** Shares of the work, in the order of the milestones. */
const WEIGHTS = [20, 25, 25, 20, 10] as const;

const entriesOf = (table: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(table).flatMap(([category, amounts]) =>
    amounts.map((thousands, i) => ({ category, i, amount: thousands * 1000 * EURO })),
  );

const monthLines = (table: Readonly<Record<string, readonly number[]>>, from: number) =>
  entriesOf(table)
    .filter(({ amount }) => amount > 0)
    .map(({ category, i, amount }) => ({ month: MONTHS[from + i] ?? '', category, amount }));

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

const costs = (): PlanShape['costs'] =>
  entriesOf(SPENT)
    .filter(({ amount }) => amount > 0)
    .map(({ category, i, amount }, n) => {
      const month = MONTHS[i] ?? '';
      return {
        id: `INV-${n + 1}`,
        date: month in LAST_INVOICE ? LAST_INVOICE['2026-11'] : lastDay(month),
        category,
        amount,
        note: `${category}, ${month}`,
      };
    });

/** The plan of PAY; `finishOf` says whether its milestones stand where they were promised, or where they are now. */
function planOf(
  versionIds: ReadonlyMap<string, string>,
  finishOf: (milestone: Milestone) => number,
): PlanShape {
  const milestones = PLANS.find(({ key }) => key === 'PAY')?.milestones ?? [];
  const days = milestones.flatMap((one) => [one.start, finishOf(one)]);
  return {
    currency: 'EUR',
    start: dateAt(Math.min(...days)),
    finish: dateAt(Math.max(...days)),
    phases: milestones.map((one, i) => ({
      id: `P${i + 1}`,
      name: one.name,
      start: dateAt(one.start),
      finish: dateAt(finishOf(one)),
      weight: WEIGHTS[i] ?? 1,
      versionId: versionIds.get(one.name) ?? null,
    })),
    budget: monthLines(BUDGET, 0),
    commitments: [
      {
        id: 'PO-4411',
        month: '2026-12',
        category: 'Bank testing',
        amount: 28_000 * EURO,
        note: 'Two Nordic test slots',
      },
      {
        id: 'PO-4420',
        month: '2026-12',
        category: 'Licences and hardware',
        amount: 9_500 * EURO,
        note: 'Key store support',
      },
    ],
    costs: costs(),
    forecast: monthLines(TO_COME, NOVEMBER),
    eacVariant: 'trend',
    progress: { by: 'issues' },
    actualCost: { source: 'entries' },
    audience: 'everyone',
  };
}

/** The plan as it was agreed becomes the baseline; then the dates move to where they stand today. */
export const PLAN_STEPS: readonly StoryStep[] = [
  {
    at: SEED_NOW,
    project: 'PAY',
    by: 'ines',
    on: 'project-page',
    async does(ask, { state, project }) {
      const versionIds = new Map(
        state.versions.where('project', project.id).map(({ name, id }) => [name, id]),
      );
      const agreed = planOf(versionIds, (one) => one.promised ?? one.release);
      const { revision } = await ask(calls.save, {
        revision: 0,
        plan: agreed,
        why: 'Carried over from the charter.',
      });
      await ask(calls.setBaseline, {
        revision,
        name: 'Charter',
        why: 'Approved by the steering group in July.',
      });
      const now = planOf(versionIds, (one) => one.release);
      await ask(calls.save, { revision, plan: now, why: 'Nordics and Iberia moved by two weeks and one.' });
    },
  },
];
