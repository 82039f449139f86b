/** Above this many, sorting everything is cheaper than keeping a sorted few. */
const WORTH_KEEPING = 500;

/**
 * The first `count` of `items` in the order of `compare`, sorted. A page of a large search needs a hundred of many thousand
 * issues, page after page: most items then cost one comparison with the worst of those kept.
 */
export function smallest<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  if (count > WORTH_KEEPING) return [...items].sort(compare).slice(0, count);
  const kept: T[] = [];
  for (const item of items) {
    const worst = kept[count - 1];
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(kept[middle] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
}
