import type { RegisterSettings } from '../domain/registers';

/** What projects have decided about their registers. */
export interface RegisterSettingsStore {
  /** The project's decisions about these registers, in their order; `null` where it has made none. At most 25. */
  of(projectId: string, kinds: readonly string[]): Promise<readonly (RegisterSettings | null)[]>;
  save(projectId: string, kind: string, settings: RegisterSettings): Promise<void>;
}
