import type { Delivery, Target } from '../domain/commitments';

/** Puts messages where people see them, and finds them again. */
export interface Messenger {
  /**
   * Writes one comment that carries these messages. Each key is kept with the comment, so that it can be recognised
   * after a crash.
   * @returns the comment's id.
   */
  send(delivery: Delivery): Promise<string>;
  /** The comment on this target that carries the key, written since `since`; `null` where there is none. */
  find(target: Pick<Target, 'kind' | 'id'>, key: string, since: Date): Promise<string | null>;
}
