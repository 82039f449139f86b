import type { JobKey } from '../domain/schedule/jobs';
import { type Text } from '../words';

/** Work that a job gave up. It goes away once a run has done the work. */
export interface DeadLetter {
  /** Names the work, and the row: later failures of the same work replace it. */
  readonly work: string;
  readonly job: JobKey;
  readonly occurrence: string;
  readonly projectId: string;
  readonly period: string;
  /** What went wrong, for a person. */
  readonly cause: Text;
  /** When it was given up, an instant. */
  readonly at: string;
  readonly state: 'open' | 'retried' | 'dismissed';
  /** Who has dealt with it, when, and for what reason. */
  readonly handled: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
  /** A mark of whoever changed it last, which nobody else has. */
  readonly writer: string;
}

export interface DeadLetters {
  /** Keeps it in place of an earlier one of the same work. */
  bury(letter: DeadLetter): Promise<void>;
  /** The work has been done. */
  forget(work: string): Promise<void>;
  /** All that are kept, in no order that counts. */
  all(): Promise<DeadLetter[]>;
  /** Puts `next` in the place of `before`. @returns false where somebody else was first, or the work has been done */
  replace(before: DeadLetter, next: DeadLetter): Promise<boolean>;
}
