import type { Clock } from '../../ports/clock';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import type { RecordOnIssue } from '../../domain/registers';
import { type ListDeps, listRecords, type Position, type RecordList } from './list-records';
import { type ObligationDeps, reconcileObligations } from './refresh-obligations';
import { registerOf } from './register-of';
import { chasedIn } from './snapshot';

export interface RefreshDeps extends ListDeps, ObligationDeps {
  readonly registerSettings: Pick<RegisterSettingsStore, 'of'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Derives again what the records of one register ask of people, since the project's settings of it say when and of
 * whom. @returns how many there are
 */
export async function refreshRegister(
  deps: RefreshDeps,
  { projectId, kind }: { readonly projectId: string; readonly kind: string },
): Promise<number> {
  const config = await deps.projects.get(projectId);
  if (!config?.enabled) return 0;
  const register = await registerOf(deps.registerSettings, projectId, kind);
  const items: RecordOnIssue[] = [];
  let position: Position | null = null;
  do {
    const slice: RecordList = await listRecords(deps, { projectId, register }, position);
    items.push(...chasedIn(slice));
    position = slice.position;
  } while (position !== null);
  await reconcileObligations(deps, register, config, items, deps.clock.now());
  return items.length;
}
