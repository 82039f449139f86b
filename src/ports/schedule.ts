import type { JobKey, Occurrence } from '../domain/schedule/jobs';
import { type Text } from '../words';

/** Work that a run left for later. */
export interface Deferred {
  readonly reason: 'time' | 'points' | 'near-limit' | 'platform';
  /** When it goes on, an instant. */
  readonly until: string;
}

/** Something that a run could not read, and left out. */
export interface LeftOut {
  readonly what: 'project' | 'records';
  readonly projectId: string;
  readonly why: Text;
}

/** One claimed occurrence of a job and what became of it. */
export interface RunRecord {
  readonly occurrence: string;
  readonly job: JobKey;
  readonly projectId: string;
  readonly state: 'claimed' | 'queued' | 'done' | 'failed' | 'missed';
  readonly at: string;
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  readonly calls: number;
  /** Calls by operation id. */
  readonly byOperation: Readonly<Record<string, number>>;
  readonly points: number;
  readonly sent: number;
  readonly note: Text;
  /** `null` where nothing waits. */
  readonly deferred: Deferred | null;
  readonly leftOut: readonly LeftOut[];
}

export interface Runs {
  /** Creates the record unless the occurrence has one. @returns false where it is claimed already. */
  claim(record: RunRecord): Promise<boolean>;
  /** Those of these occurrences that have a record, by occurrence. */
  known(occurrences: readonly string[]): Promise<ReadonlyMap<string, RunRecord>>;
  record(record: RunRecord): Promise<void>;
  /** Of one job for all projects, newest first. */
  recent(job: JobKey, limit: number): Promise<RunRecord[]>;
}

/** Hands work to the queues: ids only, the consumer reads again. */
export interface JobQueue {
  /** @param delaySeconds how long the work waits, at most 900. */
  push(job: JobKey, occurrences: readonly Occurrence[], delaySeconds?: number): Promise<void>;
}
