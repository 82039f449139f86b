import { isLocalDate, isZone } from '../domain/calendar';
import { AppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { ProjectConfig, Projects } from '../ports/projects';

export interface SettingsDeps {
  readonly projects: Projects;
  readonly issues: Pick<Issues, 'person'>;
  readonly reportTarget: ReportTarget;
}

/** Whether a report can be put where the settings say. */
export interface ReportTarget {
  /** What is wrong with the place, in one sentence; `null` where nothing is. */
  check(spaceKey: string, parentPageId: string | null): Promise<string | null>;
}

export type SettingsInput = Omit<ProjectConfig, 'projectId' | 'switchedOnAt'>;

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
  const fields = {
    ...checkCalendar(input),
    ...(await checkPeople(deps, input)),
    ...(await checkReport(deps, input)),
  };
  if (Object.keys(fields).length > 0) {
    throw new AppError('BAD_INPUT', `The settings were not saved: ${Object.values(fields).join(' ')}`, {
      fields,
    });
  }
  const before = await deps.projects.get(projectId);
  const switchedOnAt = input.enabled ? (before?.enabled && before.switchedOnAt) || now.toISOString() : null;
  const config: ProjectConfig = { ...input, projectId, switchedOnAt };
  await deps.projects.save(config);
  const memory = await deps.projects.memory(projectId);
  // Rules or people may have changed: the next run looks at everything, and the ledger keeps it from repeating itself.
  if (memory) await deps.projects.remember(projectId, { ...memory, sweptUntil: null, people: null });
  return config;
}

function checkCalendar({ holidays, zone }: SettingsInput): Record<string, string> {
  const wrong = holidays.filter((day) => !isLocalDate(day));
  return {
    ...(wrong.length > 0
      ? { holidays: `These holidays are no dates: ${wrong.join(', ')}. Write them as YYYY-MM-DD.` }
      : {}),
    ...(isZone(zone) ? {} : { zone: `"${zone}" is no time zone. Use a name such as Europe/Berlin.` }),
  };
}

async function checkPeople(
  { issues }: SettingsDeps,
  { sponsorId }: SettingsInput,
): Promise<Record<string, string>> {
  if (sponsorId === null) return {};
  const sponsor = await issues.person(sponsorId);
  if (!sponsor) return { sponsorId: 'The sponsor is not a person on this site. Choose another.' };
  return sponsor.active ? {} : { sponsorId: `${sponsor.displayName} is inactive. Choose another sponsor.` };
}

async function checkReport(
  { reportTarget }: SettingsDeps,
  { report }: SettingsInput,
): Promise<Record<string, string>> {
  if (!report.enabled) return {};
  if (report.spaceKey === null) return { spaceKey: 'Name the Confluence space that the report goes into.' };
  const problem = await reportTarget.check(report.spaceKey, report.parentPageId);
  return problem === null ? {} : { spaceKey: problem };
}
