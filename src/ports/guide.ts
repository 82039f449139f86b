/** What the first-run guide of a site has to remember; all else it reads off the site. */
export interface GuideState {
  /** The project that the admin begins with. */
  readonly projectId: string | null;
  /** When somebody first looked at what would be sent in a project, an instant by project id. */
  readonly previewed: Readonly<Record<string, string>>;
  readonly dismissedAt: string | null;
}

export interface GuideMemory {
  read(): Promise<GuideState>;
  save(state: GuideState): Promise<void>;
}
