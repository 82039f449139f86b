import type { StatusPoint } from '../../src/contract/status';

const DIMENSIONS = ['Schedule', 'Cost', 'Scope', 'Risk', 'Resources'];

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
