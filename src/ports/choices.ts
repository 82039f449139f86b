import type { LocalDate } from '../domain/calendar';

/** What a person has decided about one commitment. Each is kept with who, when and why. */
export interface Choice {
  readonly commitmentId: string;
  readonly projectId: string;
  /** No reminders to the owner before this day; `null`: none was asked for. */
  readonly snoozedUntil: LocalDate | null;
  /** Another date was promised instead of `firstDate`, which the item still says; void once the item's own date moves. */
  readonly promised: { readonly date: LocalDate; readonly firstDate: LocalDate } | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

export type Channel = 'each' | 'digest';

export interface Choices {
  /** Choices that are in force or may be again: of every project, or of one. */
  all(): Promise<Choice[]>;
  ofProject(projectId: string): Promise<Choice[]>;
  get(commitmentId: string): Promise<Choice | null>;
  save(choice: Choice): Promise<void>;
  remove(commitmentId: string): Promise<void>;
  /** How each person wants to be told, by account id; absent: each item. */
  channels(): Promise<Record<string, Channel>>;
  setChannel(accountId: string, channel: Channel): Promise<void>;
}
