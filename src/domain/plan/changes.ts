import { amountText } from './money';
import type { MonthLine, Plan } from './plan';

/** Enough to tell what a change was about; a whole plan is imported with one line that counts the rest. */
const MAX_CHANGES = 100;

/** What differs between two plans, a sentence a line, for the change log. */
export function describeChanges(before: Plan | null, after: Plan): string[] {
  const old = entriesOf(before);
  const now = entriesOf(after);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === is) return [];
    if (was === undefined) return [`${name}: ${is} (new)`];
    return [is === undefined ? `${name}: taken out, was ${was}` : `${name}: ${was} -> ${is}`];
  });
  if (changes.length <= MAX_CHANGES) return changes;
  return [...changes.slice(0, MAX_CHANGES), `and ${changes.length - MAX_CHANGES} more`];
}

/** Every part of a plan under a name of its own, in words. */
function entriesOf(plan: Plan | null): Map<string, string> {
  if (plan === null) return new Map();
  const money = (amount: number) => amountText(amount, plan.currency);
  const monthly = (name: string, lines: readonly MonthLine[]) =>
    lines.map(
      ({ month, category, amount }) => [`${name} ${month} ${category}`, money(amount)] as [string, string],
    );
  const { progress, actualCost } = plan;
  return new Map<string, string>([
    ['Currency', plan.currency],
    ['Project', `${plan.start} to ${plan.finish}`],
    ['EAC', plan.eacVariant],
    ['Percent complete', progress.by === 'storyPoints' ? `${progress.by} ${progress.fieldId}` : progress.by],
    ['Actual cost', actualCost.source === 'field' ? `field ${actualCost.fieldId}` : 'entries'],
    ['Money is seen by', plan.audience],
    ...plan.phases.map(
      ({ id, name, start, finish, weight, versionId }) =>
        [
          `Phase ${id}`,
          `${name}, ${start} to ${finish}${weight === null ? '' : `, weight ${weight}`}${versionId === null ? '' : `, version ${versionId}`}`,
        ] as [string, string],
    ),
    ...monthly('Budget', plan.budget),
    ...plan.commitments.map(
      ({ id, month, category, amount, note }) =>
        [`Order ${id}`, `${month} ${category} ${money(amount)} ${note}`.trim()] as [string, string],
    ),
    ...plan.costs.map(
      ({ id, date, category, amount, note }) =>
        [`Cost ${id}`, `${date} ${category} ${money(amount)} ${note}`.trim()] as [string, string],
    ),
    ...monthly('Forecast', plan.forecast),
  ]);
}
