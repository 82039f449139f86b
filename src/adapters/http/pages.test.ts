import { cursorOf, pages } from './pages';

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('pages', () => {
  it('goes on over an empty page, and ends on the missing cursor alone', async () => {
    const served = [
      { items: [1, 2], next: 'a' },
      { items: [], next: 'b' },
      { items: [3], next: undefined },
    ];
    const asked: (string | undefined)[] = [];

    const items = await all(
      pages('list', async (cursor) => {
        asked.push(cursor);
        return served[asked.length - 1] ?? { items: [], next: undefined };
      }),
    );

    expect(items).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'a', 'b']);
  });

  it('reads no page that nobody asks for', async () => {
    let served = 0;
    const source = pages('list', async () => ({ items: [1, 2], next: `c${served++}` }));

    await source.next();
    await source.next();

    expect(served).toBe(1);
  });

  it('takes a repeated cursor for a fault, not for a loop', async () => {
    const endless = pages('list', async () => ({ items: [1], next: 'same' }));

    await expect(all(endless)).rejects.toMatchObject({ code: 'UPSTREAM_SHAPE' });
  });
});

describe('the cursor of a next link', () => {
  it.each([
    ['/wiki/api/v2/pages?limit=5&cursor=ab%3Dc', 'ab=c'],
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
  ])('of %s is %s', (link, cursor) => {
    expect(cursorOf('list', link)).toBe(cursor);
  });

  it.each([
    'https://elsewhere.example/wiki?cursor=x',
    '//elsewhere.example/wiki?cursor=x',
    'javascript:x?cursor=x',
  ])('is refused for the foreign link %s', (link) => {
    expect(() => cursorOf('list', link)).toThrow(/another origin/);
  });

  it('is refused where the link has none', () => {
    expect(() => cursorOf('list', '/wiki/api/v2/pages?limit=5')).toThrow(/without a cursor/);
  });
});
