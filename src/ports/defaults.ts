import type { LocalDate } from '../domain/calendar';
import type { PolicyConfig } from './projects';

/** What the site's admin has decided for all projects. */
export interface SiteDefaults {
  /** What a project starts from that has saved no settings of its own; it changes nothing that a project has saved. */
  readonly policy: PolicyConfig;
  readonly holidays: readonly LocalDate[];
  /** Points of Jira and Confluence that the follow-up may use in one UTC hour. */
  readonly pointsAnHour: number;
}

export interface Defaults {
  /** `null` where nobody has decided anything. */
  read(): Promise<SiteDefaults | null>;
  save(defaults: SiteDefaults): Promise<void>;
}
