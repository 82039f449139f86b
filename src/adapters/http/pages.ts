import { AppError } from '../../errors';
import { say } from '../../words';

export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Cursor or token of the following page; absent on the last. */
  readonly next: string | undefined;
}

/**
 * Walks a cursor-paged collection. It ends on the missing cursor alone: totals and short pages are never trusted, since
 * permissions filter a page after it was cut.
 *
 * @throws AppError UPSTREAM_SHAPE where the server repeats a cursor, which would otherwise never end.
 */
export async function* pages<Item>(
  operation: string,
  fetchPage: (cursor: string | undefined) => Promise<PageOf<Item>>,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    const page = await fetchPage(cursor);
    yield* page.items;
    if (page.next === undefined) return;
    if (seen.has(page.next)) {
      throw new AppError('UPSTREAM_SHAPE', say('problem.cursorRepeated', { operation }));
    }
    seen.add(page.next);
    cursor = page.next;
  }
}

/** Stands for the site, whose address an app call never needs to know; reserved by RFC 2606, so nobody can own it. */
const HERE = 'https://here.invalid';

/**
 * The cursor in Confluence's `_links.next`. Only the cursor is taken from the link, never its path, and a link to
 * another origin is refused: following it would send the app's token there.
 *
 * @throws AppError UPSTREAM_SHAPE for a foreign link, or one without a cursor.
 */
export function cursorOf(operation: string, next: string | null | undefined): string | undefined {
  if (next === undefined || next === null || next === '') return undefined;
  const url = URL.canParse(next, HERE) ? new URL(next, HERE) : undefined;
  if (url?.origin !== HERE) {
    throw new AppError('UPSTREAM_SHAPE', say('problem.foreignPage', { operation }));
  }
  const cursor = url.searchParams.get('cursor');
  if (cursor === null || cursor === '') {
    throw new AppError('UPSTREAM_SHAPE', say('problem.noCursor', { operation }));
  }
  return cursor;
}
