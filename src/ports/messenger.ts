import type { IntendedMessage } from '../domain/commitments';

/** Puts messages where people see them, and finds them again. */
export interface Messenger {
  /**
   * Writes one comment that carries these messages: all of one item and one recipient. Each key is kept on the
   * comment, so that it can be recognised after a crash.
   * @returns the comment's id.
   */
  send(messages: readonly IntendedMessage[]): Promise<string>;
  /** The comment on this issue that carries the key, written since `since`; `null` where there is none. */
  find(issueId: string, key: string, since: Date): Promise<string | null>;
}
