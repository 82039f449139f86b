import { type Plan, previewConfig, type PreviewDeps } from './preview';
import { configOf, type SettingsDeps, type SettingsInput } from './save-settings';

/**
 * What would be sent in the next days if these settings were saved now: what an admin wants to know before they are.
 * Nothing is kept of them.
 *
 * @throws AppError BAD_INPUT with a message for each field that could not be saved.
 */
export async function previewSettings(
  deps: PreviewDeps,
  settings: SettingsDeps,
  projectId: string,
  input: SettingsInput,
  days: number,
): Promise<Plan> {
  const config = await configOf(settings, projectId, input, deps.clock.now());
  return config.enabled ? previewConfig(deps, config, days) : { messages: [], cut: false };
}
