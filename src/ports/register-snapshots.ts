import type { Marks, RegisterSnapshot } from '../domain/registers';

/** Registers as they stood week by week. */
export interface RegisterSnapshots {
  /** Newest first. */
  recent(projectId: string, kind: string, limit: number): Promise<RegisterSnapshot[]>;
  /** What the snapshot keeps of each record; `null` where that is too long ago. */
  marks(projectId: string, snapshot: Pick<RegisterSnapshot, 'kind' | 'week'>): Promise<Marks | null>;
  /** Keeps a snapshot, in place of another one of that week. */
  save(projectId: string, snapshot: RegisterSnapshot, marks: Marks): Promise<void>;
}
