/** What one person may see, of what was asked. */
export interface Sight {
  readonly projectIds: ReadonlySet<string>;
  readonly issueIds: ReadonlySet<string>;
}

/** Whether one person could see projects when Jira was last asked. */
export interface KnownSight {
  /** By project id. */
  readonly projects: Readonly<Record<string, boolean>>;
  /** ISO instant. */
  readonly readAt: string;
}

export type KnownSights = Readonly<Record<string, KnownSight>>;

/** Asks Jira what other people may see. */
export interface Visibility {
  /** One question a person, however many projects and issues (at most 1,000 of each); `null` where Jira does not tell the app. */
  check(
    accountId: string,
    of: { readonly projectIds: readonly string[]; readonly issueIds: readonly string[] },
  ): Promise<Sight | null>;
}

/** What was learnt of it, by account id. Losing it costs points, never a message. */
export interface SightMemory {
  read(): Promise<KnownSights>;
  write(sights: KnownSights): Promise<void>;
}
