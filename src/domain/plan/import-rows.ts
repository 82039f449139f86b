import { z } from 'zod';
import { say, type Text, wordsFor } from '../../words';
import { isLocalDate } from '../calendar';
import { isMonth } from './check';
import { isCurrency, parseAmount } from './money';
import type { CommitmentLine, CostEntry, MonthLine, Phase } from './plan';

/** The columns of an import file, in the order of the sample. */
export const IMPORT_COLUMNS = [
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
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A line of the file as text, by column; a column that is missing counts as empty. */
export type ImportRow = Readonly<Partial<Record<ImportColumn, string | undefined>>>;

/** What one line says. */
export type ImportItem =
  | { readonly type: 'project'; readonly currency: string; readonly start: string; readonly finish: string }
  | { readonly type: 'phase'; readonly value: Phase }
  | { readonly type: 'budget' | 'forecast'; readonly value: MonthLine }
  | { readonly type: 'commitment'; readonly value: CommitmentLine }
  | { readonly type: 'cost'; readonly value: CostEntry };

export type ReadRow =
  { readonly item: ImportItem } | { readonly field: ImportColumn; readonly refused: Text };

const filled = (asked: string, max: number) =>
  z.string().min(1, asked).max(max, `Use at most ${max} characters.`);
const date = z.string().refine(isLocalDate, 'Write the date as YYYY-MM-DD.');
const month = z.string().refine(isMonth, 'Write the month as YYYY-MM.');
const id = filled('Give an id, by which the next import finds this line again.', 50);
const category = filled('Give a category.', 60);
const note = z.string().max(200, 'Use at most 200 characters.').default('');
const orNull = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema]);
const weight = orNull(
  z
    .string()
    .regex(/^\d{1,4}(\.\d+)?$/, 'Write the weight as a number.')
    .transform(Number),
).default(null);
const version = orNull(
  z.string().regex(/^\d{1,20}$/, 'Write the id of the version, as in its address.'),
).default(null);
/** Money is read once the currency is known. */
const amount = z.string();

const ROWS = {
  project: z.object({
    type: z.literal('project'),
    currency: z.string().refine(isCurrency, 'Use a currency code such as EUR.'),
    start: date,
    finish: date,
  }),
  phase: z.object({
    type: z.literal('phase'),
    id,
    name: filled('Give a name.', 120),
    start: date,
    finish: date,
    weight,
    version,
  }),
  budget: z.object({ type: z.literal('budget'), month, category, amount }),
  forecast: z.object({ type: z.literal('forecast'), month, category, amount }),
  commitment: z.object({ type: z.literal('commitment'), id, month, category, amount, note }),
  cost: z.object({ type: z.literal('cost'), id, date, category, amount, note }),
} as const;

const Row = z.discriminatedUnion(
  'type',
  [ROWS.project, ROWS.phase, ROWS.budget, ROWS.forecast, ROWS.commitment, ROWS.cost],
  'Write one of: project, phase, budget, forecast, commitment, cost.',
);

/** Reads one line. A value in a column that its type has no use for is refused: it would be lost in silence. */
export function readRow(row: ImportRow, currency: string | null): ReadRow {
  const cells = Object.fromEntries(
    Object.entries(row).map(([column, text]) => [column, (text ?? '').trim()]),
  ) as Record<string, string>;
  const parsed = Row.safeParse({ ...Object.fromEntries(requiredOf(cells['type'])), ...cells });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      (issue?.path[0] as ImportColumn | undefined) ?? 'type',
      issue ? wordsFor(issue.message) : '',
    );
  }
  const uses: readonly string[] = Object.keys(ROWS[parsed.data.type].shape);
  const spare = Object.keys(cells).find((column) => cells[column] !== '' && !uses.includes(column));
  if (spare !== undefined)
    return refuse(spare as ImportColumn, say('plan.import.spare', { type: parsed.data.type, column: spare }));
  return toItem(parsed.data, currency);
}

/** Empty text for each column that a type needs, so that a missing one is refused in the same words as an empty one. */
const requiredOf = (type = ''): [string, string][] =>
  type in ROWS ? Object.keys(ROWS[type as keyof typeof ROWS].shape).map((column) => [column, '']) : [];

const refuse = (field: ImportColumn, refused: Text): ReadRow => ({ field, refused });

function toItem(row: z.output<typeof Row>, currency: string | null): ReadRow {
  if (row.type === 'project') {
    const { type, start, finish } = row;
    return { item: { type, currency: row.currency, start, finish } };
  }
  if (row.type === 'phase') {
    const { type, version: versionId, ...phase } = row;
    return { item: { type, value: { ...phase, versionId } } };
  }
  if (currency === null) return refuse('amount', say('plan.import.noCurrency'));
  const money = parseAmount(row.amount, currency);
  if ('refused' in money) return refuse('amount', money.refused);
  const { type, ...value } = row;
  return { item: { type, value: { ...value, amount: money.minor } } as ImportItem };
}
