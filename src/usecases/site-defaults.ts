import { AppError } from '../errors';
import type { Defaults, SiteDefaults } from '../ports/defaults';
import { joined, say } from '../words';
import { checkCalendar, checkPolicy } from './check-policy';
import { DEFAULT_POLICY_CONFIG } from './policy-of';
import { checkCountry, checkPeople, type SettingsDeps } from './save-settings';

/**
 * Points that one customer may use in an hour where its admin has set nothing else. The app has 65,000 an hour for
 * all of its customers together: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
const POINTS_AN_HOUR = 6_000;

/** What holds for the site: what its admin has decided, or what Docket starts with. */
export async function siteDefaults(defaults: Pick<Defaults, 'read'>): Promise<SiteDefaults> {
  return (
    (await defaults.read()) ?? { policy: DEFAULT_POLICY_CONFIG, holidays: [], pointsAnHour: POINTS_AN_HOUR }
  );
}

export interface DefaultsDeps extends Pick<SettingsDeps, 'issues' | 'holidays'> {
  readonly defaults: Defaults;
}

/**
 * Saves what new projects start from, by the same checks as a project's own settings. Settings that a project has
 * saved stay as they are.
 *
 * @throws AppError BAD_INPUT with a message for each field that cannot be.
 */
export async function saveDefaults(deps: DefaultsDeps, input: SiteDefaults): Promise<SiteDefaults> {
  const settings = { ...input, sponsorId: null };
  const fields = {
    ...checkCalendar({ holidays: input.holidays, zone: 'UTC' }),
    ...checkPolicy(input.policy),
    ...(await checkCountry(deps, settings)),
    ...(await checkPeople(deps, settings)),
  };
  if (Object.keys(fields).length > 0) {
    throw new AppError('BAD_INPUT', say('problem.defaultsNotSaved', { why: joined(Object.values(fields)) }), {
      fields,
    });
  }
  await deps.defaults.save(input);
  return input;
}
