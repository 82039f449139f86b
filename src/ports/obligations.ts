import type { LocalDate } from '../domain/calendar';
import type { Obligation } from '../domain/commitments';

/** What records and reports ask of people, kept by date. */
export interface Obligations {
  ofSubject(subject: string): Promise<Obligation[]>;
  ofProject(projectId: string): Promise<Obligation[]>;
  /**
   * Of all projects, due from `from` to `to` inclusive, earliest first: those on the project's ladder, whose dates follow
   * from its policy, or those that bring their own.
   */
  due(ladder: 'project' | 'own', from: LocalDate, to: LocalDate): Promise<Obligation[]>;
  /** Creates or replaces, by id. */
  save(obligations: readonly Obligation[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}
