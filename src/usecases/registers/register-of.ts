import { configure, type ConfiguredRegister, registerOfKind, REGISTERS } from '../../domain/registers';
import { AppError } from '../../errors';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import { say } from '../../words';

type Store = Pick<RegisterSettingsStore, 'of'>;

/** A register as the project has set it up; its settings are read once. @throws AppError NOT_FOUND */
export async function registerOf(store: Store, projectId: string, kind: string): Promise<ConfiguredRegister> {
  const register = registerOfKind(kind);
  if (!register)
    throw new AppError(
      'NOT_FOUND',
      say('problem.noRegister', { kind, kinds: REGISTERS.map((one) => one.kind).join(', ') }),
    );
  const [settings] = await store.of(projectId, [kind]);
  return configure(register, settings ?? register.defaults);
}

/** Every register as the project has set it up, in one reading. */
export async function registersOf(store: Store, projectId: string): Promise<ConfiguredRegister[]> {
  const settings = await store.of(
    projectId,
    REGISTERS.map(({ kind }) => kind),
  );
  return REGISTERS.map((register, i) => configure(register, settings[i] ?? register.defaults));
}
