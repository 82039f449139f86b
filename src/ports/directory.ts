import type { Person } from '../domain/commitments';

/** People the follow-up has met, as they were when they were last read. Losing it costs points, never a message. */
export interface KnownPerson extends Person {
  /** ISO instant. */
  readonly readAt: string;
  /** When a change of zone, or of being active, was last learnt, ISO instant. */
  readonly movedAt?: string | undefined;
}

export interface Directory {
  read(): Promise<Record<string, KnownPerson>>;
  write(people: Readonly<Record<string, KnownPerson>>): Promise<void>;
}
