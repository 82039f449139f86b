/** Rows of a slice: quick enough that nobody feels it. */
const SLICE = 250;

/** Who looks on while many rows are gone through. */
export interface Watch {
  readonly onDone: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Makes something of each of many rows without holding up the page: between slices, others get their turn.
 *
 * @returns `null` where it was stopped before the end.
 */
export async function inSlices<Row, Made>(
  rows: readonly Row[],
  make: (row: Row) => Made,
  watch: Watch,
): Promise<Made[] | null> {
  const made: Made[] = [];
  while (made.length < rows.length) {
    if (watch.signal.aborted) return null;
    made.push(...rows.slice(made.length, made.length + SLICE).map(make));
    watch.onDone(made.length, rows.length);
    if (made.length < rows.length) await othersTurn();
  }
  return watch.signal.aborted ? null : made;
}
