import { registerSettings } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { withContractProblems } from '../../settings/contract-problems';
import { ladderProblems } from '../../settings/policy-problems';
import { cellsOf, figuresOf, toRegisterSettings, type RegisterInput } from './register-input';

type Problems = Readonly<Record<string, string>>;

/** @returns What is wrong, by path, before anything is sent. */
export const registerProblems = (input: RegisterInput): Problems =>
  withContractProblems(
    { ...unreadNumbers(input), ...ladderProblems(input.ladder, 'ladder') },
    registerSettings.save.request.shape.settings,
    toRegisterSettings(input),
  );

/** Numbers that cannot be read; those that may be left out only where something is written. */
function unreadNumbers(input: RegisterInput): Problems {
  const { bands, authorities } = input;
  const needed: [string, string][] = [
    ...ruleNumbers(input),
    ...bands.map(({ from }, i): [string, string] => [`bands.${i}.from`, from]),
    ['approval.graceDays', input.graceDays],
    ...(input.rule === 'quorum' ? [['approval.rule.quorum', input.quorum] satisfies [string, string]] : []),
  ];
  const optional: [string, string][] = [
    ['appetite', input.appetite],
    ...bands.map(({ label, days }): [string, string] => [`cadence.${label.trim()}`, days]),
    ...authorities.flatMap(({ upToDays, upToMoney }, i): [string, string][] => [
      [`approval.authorities.${i}.upToDays`, upToDays],
      [`approval.authorities.${i}.upToMoney`, upToMoney.amount],
    ]),
  ];
  return Object.fromEntries(
    [...needed, ...optional.filter(([, written]) => written.trim() !== '')]
      .filter(([, written]) => written.trim() === '' || !Number.isFinite(Number(written)))
      .map(([path]) => [path, t('registers.invalid.notANumber')]),
  );
}

function ruleNumbers(input: RegisterInput): [string, string][] {
  if (input.method === 'product') return [];
  if (input.method === 'matrix')
    return cellsOf(input).flatMap((row, p) =>
      row.map((written, i): [string, string] => [`rule.cells.${p}.${i}`, written]),
    );
  return (['probability', 'impact'] as const).flatMap((axis) =>
    figuresOf(input, axis).map((written, i): [string, string] => [`rule.${axis}.${i}`, written]),
  );
}
