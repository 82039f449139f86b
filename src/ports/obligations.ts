import type { LocalDate } from '../domain/calendar';
import type { Obligation, Reach } from '../domain/commitments';

/** What records and reports ask of people, kept by date. */
export interface Obligations {
  /** These, as far as they are still kept. */
  get(ids: readonly string[]): Promise<Obligation[]>;
  ofSubject(subject: string): Promise<Obligation[]>;
  ofProject(projectId: string): Promise<Obligation[]>;
  /** Of all projects, due from `from` to `to` inclusive, earliest first, with ladders that reach so far. */
  due(reach: Reach, from: LocalDate, to: LocalDate): Promise<Obligation[]>;
  /** Creates or replaces, by id. */
  save(obligations: readonly Obligation[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}
