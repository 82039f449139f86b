import type { Person, Residence } from '../domain/commitments';

/** People the follow-up has met, as they were when they were last read. Losing it costs points, never a message. */
export interface KnownPerson extends Person, Residence {
  /** ISO instant. */
  readonly readAt: string;
}

export interface Directory {
  read(): Promise<Record<string, KnownPerson>>;
  write(people: Readonly<Record<string, KnownPerson>>): Promise<void>;
}
