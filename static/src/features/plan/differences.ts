import type { PlanShape } from '../../api/contract';
import { t } from '../../shared/i18n';
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
  const listed = (what: string, lines: readonly Line[]) =>
    lines.map(({ cells: line }): [string, string] => [
      `${what} ${line['id'] ?? `${line['month']} ${line['category']}`}`,
      Object.entries(line)
        .filter(([column, value]) => column !== 'id' && value !== '')
        .map(([, value]) => value)
        .join(', '),
    ]);
  return new Map<string, string>([
    [t('plan.edit.currency'), plan.currency],
    [t('plan.edit.start'), plan.start],
    [t('plan.edit.finish'), plan.finish],
    [t('plan.edit.eac'), t(`plan.eac.${plan.eacVariant}`)],
    [t('plan.edit.progress'), [t(`plan.progress.${form.progressBy}`), form.progressField].join(' ').trim()],
    [t('plan.edit.cost'), [t(`plan.cost.${form.costSource}`), form.costField].join(' ').trim()],
    [t('plan.edit.audience'), t(`plan.audience.${plan.audience}`)],
    ...listed(t('plan.edit.phases'), form.phases),
    ...Object.entries(form.budget).map(([key, amount]): [string, string] => [
      `${t('plan.edit.budget')} ${key.slice(0, 7)} ${form.categories[Number(key.slice(8))] ?? ''}`,
      amount,
    ]),
    ...listed(t('plan.edit.commitments'), form.commitments),
    ...listed(t('plan.edit.costs'), form.costs),
    ...listed(t('plan.edit.forecast'), form.forecast),
  ]);
}
