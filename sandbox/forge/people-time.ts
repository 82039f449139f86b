/**
 * When what people ask for happens, for rate limits. The site's clock stands still while they read and click, so that an
 * afternoon of page openings would count as one instant: what they ask for follows instead on what they asked before.
 */
export class PeopleTime {
  #until = 0;

  /** The instant that the next thing is counted from, where the clock stands at `now`; epoch milliseconds. */
  next(now: number): number {
    return Math.max(now, this.#until);
  }

  /** Notes that something a person asked for was at work until `instant`, epoch milliseconds. */
  worked(instant: number): void {
    this.#until = Math.max(this.#until, instant);
  }
}
