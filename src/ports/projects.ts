import type { LocalDate } from '../domain/calendar';
import type { Reporting, Underway } from '../domain/reports';
import type { BacklogKind, Ladder, ListedBacklog, SpecialLadder, Target } from '../domain/commitments';

/** The rules of one project as its admin set them. */
export interface PolicyConfig {
  readonly weekdays: readonly number[];
  readonly ladder: Ladder;
  readonly special: readonly SpecialLadder[];
  readonly quietStatuses: readonly string[];
  readonly deliveryTime: string;
  readonly backlogAfter: number;
  readonly standIns: Readonly<Record<string, string>>;
  /** ISO 3166 country, with region where there is one (`DE-BY`), whose public holidays are days off; `null`: none. */
  readonly holidayCountry: string | null;
}

/** Where a project's commitments in Confluence are: inline tasks with an assignee and a date. */
export interface TaskConfig {
  readonly spaceKeys: readonly string[];
  /** Pages whose whole tree counts. */
  readonly pageIds: readonly string[];
  /** Where they are chased: on their page, or on the issue that the page links to. */
  readonly chaseOn: 'page' | 'issue';
}

/** What a project admin has decided, as stored. */
export interface ProjectConfig {
  readonly projectId: string;
  readonly enabled: boolean;
  /** When Docket was last switched on, ISO instant; what was long late then is backlog. */
  readonly switchedOnAt: string | null;
  /** When these settings were saved, ISO instant. */
  readonly savedAt: string;
  readonly sponsorId: string | null;
  readonly holidays: readonly LocalDate[];
  readonly zone: string;
  readonly policy: PolicyConfig;
  /** JQL that says which of the project's items are commitments; `null`: every open item with a due date. */
  readonly actionQuery: string | null;
  readonly tasks: TaskConfig;
  /** Where digests go; `null`: nobody gets one. */
  readonly digestTarget: Target | null;
  readonly report: {
    readonly enabled: boolean;
    readonly spaceKey: string | null;
    readonly parentPageId: string | null;
  };
  /** How, when and through whose hands its reports come about. */
  readonly reporting: Reporting;
  /** Reports that were begun before `reporting.calendar` last changed. */
  readonly underway: readonly Underway[];
}

/** What the follow-up of one project remembers between runs. Losing it costs points, never a message. */
export interface SweepMemory {
  /** `switchedOnAt` that this memory belongs to; another one starts afresh. */
  readonly since: string | null;
  /** `savedAt` of the settings that it belongs to: after others, a run looks at everything. */
  readonly settings: string;
  readonly sweptUntil: string | null;
  readonly lead: { readonly accountId: string | null; readonly readAt: string } | null;
  /** `null` before it is known. */
  readonly backlog: BacklogKind | null;
  readonly tasks?: TaskMemory | null | undefined;
}

/** What the follow-up of a project's tasks in Confluence remembers between runs. */
export interface TaskMemory {
  /** The settings that the spaces were read for; others are read again. */
  readonly settings: string;
  /** Ids of the spaces of which every page counts, and of those that hold the page trees. */
  readonly spaceIds: readonly string[];
  readonly treeSpaceIds: readonly string[];
  /** What the settings name and the app could not see, in words. */
  readonly unseen: readonly string[];
  readonly readAt: string;
  readonly sweptUntil: string | null;
}

/** One note about one issue. An issue may have several. */
export interface Touch {
  readonly projectId: string;
  readonly issueId: string;
  readonly key: string;
}

export type SweepMemories = Readonly<Record<string, SweepMemory>>;

export interface Projects {
  get(projectId: string): Promise<ProjectConfig | null>;
  save(config: ProjectConfig): Promise<void>;
  /** Every project that has ever been configured. */
  all(): Promise<ProjectConfig[]>;
  enabled(): Promise<ProjectConfig[]>;
  /** Of all projects that the follow-up has looked at, by project id. */
  memories(): Promise<SweepMemories>;
  /** Keeps these instead of all that were kept. */
  remember(memories: SweepMemories): Promise<void>;
  /** The listed backlogs of those of these projects that have one, by project id. */
  backlogs(projectIds: readonly string[]): Promise<ReadonlyMap<string, ListedBacklog>>;
  keepBacklogs(backlogs: ReadonlyMap<string, ListedBacklog>): Promise<void>;
  /** Notes that an item changed in a way that may make a message due before its owner's next morning. */
  touch(projectId: string, issueId: string): Promise<void>;
  /** The notes of all projects. */
  touched(): Promise<Touch[]>;
  /** Forgets these touches; what was touched again meanwhile stays. */
  untouch(touches: readonly Touch[]): Promise<void>;
}
