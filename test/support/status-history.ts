import type { HeatView } from '../../src/contract/heat';
import type { StatusPoint } from '../../src/contract/status';

const DIMENSIONS = ['Schedule', 'Cost', 'Scope', 'Risk', 'Resources'] as const;

/** Ten weekly reports of a project whose second milestone slips and whose work grows. */
export const history: readonly StatusPoint[] = Array.from({ length: 10 }, (_, week): StatusPoint => {
  const colour = week < 4 ? 'green' : week < 7 ? 'amber' : 'red';
  return {
    label: `2012-W${20 + week}`,
    asOf: new Date(Date.UTC(2012, 4, 18 + 7 * week, 15)).toISOString(),
    rag: colour,
    dimensions: DIMENSIONS.map((dimension) => ({
      dimension,
      rag: dimension === 'Schedule' ? colour : dimension === 'Cost' ? null : 'green',
    })),
    open: 90 + 3 * week,
    opened: 8 + (week % 3),
    resolved: 5 + (week % 2),
    ageing: { to5: 4 + week, to20: week, over20: Math.max(0, week - 5) },
    risks: { amber: 3 + (week % 4), red: week > 5 ? 2 : 0 },
    milestones: [
      { id: '1', name: 'Beta', date: '2012-07-02', released: week > 7 },
      { id: '2', name: 'Release', date: week < 5 ? '2012-08-01' : '2012-09-03', released: false },
    ],
  };
});

const STEPS = [1, 2, 3, 4, 5];
const counts = (at: Readonly<Record<string, number>>) =>
  STEPS.map((probability) => STEPS.map((impact) => at[`${probability}:${impact}`] ?? 0));

/** Seven open risks, one of which has come up since the report before. */
export const heat: HeatView = {
  placing: 'exposure',
  axes: { probability: 'Probability', impact: 'Impact' },
  scales: {
    probability: ['Very low', 'Low', 'Medium', 'High', 'Very high'],
    impact: ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'],
  },
  bands: [
    { from: 15, label: 'High', tone: 'danger' },
    { from: 8, label: 'Medium', tone: 'warning' },
    { from: 1, label: 'Low', tone: 'success' },
  ],
  scores: STEPS.map((probability) => STEPS.map((impact) => probability * impact)),
  counts: counts({ '4:5': 2, '3:3': 1, '2:4': 1, '2:2': 3 }),
  unplaced: 1,
  asOf: '2012-07-16T03:00:00.000Z',
  before: { asOf: '2012-07-09T03:00:00.000Z', counts: counts({ '4:5': 1, '3:3': 1, '2:4': 2, '2:2': 3 }) },
};
