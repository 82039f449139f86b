import type { Marks, Snapshot } from '../domain/status';

/** The page of one week as Docket last knew it. */
export interface RememberedPage {
  readonly week: string;
  /** Null from just before the page is created until it is known to exist. */
  readonly id: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly version: number;
  /** What was, or is about to be, written on it: by this a page is recognised that a dead run has left behind. */
  readonly marks: Marks;
}

/** What the weekly status of one project remembers. Losing it costs a few calls and the comparison with earlier weeks. */
export interface StatusMemory {
  readonly page: RememberedPage | null;
  /** Of the last weeks, newest first, at most one a week. */
  readonly snapshots: readonly Snapshot[];
}

export interface StatusMemories {
  /** What does not parse reads as nothing remembered. */
  read(projectId: string): Promise<StatusMemory>;
  write(projectId: string, memory: StatusMemory): Promise<void>;
}
