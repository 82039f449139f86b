import { t } from '../../shared/i18n';
import type { LadderInput, PolicyInput } from './policy-form';

type Problems = Readonly<Record<string, string>>;

/** Where the stand-in of a row is reported: by the owner, as the app does, or by the row where there is none yet. */
export const standInPath = (row: {
  readonly row: number;
  readonly owner: { value: string } | null;
}): string => `policy.standIns.${row.owner?.value ?? `row ${row.row}`}`;

/** What is missing in the policy before it can be sent at all, by path; what the values may be, the contract says. */
export function policyProblems({ ladder, special, standIns }: PolicyInput): Problems {
  const owners = standIns.map(({ owner }) => owner?.value);
  const pairs = standIns.flatMap((row, index) => {
    const { owner, standIn } = row;
    if (owner === null && standIn === null) return [];
    if (owner === null || standIn === null)
      return [[standInPath(row), t('settings.policy.standIns.incomplete')]];
    const twice = owners.indexOf(owner.value) < index;
    return twice ? [[standInPath(row), t('settings.policy.standIns.twice', { name: owner.label })]] : [];
  });
  return {
    ...ladderProblems(ladder, 'policy.ladder'),
    ...Object.assign(
      {},
      ...special.map((one, i) => ladderProblems(one.ladder, `policy.special.${i}.ladder`)),
    ),
    ...Object.fromEntries(pairs),
  };
}

/** Levels of a chain that name nobody yet. */
export function ladderProblems({ levels }: LadderInput, path: string): Problems {
  return Object.fromEntries(
    levels.flatMap(({ who, person }, i) =>
      who === 'person' && person === null
        ? [[`${path}.escalations.${i}.to`, t('settings.policy.levels.noPerson')]]
        : [],
    ),
  );
}
