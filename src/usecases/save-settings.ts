import { AppError, isAppError } from '../errors';
import type { Target } from '../domain/commitments';
import { DEFAULT_REPORTING } from '../domain/reports';
import type { Holidays } from '../ports/holidays';
import type { Issues } from '../ports/issues';
import type { ProjectConfig, Projects } from '../ports/projects';
import { joined, say, type Text } from '../words';
import { checkCalendar, checkPolicy, type Problems } from './check-policy';
import { namedIn } from './follow-up/people';
import { isSelfContained } from '../domain/jql';

export interface SettingsDeps {
  readonly projects: Pick<Projects, 'get' | 'save'>;
  /** With the rights of the admin who saves. */
  readonly issues: Pick<Issues, 'persons' | 'commitments' | 'find'>;
  readonly holidays: Pick<Holidays, 'isKnown'>;
  readonly pages: Pages;
  readonly reportTarget: ReportTarget;
}

/** Whether a report can be put where the settings say. */
export interface ReportTarget {
  /** What is wrong with the place, in one sentence; `null` where nothing is. */
  check(spaceKey: string, parentPageId: string | null): Promise<Text | null>;
}

export interface Pages {
  /** Undefined where Docket does not see it, or the site has no Confluence. */
  find(pageId: string): Promise<{ readonly title: string } | undefined>;
}

/** What the form sends: a digest issue by its key, a digest page by its number. */
export type SettingsInput = Omit<
  ProjectConfig,
  'projectId' | 'switchedOnAt' | 'savedAt' | 'digestTarget' | 'reporting' | 'underway'
> & {
  readonly digestTarget:
    { readonly kind: 'issue'; readonly key: string } | { readonly kind: 'page'; readonly id: string } | null;
};

/**
 * Saves what a project admin decided. Switching on starts the follow-up afresh from `now`: what is long overdue then
 * becomes backlog. Other changes never send again what was sent.
 *
 * @throws AppError BAD_INPUT with a message for each field that cannot be.
 */
export async function saveSettings(
  deps: SettingsDeps,
  projectId: string,
  input: SettingsInput,
  now: Date,
): Promise<ProjectConfig> {
  const config = await configOf(deps, projectId, input, now);
  await deps.projects.save(config);
  return config;
}

/**
 * What would be stored if these settings were saved.
 *
 * @throws AppError BAD_INPUT with a message for each field that cannot be.
 */
export async function configOf(
  deps: SettingsDeps,
  projectId: string,
  input: SettingsInput,
  now: Date,
): Promise<ProjectConfig> {
  const digest = await resolveDigest(deps, projectId, input);
  const fields: Problems = {
    ...checkCalendar(input),
    ...checkPolicy(input.policy),
    ...(await checkCountry(deps, input)),
    ...(await checkPeople(deps, input)),
    ...(await checkActionQuery(deps, projectId, input)),
    ...digest.problems,
    ...(await checkReport(deps, input)),
  };
  if (Object.keys(fields).length > 0) {
    throw new AppError('BAD_INPUT', say('problem.settingsNotSaved', { why: joined(Object.values(fields)) }), {
      fields,
    });
  }
  const before = await deps.projects.get(projectId);
  const switchedOnAt = input.enabled ? (before?.enabled && before.switchedOnAt) || now.toISOString() : null;
  const { reporting = DEFAULT_REPORTING, underway = [] } = before ?? {};
  return {
    ...input,
    digestTarget: digest.target,
    projectId,
    switchedOnAt,
    reporting,
    underway,
    // Rules or people may have changed: what runs remember of other settings no longer counts.
    savedAt: now.toISOString(),
  };
}

/** Whether public holidays of the country that the policy names are known. */
export async function checkCountry(
  { holidays }: Pick<SettingsDeps, 'holidays'>,
  { policy }: Pick<SettingsInput, 'policy'>,
): Promise<Problems> {
  const { holidayCountry } = policy;
  if (holidayCountry === null || (await holidays.isKnown(holidayCountry))) return {};
  return {
    'policy.holidayCountry': say('policy.problem.country', { country: holidayCountry }),
  };
}

/** Whether everybody whom these settings name is there to be told. */
export async function checkPeople(
  { issues }: Pick<SettingsDeps, 'issues'>,
  input: Pick<SettingsInput, 'policy' | 'sponsorId'>,
): Promise<Problems> {
  const { sponsorId } = input;
  const named = namedIn(input);
  const wanted = [...new Set([...(sponsorId === null ? [] : [sponsorId]), ...named])];
  if (wanted.length === 0) return {};
  const persons = await issues.persons(wanted);
  const problems: Problems = {};
  const wrong = named.filter((id) => !persons.get(id)?.active);
  if (wrong.length > 0) {
    const names = [...new Set(wrong.map((id) => persons.get(id)?.displayName ?? null))];
    problems['policy'] = say('policy.problem.people', {
      names: joined(
        names.map((name) => name ?? say('policy.problem.stranger')),
        ', ',
      ),
    });
  }
  if (sponsorId === null) return problems;
  const sponsor = persons.get(sponsorId);
  if (!sponsor) problems['sponsorId'] = say('policy.problem.sponsorGone');
  else if (!sponsor.active)
    problems['sponsorId'] = say('policy.problem.sponsorInactive', { name: sponsor.displayName });
  return problems;
}

/**
 * Jira itself says whether the query works; it is asked with the project around it, as every run will, about a date on
 * which nothing is due. (An id that nobody has would itself be an error.)
 */
async function checkActionQuery(
  { issues }: SettingsDeps,
  projectId: string,
  { actionQuery }: SettingsInput,
): Promise<Problems> {
  if (actionQuery === null) return {};
  if (!isSelfContained(actionQuery)) return { actionQuery: say('policy.problem.actionQueryOpen') };
  try {
    await issues.commitments(
      [{ projectIds: [projectId], actionQuery, clause: { kind: 'unowned', dates: ['1000-01-01'] } }],
      null,
    );
    return {};
  } catch (error) {
    if (!isAppError(error, 'BAD_INPUT')) throw error;
    return { actionQuery: say('policy.problem.actionQuery', { problem: error.words }) };
  }
}

async function resolveDigest(
  { issues, pages }: SettingsDeps,
  projectId: string,
  { digestTarget }: SettingsInput,
): Promise<{ target: Target | null; problems: Problems }> {
  if (digestTarget === null) return { target: null, problems: {} };
  if (digestTarget.kind === 'issue') {
    const issue = await issues.find(digestTarget.key);
    if (issue?.projectId === projectId) return { target: issue.target, problems: {} };
    return {
      target: null,
      problems: { digestTarget: say('policy.problem.digestIssue', { key: digestTarget.key }) },
    };
  }
  const page = await pages.find(digestTarget.id);
  if (page) return { target: { kind: 'page', id: digestTarget.id, title: page.title }, problems: {} };
  return {
    target: null,
    problems: {
      digestTarget: say('policy.problem.digestPage', { page: digestTarget.id }),
    },
  };
}

async function checkReport({ reportTarget }: SettingsDeps, { report }: SettingsInput): Promise<Problems> {
  if (!report.enabled) return {};
  if (report.spaceKey === null) return { spaceKey: say('policy.problem.spaceMissing') };
  const problem = await reportTarget.check(report.spaceKey, report.parentPageId);
  return problem === null ? {} : { spaceKey: problem };
}
