import type { z } from 'zod';
import { admin } from '../../api/contract';
import { problemAt, withContractProblems } from '../settings/contract-problems';
import { toPolicy, toPolicyInput, type PolicyInput } from '../settings/policy-form';
import { policyProblems } from '../settings/policy-problems';
import { datesOf, holidaysProblem } from '../settings/settings-form';

export type Defaults = z.infer<typeof admin.readDefaults.response>;

/** What a site decides, as the form's controls hold it. */
export interface DefaultsInput {
  readonly points: string;
  /** One date a line. */
  readonly holidays: string;
  readonly policy: PolicyInput;
}

/** People are named by projects only: the page of a site shows their account ids where a policy has any. */
export const toDefaultsInput = ({ pointsAnHour, holidays, policy }: Defaults): DefaultsInput => ({
  points: String(pointsAnHour),
  holidays: holidays.join('\n'),
  policy: toPolicyInput(policy, {}),
});

export const toDefaults = ({ points, holidays, policy }: DefaultsInput): Defaults => ({
  pointsAnHour: points.trim() === '' ? Number.NaN : Number(points),
  holidays: datesOf(holidays),
  policy: toPolicy(policy),
});

/** @returns What is wrong, by path, before anything is sent. */
export function defaultsProblems(input: DefaultsInput): Readonly<Record<string, string>> {
  const unread = {
    ...problemAt('holidays', holidaysProblem(input.holidays)),
    ...policyProblems(input.policy),
  };
  return withContractProblems(unread, admin.saveDefaults.request, toDefaults(input));
}
