import { registerSettings as contract } from '../../../contract';
import { RegisterSettingsShape } from '../../../contract/register-settings';
import type { RegisterSettings } from '../../../domain/registers';
import { registerOf } from '../../../usecases/registers/register-of';
import { peopleNamed, saveRegisterSettings } from '../../../usecases/registers/save-register-settings';
import { defineAnswer } from '../../resolver';
import { mayAdminister } from '../../rights';
import { checkSeen } from '../../seen';
import { registerView } from './register-view';

/** The settings as the form reads them. */
const view = (settings: RegisterSettings): RegisterSettingsShape => RegisterSettingsShape.parse(settings);

export const registerSettings = [
  defineAnswer(contract.read, async (deps, { kind }, place) => {
    await mayAdminister(deps, place.project.id);
    const register = await registerOf(deps.registerSettings, place.project.id, kind);
    const { settings, defaults } = register;
    const [issueTypes, names] = await Promise.all([
      deps.user.records.issueTypes(place.project.id),
      deps.user.people.names(peopleNamed(settings)),
    ]);
    return {
      settings: view(settings),
      defaults: view(defaults),
      register: registerView(register),
      issueTypes: [...issueTypes],
      names,
    };
  }),
  defineAnswer(contract.save, async (deps, { kind, settings, seen }, place) => {
    await mayAdminister(deps, place.project.id);
    const projectId = place.project.id;
    const register = await registerOf(deps.registerSettings, projectId, kind);
    checkSeen(seen, view(register.settings));
    const ports = {
      registerSettings: deps.registerSettings,
      issues: deps.user.issues,
      records: deps.user.records,
    };
    const { rescored } = await saveRegisterSettings(ports, projectId, register, settings);
    const at = deps.clock.now().toISOString();
    const id = `registers ${projectId} ${kind} ${at}`;
    await deps.queue.push('registers', [{ id, job: 'registers', projectId, period: kind }]);
    const saved = await registerOf(deps.registerSettings, projectId, kind);
    return { settings: view(saved.settings), register: registerView(saved), rescored };
  }),
];
