import type { Deps } from '../../compose';
import { settings as contract } from '../../contract';
import { ProjectSettings } from '../../contract/settings';
import { describePolicy } from '../../domain/commitments';
import type { ProjectConfig } from '../../ports/projects';
import { namedIn } from '../../usecases/follow-up/people';
import { DEFAULT_POLICY_CONFIG, policyOf } from '../../usecases/policy-of';
import { countTasks } from '../../usecases/count-tasks';
import { saveSettings, type SettingsInput } from '../../usecases/save-settings';
import { siteDefaults } from '../../usecases/site-defaults';
import { defineAnswer } from '../resolver';
import { mayAdminister } from '../rights';
import { checkSeen } from '../seen';
import { settingsDeps } from '../settings-deps';

/** What a project starts from. */
const UNSET: SettingsInput = {
  enabled: false,
  sponsorId: null,
  holidays: [],
  zone: 'UTC',
  report: { enabled: false, spaceKey: null, parentPageId: null },
  policy: DEFAULT_POLICY_CONFIG,
  actionQuery: null,
  tasks: { spaceKeys: [], pageIds: [], chaseOn: 'page' },
  digestTarget: null,
};

/** With what the site's admin has decided for projects that have decided nothing. */
async function unset({ defaults }: Deps): Promise<SettingsInput> {
  const { policy, holidays } = await siteDefaults(defaults);
  return { ...UNSET, policy, holidays };
}

/** The settings as the form reads them; the parse also drops what the form does not know. */
function view({
  enabled,
  sponsorId,
  holidays,
  zone,
  report,
  policy,
  actionQuery,
  tasks,
  digestTarget,
}: SettingsInput): ProjectSettings {
  const target =
    digestTarget?.kind === 'issue'
      ? { kind: 'issue', key: digestTarget.key }
      : digestTarget && { kind: 'page', id: digestTarget.id };
  return ProjectSettings.parse({
    enabled,
    sponsorId,
    holidays,
    zone,
    report,
    policy,
    actionQuery,
    tasks,
    digestTarget: target,
  });
}

/** Everybody whom the settings name, for the form's pickers. */
const peopleIn = (input: SettingsInput): string[] => [
  ...(input.sponsorId === null ? [] : [input.sponsorId]),
  ...namedIn(input),
  ...Object.keys(input.policy.standIns),
];

const switchedOnAt = (config: ProjectConfig | null): string | null => config?.switchedOnAt ?? null;

export const settings = [
  defineAnswer(contract.read, async (deps, _request, place) => {
    await mayAdminister(deps, place.project.id);
    const config = await deps.projects.get(place.project.id);
    const start = await unset(deps);
    const input = config ?? start;
    return {
      settings: view(input),
      switchedOnAt: switchedOnAt(config),
      confluence: await deps.app.confluence.isThere(),
      names: await deps.user.people.names([...new Set([...peopleIn(input), ...peopleIn(start)])]),
      defaults: view(start).policy,
      policy: describePolicy(
        await policyOf(deps.holidays, input, deps.clock.now()),
        input.policy.holidayCountry,
      ),
    };
  }),
  defineAnswer(contract.save, async (deps, { seen, ...request }, place) => {
    await mayAdminister(deps, place.project.id);
    checkSeen(seen, view((await deps.projects.get(place.project.id)) ?? (await unset(deps))));
    const config = await saveSettings(settingsDeps(deps), place.project.id, request, deps.clock.now());
    return { settings: view(config), switchedOnAt: config.switchedOnAt };
  }),
  defineAnswer(contract.tasks, async (deps, _request, place) => {
    await mayAdminister(deps, place.project.id);
    const { tasks } = (await deps.projects.get(place.project.id)) ?? UNSET;
    return {
      visibleToApp: await countTasks(deps.app.tasks, tasks),
      visibleToYou: await countTasks(deps.user.tasks, tasks),
    };
  }),
];
