import type { PlanShape } from '../../api/contract';
import { text } from './messages';
import { type Line, toForm } from './plan-form';

export interface Difference {
  readonly line: string;
  /** `null` where that version has no such line. */
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** Where two versions of a plan differ, line by line. */
export function planDifferences(mine: PlanShape, theirs: PlanShape): Difference[] {
  const [a, b] = [linesOf(mine), linesOf(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((line) => a.get(line) !== b.get(line))
    .map((line) => ({ line, mine: a.get(line) ?? null, theirs: b.get(line) ?? null }));
}

function linesOf(plan: PlanShape): Map<string, string> {
  const form = toForm(plan);
  const { edit } = text;
  const listed = (what: string, lines: readonly Line[]) =>
    lines.map(({ cells: line }): [string, string] => [
      `${what} ${line['id'] ?? `${line['month']} ${line['category']}`}`,
      Object.entries(line)
        .filter(([column, value]) => column !== 'id' && value !== '')
        .map(([, value]) => value)
        .join(', '),
    ]);
  return new Map<string, string>([
    [edit.currency, plan.currency],
    [edit.start, plan.start],
    [edit.finish, plan.finish],
    [edit.eac, text.eac[plan.eacVariant]],
    [edit.progress, [text.progress[form.progressBy], form.progressField].join(' ').trim()],
    [edit.cost, [text.cost[form.costSource], form.costField].join(' ').trim()],
    [edit.audience, text.audience[plan.audience]],
    ...listed(edit.phases, form.phases),
    ...Object.entries(form.budget).map(([key, amount]): [string, string] => [
      `${edit.budget} ${key.slice(0, 7)} ${form.categories[Number(key.slice(8))] ?? ''}`,
      amount,
    ]),
    ...listed(edit.commitments, form.commitments),
    ...listed(edit.costs, form.costs),
    ...listed(edit.forecast, form.forecast),
  ]);
}
