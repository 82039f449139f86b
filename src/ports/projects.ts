import type { LocalDate } from '../domain/calendar';
import type { Backlog, Person, Roster } from '../domain/commitments';

/** What a project admin has decided, as stored. */
export interface ProjectConfig {
  readonly projectId: string;
  readonly enabled: boolean;
  /** When Docket was last switched on, ISO instant; what was long late then is backlog. */
  readonly switchedOnAt: string | null;
  readonly sponsorId: string | null;
  readonly holidays: readonly LocalDate[];
  readonly zone: string;
  readonly report: {
    readonly enabled: boolean;
    readonly spaceKey: string | null;
    readonly parentPageId: string | null;
  };
}

/** What the follow-up of one project remembers between runs. Losing it costs points, never a message. */
export interface SweepMemory {
  /** `switchedOnAt` that this memory belongs to; another one starts afresh. */
  readonly since: string | null;
  readonly sweptUntil: string | null;
  readonly roster: Roster;
  readonly people: {
    readonly lead: Person | null;
    readonly sponsor: Person | null;
    readonly readAt: string;
  } | null;
  readonly backlog: Backlog | null;
}

export interface Projects {
  get(projectId: string): Promise<ProjectConfig | null>;
  save(config: ProjectConfig): Promise<void>;
  /** Every project that has ever been configured. */
  all(): Promise<ProjectConfig[]>;
  enabled(): Promise<ProjectConfig[]>;
  memory(projectId: string): Promise<SweepMemory | null>;
  remember(projectId: string, memory: SweepMemory): Promise<void>;
  /** Notes that an issue changed in a way that may make a message due before its owner's next morning. */
  touch(projectId: string, issueId: string): Promise<void>;
  touched(projectId: string): Promise<string[]>;
  untouch(projectId: string, issueIds: readonly string[]): Promise<void>;
}
