/** How many issues a list may bring: at least so many on any report, at most where others need fewer. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

/** What the lists of one report may cost. */
export interface Purse {
  /** How many points a list may spend now. */
  take(share: Share): number;
  /** Gives back what it did not need. */
  putBack(points: number): void;
}

/**
 * Points are the price: 1 a call and 1 an issue that it brings, whatever a count finds. With all lists full a report
 * comes to at most 60, which a test holds it to; what one list does not need, those after it may use.
 */
export function createPurse(): Purse {
  let left = 0;
  return {
    take({ least, most }) {
      const taken = Math.min(most, least + left);
      left += least - taken;
      return taken;
    },
    putBack(points) {
      left += points;
    },
  };
}
