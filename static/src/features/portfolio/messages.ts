import type { PortfolioLine } from '../../api/contract';

type Rag = NonNullable<PortfolioLine['last']>['rag'];

/** Words of the portfolio. */
export const text = {
  tab: 'Portfolio',
  what: 'the portfolio',
  intro:
    'Every project that reports and that you may browse, by its last published report. What is missing and what is worst comes first.',
  none: {
    title: 'No project to show',
    text: 'No project that you may browse publishes status reports. A project administrator can switch them on in the settings of Docket.',
  },
  totals: {
    label: 'All projects',
    missing: 'Missing reports',
    red: 'Red',
    amber: 'Amber',
    green: 'Green',
    open: 'Open',
    overdue: 'Overdue',
    opened: 'Opened',
    resolved: 'Resolved',
  },
  columns: {
    project: 'Project',
    colour: 'Colour',
    why: 'Because of',
    open: 'Open',
    overdue: 'Overdue',
    changed: 'Since the report before',
    report: 'Report',
  },
  rag: { green: 'Green', amber: 'Amber', red: 'Red' } as const satisfies Record<Rag, string>,
  missing: (label: string) => `Report ${label} is missing`,
  never: 'No report yet',
  first: 'First report',
  unchanged: 'Unchanged',
  from: (rag: Rag, to: Rag) => `${text.rag[rag]} → ${text.rag[to]}`,
  openChange: (change: string) => `${change} open`,
  overdueChange: (change: string) => `${change} overdue`,
};
