import type { Commitment, Ended, LiveCommitment } from '../../domain/commitments';
import type { SweepMemory } from '../../ports/projects';
import { type Text } from '../../words';
import type { Stop } from './budget';
import type { ProjectWorld } from './world';

/** Items of one project. */
export interface Reading {
  readonly project: ProjectWorld;
  readonly commitments: readonly Commitment[];
  /** When they were read: that counts as the re-check while it is fresh. `null`: they are what Docket has kept of them. */
  readonly readAt: Date | null;
}

/** Takes what a source has read at once: decides, and sends or holds. */
export type Hand = (readings: readonly Reading[]) => Promise<void>;

/** A project that a source could not look at, and why. */
export interface Broken {
  readonly projectId: string;
  readonly why: Text;
}

/**
 * Where commitments come from. A run knows no more of a source than this: another one is a class of its own, and one
 * more entry in the run's list. Its commitments have ids of their own form, by which it knows them again.
 */
export interface Source {
  /** True for the ids of its commitments. */
  owns(commitmentId: string): boolean;
  /**
   * Reads what may be due in this run and hands it over part by part; all that one comment may carry is in one part.
   * Handing over too much costs points and sends nothing twice.
   *
   * @returns why it stopped before its end: then the next run sweeps from where this one began.
   */
  sweep(hand: Hand, exceeded: () => Stop): Promise<Stop>;
  /** Items of one project as they stand now, by commitment id; what is deleted or out of sight is absent. */
  live(
    project: ProjectWorld,
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, LiveCommitment | Ended>>;
  /** Runs work for these projects: what the source's product refuses ends the run, or is kept as `broken`. */
  guard(projectIds: readonly string[], work: () => Promise<void>): Promise<void>;
  /** What to remember of a project that was swept to its end. */
  memoryOf(projectId: string): Partial<SweepMemory>;
  /** Forgets the notes that this run has seen, once all that came of them is sent. */
  forget(): Promise<void>;
  readonly broken: readonly Broken[];
}
