import {
  checkSettings,
  type ConfiguredRegister,
  type RegisterSettings,
  scoresChange,
} from '../../domain/registers';
import { AppError } from '../../errors';
import type { Issues } from '../../ports/issues';
import type { Records } from '../../ports/records';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import { joined, say, type Text } from '../../words';
import { registersOf } from './register-of';

export interface SettingsDeps {
  readonly registerSettings: RegisterSettingsStore;
  /** With the rights of the admin who saves. */
  readonly issues: Pick<Issues, 'persons'>;
  readonly records: Pick<Records, 'issueTypes'>;
}

/**
 * Saves what a project admin decided about one register. Records keep the ids that they have, and the scores that
 * searches go by until they are written again; lists show the new ones at once.
 *
 * @returns whether scores change by it
 * @throws AppError BAD_INPUT with a message for each setting that cannot be, by its dotted path
 */
export async function saveRegisterSettings(
  deps: SettingsDeps,
  projectId: string,
  register: ConfiguredRegister,
  settings: RegisterSettings,
): Promise<{ readonly rescored: boolean }> {
  const others = (await registersOf(deps.registerSettings, projectId)).filter(
    ({ kind }) => kind !== register.kind,
  );
  const neighbours = others.map(({ kind, title, settings: { prefix } }) => ({ kind, title, prefix }));
  const fields = {
    ...checkSettings(register, settings, neighbours),
    ...(await checkIssueType(deps, projectId, settings)),
    ...(await checkPeople(deps, settings)),
  };
  if (Object.keys(fields).length > 0)
    throw new AppError('BAD_INPUT', say('problem.settingsNotSaved', { why: joined(Object.values(fields)) }), {
      fields,
    });
  await deps.registerSettings.save(projectId, register.kind, settings);
  return { rescored: register.score !== undefined && scoresChange(register.settings, settings) };
}

async function checkIssueType(
  { records }: SettingsDeps,
  projectId: string,
  { issueType }: RegisterSettings,
): Promise<Record<string, Text>> {
  if (issueType === null) return {};
  const types = await records.issueTypes(projectId);
  if (types.includes(issueType)) return {};
  return { issueType: say('problem.issueTypeMissing', { name: issueType, types: types.join(', ') }) };
}

/** Everybody whom the settings name. */
export function peopleNamed({ approval, ladder }: RegisterSettings): string[] {
  const chain = ladder.escalations.flatMap(({ to }) => (to.kind === 'person' ? [to.accountId] : []));
  return [...new Set([...approval.authorities.flatMap(({ people }) => people), ...chain])];
}

async function checkPeople(
  { issues }: SettingsDeps,
  settings: RegisterSettings,
): Promise<Record<string, Text>> {
  const named = peopleNamed(settings);
  if (named.length === 0) return {};
  const persons = await issues.persons(named);
  const gone = named.filter((id) => !persons.get(id)?.active);
  if (gone.length === 0) return {};
  const names = gone.map((id) => persons.get(id)?.displayName ?? say('problem.strangerHere'));
  return { people: say('problem.peopleGone', { names: joined(names, ', ') }) };
}
