import { z } from 'zod';
import { say, type Words } from '../../words';

/** From where on a measure is amber, and from where red. */
export const Band = z.object({ amber: z.number(), red: z.number() });
export type Band = Readonly<z.infer<typeof Band>>;

/** What a project tolerates, by dimension of its report. Shares are of 1: 0.05 is 5 %. */
export const Tolerances = z.object({
  schedule: z.object({
    /** Share of the open items with a due date that are overdue: from this on. */
    overdueShare: Band,
    /** Days that a milestone is past its date: more than this. A month is 30 days. */
    milestoneDaysLate: Band,
    /** Schedule performance index of the plan: below this. */
    spi: Band,
  }),
  cost: z.object({
    /** By how much the estimate at completion is above the budget, as a share of it: from this on. */
    overrun: Band,
  }),
  scope: z.object({
    /** Growth of the open work in the period, as a share of what was open at its start: from this on. */
    growth: Band,
  }),
  risk: z.object({
    /** Highest exposure of an open risk: from this on. `null`: the register's own bands. */
    exposure: Band.nullable(),
  }),
  resources: z.object({
    /** Share of the open items with a due date that nobody is assigned to: from this on. */
    unowned: Band,
  }),
});
export type Tolerances = z.infer<typeof Tolerances>;

/**
 * Milestones and cost: a published default (schedule red more than a month late, green up to a week; cost red from 20 %,
 * green up to 10 %). The others are Docket's own.
 */
export const DEFAULT_TOLERANCES: Tolerances = {
  schedule: {
    overdueShare: { amber: 0.05, red: 0.15 },
    milestoneDaysLate: { amber: 7, red: 30 },
    spi: { amber: 0.95, red: 0.85 },
  },
  cost: { overrun: { amber: 0.1, red: 0.2 } },
  scope: { growth: { amber: 0.05, red: 0.1 } },
  risk: { exposure: null },
  resources: { unowned: { amber: 0.05, red: 0.15 } },
};

interface Rule {
  readonly path: string;
  readonly of: (tolerances: Tolerances) => Band | null;
  /** Whether more is worse. */
  readonly rises: boolean;
  readonly most: number;
}

const SHARE = 10;
const RULES: readonly Rule[] = [
  { path: 'schedule.overdueShare', of: ({ schedule }) => schedule.overdueShare, rises: true, most: 1 },
  {
    path: 'schedule.milestoneDaysLate',
    of: ({ schedule }) => schedule.milestoneDaysLate,
    rises: true,
    most: 3_650,
  },
  { path: 'schedule.spi', of: ({ schedule }) => schedule.spi, rises: false, most: SHARE },
  { path: 'cost.overrun', of: ({ cost }) => cost.overrun, rises: true, most: SHARE },
  { path: 'scope.growth', of: ({ scope }) => scope.growth, rises: true, most: SHARE },
  { path: 'risk.exposure', of: ({ risk }) => risk.exposure, rises: true, most: 1_000_000 },
  { path: 'resources.unowned', of: ({ resources }) => resources.unowned, rises: true, most: 1 },
];

/** What is wrong with tolerances, by path; nothing where they can be worked with. */
export function checkTolerances(tolerances: Tolerances): Record<string, Words> {
  return Object.fromEntries(
    RULES.flatMap((rule) => {
      const band = rule.of(tolerances);
      const problem = band && problemOf(band, rule);
      return problem ? [[rule.path, problem]] : [];
    }),
  );
}

function problemOf({ amber, red }: Band, { rises, most }: Rule): Words | null {
  if (![amber, red].every((limit) => Number.isFinite(limit) && limit >= 0 && limit <= most))
    return say('status.tolerance.limits', { most });
  if (rises && red <= amber) return say('status.tolerance.above', { amber });
  return !rises && red >= amber ? say('status.tolerance.below', { amber }) : null;
}
