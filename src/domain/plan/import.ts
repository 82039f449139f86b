import { joined, say, type Text } from '../../words';
import { checkPlan } from './check';
import { type ImportColumn, type ImportItem, type ImportRow, readRow } from './import-rows';
import type { Plan } from './plan';

/** What becomes of one line of the file. */
export interface RowOutcome {
  /** 1 for the first line under the heading. */
  readonly row: number;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  /** The line in a few words: `budget 2026-03 Licences`. */
  readonly what: string;
  /** Where it was refused: the column at fault, and why. */
  readonly field: ImportColumn | null;
  readonly why: Text | null;
}

export interface ImportResult {
  readonly rows: readonly RowOutcome[];
  /** What the plan becomes; `null` where any line is refused, since nothing is saved in part. */
  readonly plan: Plan | null;
  /** What is wrong with the plan as a whole and with no single line. */
  readonly problems: readonly Text[];
}

/** What a plan that is made by an import begins with. */
const NEW: Omit<Plan, 'currency' | 'start' | 'finish'> = {
  phases: [],
  budget: [],
  commitments: [],
  costs: [],
  forecast: [],
  eacVariant: 'trend',
  progress: { by: 'issues' },
  actualCost: { source: 'entries' },
  audience: 'everyone',
};

type ListName = 'phases' | 'budget' | 'commitments' | 'costs' | 'forecast';
const LIST: Readonly<Record<Exclude<ImportItem['type'], 'project'>, ListName>> = {
  phase: 'phases',
  budget: 'budget',
  forecast: 'forecast',
  commitment: 'commitments',
  cost: 'costs',
};

/**
 * Puts the lines of a file into the plan: a line whose key is there changes it, another is added, nothing is taken out.
 * Phases, orders and costs are found by id; budget and forecast by month and category. Line by line it says what would
 * happen, so that a dry run and the import itself are one computation.
 */
export function importPlan(before: Plan | null, rows: readonly ImportRow[]): ImportResult {
  const draft = new Draft(before);
  const outcomes = rows.map((row, at) => draft.take(row, at + 1));
  const { plan } = draft;
  if (plan === null) {
    return {
      rows: outcomes,
      plan: null,
      problems: [say('plan.import.noPlan')],
    };
  }
  const problems: Text[] = [];
  for (const [path, why] of Object.entries(checkPlan(plan))) {
    const [list = '', index = '', field = list] = path.split('.');
    const at = draft.lineOf(list, index);
    const outcome = at === undefined ? undefined : outcomes[at - 1];
    if (!outcome) problems.push(joined([path, why], ': '));
    else if (outcome.outcome !== 'refused')
      outcomes[outcome.row - 1] = { ...outcome, outcome: 'refused', field: columnOf(field), why };
  }
  const good = problems.length === 0 && outcomes.every(({ outcome }) => outcome !== 'refused');
  return { rows: outcomes, plan: good ? plan : null, problems };
}

const PROJECT_FIELDS: readonly string[] = ['currency', 'start', 'finish'];

const columnOf = (field: string): ImportColumn =>
  field === 'versionId' ? 'version' : (field as ImportColumn);

/** The key by which a line finds what it is about. */
function keyOf(item: ImportItem): string {
  if (item.type === 'project') return 'project';
  const { value } = item;
  return 'id' in value ? `${item.type} ${value.id}` : `${item.type} ${value.month} ${value.category}`;
}

/** The plan while lines are put into it. */
class Draft {
  private readonly lineByKey = new Map<string, number>();
  private readonly lineByPlace = new Map<string, number>();

  constructor(public plan: Plan | null) {}

  /** The line that wrote this place of the plan: a path's list and index, or a field of the plan itself. */
  lineOf(list: string, index: string): number | undefined {
    if (index !== '') return this.lineByPlace.get(`${list}.${index}`);
    return PROJECT_FIELDS.includes(list) ? this.lineByPlace.get('project') : undefined;
  }

  take(row: ImportRow, line: number): RowOutcome {
    const refused = (what: string, field: ImportColumn | null, why: Text): RowOutcome => ({
      row: line,
      outcome: 'refused',
      what,
      field,
      why,
    });
    const read = readRow(row, this.plan?.currency ?? null);
    if ('refused' in read) return refused((row.type ?? '').trim(), read.field, read.refused);
    const what = keyOf(read.item);
    const first = this.lineByKey.get(what);
    if (first !== undefined) return refused(what, null, say('plan.import.again', { row: first }));
    this.lineByKey.set(what, line);
    if (read.item.type === 'project') return this.takeProject(read.item, line);
    if (this.plan === null) return refused(what, 'type', say('plan.import.noPlan'));
    return { row: line, outcome: this.put(this.plan, read.item, line), what, field: null, why: null };
  }

  private takeProject(item: Extract<ImportItem, { type: 'project' }>, line: number): RowOutcome {
    const { plan } = this;
    const { currency, start, finish } = item;
    const said = { row: line, what: 'project', field: null, why: null };
    if (plan && plan.currency !== currency && hasMoney(plan)) {
      const why = say('plan.import.holds', { currency: plan.currency });
      return { ...said, outcome: 'refused', field: 'currency', why };
    }
    this.lineByPlace.set('project', line);
    this.plan = { ...(plan ?? NEW), currency, start, finish };
    if (plan === null) return { ...said, outcome: 'created' };
    const same = plan.currency === currency && plan.start === start && plan.finish === finish;
    return { ...said, outcome: same ? 'unchanged' : 'changed' };
  }

  private put(
    plan: Plan,
    item: Exclude<ImportItem, { type: 'project' }>,
    line: number,
  ): RowOutcome['outcome'] {
    const list = LIST[item.type];
    const key = keyOf(item);
    const entries: readonly (typeof item.value)[] = plan[list];
    const found = entries.findIndex((value) => keyOf({ type: item.type, value } as ImportItem) === key);
    const at = found < 0 ? entries.length : found;
    this.lineByPlace.set(`${list}.${at}`, line);
    this.plan = { ...plan, [list]: entries.toSpliced(at, 1, item.value) };
    if (found < 0) return 'created';
    return sameCells(entries[found], item.value) ? 'unchanged' : 'changed';
  }
}

const hasMoney = (plan: Plan): boolean =>
  plan.budget.length + plan.commitments.length + plan.costs.length + plan.forecast.length > 0;

/** Both hold the same flat values, in whatever order. */
const sameCells = (a: object | undefined, b: object): boolean => {
  const before: Readonly<Record<string, unknown>> = { ...a };
  return Object.entries(b).every(([name, value]) => before[name] === value);
};
