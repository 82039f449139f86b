import { z } from 'zod';
import { defineCall } from './call';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.');
const month = z.string().regex(/^\d{4}-\d{2}$/, 'Write the month as YYYY-MM.');
const id = z.string().trim().min(1, 'Give it an id.').max(50, 'Use at most 50 characters.');
const category = z.string().trim().min(1, 'Name the category.').max(60, 'Use at most 60 characters.');
const note = z.string().trim().max(200, 'Use at most 200 characters.');
const fieldId = z
  .string()
  .regex(/^customfield_\d{1,12}$/, 'Write the id of the field, such as customfield_10016.');
const why = z
  .string()
  .trim()
  .min(1, 'Say why, for those who read the log.')
  .max(500, 'Use at most 500 characters.');
/** Minor units: cents of a euro. What is wrong with an amount, the app says by its line. */
const amount = z.number();
/** The size of the whole plan is what limits it; this only bounds what is looked at. */
const MAX_LINES = 4_000;

const MonthLine = z.strictObject({ month, category, amount });

/** A project's plan as screen and app exchange it. */
export const PlanShape = z.strictObject({
  currency: z.string().length(3, 'Use a three-letter currency code.'),
  start: date,
  finish: date,
  phases: z
    .array(
      z.strictObject({
        id,
        name: z.string().trim().min(1, 'Name the phase.').max(120, 'Use at most 120 characters.'),
        start: date,
        finish: date,
        weight: z.number('Write a number.').nullable(),
        versionId: z
          .string()
          .regex(/^\d{1,20}$/, 'Give the id of a version.')
          .nullable(),
      }),
    )
    .max(MAX_LINES),
  budget: z.array(MonthLine).max(MAX_LINES),
  commitments: z.array(MonthLine.extend({ id, note })).max(MAX_LINES),
  costs: z.array(z.strictObject({ id, date, category, amount, note })).max(MAX_LINES),
  forecast: z.array(MonthLine).max(MAX_LINES),
  eacVariant: z.enum(['trend', 'oneOff', 'both', 'bottomUp']),
  progress: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('issues') }),
    z.strictObject({ by: z.literal('storyPoints'), fieldId }),
    z.strictObject({ by: z.literal('estimates') }),
  ]),
  actualCost: z.discriminatedUnion('source', [
    z.strictObject({ source: z.literal('entries') }),
    z.strictObject({ source: z.literal('field'), fieldId }),
  ]),
  audience: z.enum(['everyone', 'admins']),
});
export type PlanShape = z.infer<typeof PlanShape>;

const BaselineView = z.object({
  number: z.number(),
  name: z.string(),
  setAt: z.string(),
  setBy: z.string(),
  why: z.string(),
});
export type BaselineView = z.infer<typeof BaselineView>;

export const SavedPlan = z.object({
  revision: z.number(),
  plan: PlanShape,
  savedAt: z.string(),
  savedBy: z.string(),
});
export type SavedPlan = z.infer<typeof SavedPlan>;

/** A figure, or why there is none. */
export const MeasureView = z.union([
  z.object({ value: z.number() }),
  z.object({ notComputable: z.string() }),
]);
export type MeasureView = z.infer<typeof MeasureView>;

const BudgetRow = z.object({
  planned: z.number(),
  committed: z.number(),
  actual: MeasureView,
  forecast: z.number(),
});

const Span = z.object({ start: z.string(), finish: z.string() }).nullable();
export const ComparisonView = z.object({
  startDays: z.number(),
  finishDays: z.number(),
  phases: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      before: Span,
      after: Span,
      startDays: MeasureView,
      finishDays: MeasureView,
    }),
  ),
  /** `null` where the viewer may not see money. */
  budget: z
    .array(z.object({ category: z.string(), before: z.number(), after: z.number(), change: MeasureView }))
    .nullable(),
  budgetChange: MeasureView,
});
export type ComparisonView = z.infer<typeof ComparisonView>;

export const EARNED = [
  'bac',
  'pv',
  'ev',
  'ac',
  'sv',
  'cv',
  'svPercent',
  'cvPercent',
  'spi',
  'cpi',
  'eac',
  'etc',
  'vac',
  'tcpiBac',
  'tcpiEac',
] as const;
export type EarnedName = (typeof EARNED)[number];

export const FiguresView = z.object({
  currency: z.string(),
  computedAt: z.string(),
  asOf: z.string(),
  baseline: BaselineView.nullable(),
  progress: z.object({
    method: z.string(),
    complete: MeasureView,
    parts: z.array(
      z.object({
        name: z.string().nullable(),
        done: MeasureView,
        total: MeasureView,
        doneUrl: z.string(),
        totalUrl: z.string(),
      }),
    ),
  }),
  daysLate: MeasureView,
  /** `null` where the viewer may not see money. */
  money: z
    .object({
      costUrl: z.string().nullable(),
      earned: z.record(z.enum(EARNED), MeasureView),
      eacFormula: z.string(),
      budget: z.object({
        rows: z.array(BudgetRow.extend({ category: z.string() })),
        total: BudgetRow,
      }),
    })
    .nullable(),
});
export type FiguresView = z.infer<typeof FiguresView>;

/** The columns of an import; the first line of the file names them. */
export const IMPORT_COLUMNS_SHAPE = [
  'type',
  'id',
  'name',
  'start',
  'finish',
  'weight',
  'version',
  'month',
  'date',
  'category',
  'amount',
  'currency',
  'note',
] as const;
const cell = z.string().max(300, 'A cell has at most 300 characters.').optional();
const ImportLine = z.strictObject(
  Object.fromEntries(IMPORT_COLUMNS_SHAPE.map((column) => [column, cell])) as Record<
    (typeof IMPORT_COLUMNS_SHAPE)[number],
    typeof cell
  >,
);
export const MAX_IMPORT_LINES = 1_000;

export const ImportOutcome = z.object({
  row: z.number(),
  outcome: z.enum(['created', 'changed', 'unchanged', 'refused']),
  what: z.string(),
  field: z.string().nullable(),
  why: z.string().nullable(),
});

export type ImportOutcome = z.infer<typeof ImportOutcome>;

const revision = z.int().min(0);

export const plan = {
  /** The plan and its baselines; money is left out where the viewer may not see it. */
  read: defineCall(
    'plan.read',
    z.strictObject({}),
    z.object({
      saved: SavedPlan.nullable(),
      baselines: z.array(BaselineView),
      versions: z.array(z.object({ id: z.string(), name: z.string() })),
      names: z.record(z.string(), z.string()),
      canEdit: z.boolean(),
      seesMoney: z.boolean(),
    }),
  ),
  figures: defineCall('plan.figures', z.strictObject({}), z.object({ figures: FiguresView.nullable() })),
  /** `revision` is the one that the person saw, 0 where there was no plan. On CONFLICT the answer holds the other one. */
  save: defineCall('plan.save', z.strictObject({ revision, plan: PlanShape, why }), SavedPlan),
  /** Says line by line what would happen; with `apply` it happens, if no line is refused. */
  importLines: defineCall(
    'plan.importLines',
    z.strictObject({
      revision,
      rows: z
        .array(ImportLine)
        .min(1, 'The file has no lines under its heading.')
        .max(MAX_IMPORT_LINES, `Import at most ${MAX_IMPORT_LINES} lines at once.`),
      apply: z.boolean(),
      why,
    }),
    z.object({
      rows: z.array(ImportOutcome),
      problems: z.array(z.string()),
      /** `null` where nothing was saved. */
      saved: SavedPlan.nullable(),
    }),
  ),
  /** Freezes the plan as it is saved under a name; it becomes the active baseline. */
  setBaseline: defineCall(
    'plan.setBaseline',
    z.strictObject({
      revision,
      name: z.string().trim().min(1, 'Name the baseline.').max(80, 'Use at most 80 characters.'),
      why,
    }),
    BaselineView,
  ),
  /** From one baseline to another, or to the plan as it stands (`to: null`). */
  compare: defineCall(
    'plan.compare',
    z.strictObject({ from: z.int().min(1), to: z.int().min(1).nullable() }),
    ComparisonView,
  ),
};
