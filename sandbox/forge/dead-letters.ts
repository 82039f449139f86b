/** An event that was given up: of a queue, or `trigger <key>` for a product event. */
export interface DeadLetter {
  readonly queue: string;
  readonly body: unknown;
  readonly why: string;
}
