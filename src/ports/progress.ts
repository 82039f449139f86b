import type { CommitmentQuery } from './issues';

/** Where a run stopped before its end: what is left of its query, and the instant that it decides for. */
export interface Checkpoint {
  readonly decidedAt: string;
  readonly query: CommitmentQuery;
  readonly next: string | null;
  /** Issues that were gone through and wait for the end of the run, where the digests are written. */
  readonly held: CommitmentQuery;
  readonly projectIds: readonly string[];
}

/** What runs of one hour leave for each other. */
export interface Progress {
  checkpoint(): Promise<Checkpoint | null>;
  saveCheckpoint(checkpoint: Checkpoint | null): Promise<void>;
  /** Points that runs have used in the UTC hour `hour` (`2026-07-21T09`). */
  pointsUsed(hour: string): Promise<number>;
  addPoints(hour: string, points: number): Promise<void>;
  /** The same of all hours of these UTC days (`2026-07-21`, a week back at most), by hour. */
  pointsOn(days: readonly string[]): Promise<Readonly<Record<string, number>>>;
}
