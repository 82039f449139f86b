import { siteWith, type TestSite } from '../../../test/support/site';

const siteWithPages = (count: number): TestSite =>
  siteWith((build) => {
    for (let i = 1; i <= count; i += 1) build.page({ title: `P${String(i).padStart(3, '0')}` });
  });

const titles = (body: { results: { title: string }[] }): string[] => body.results.map(({ title }) => title);

describe('paging', () => {
  it('gives 25 results and the way to the next, in the body and in a header', async () => {
    const { call, state } = siteWithPages(26);
    const first = await call('GET', '/wiki/api/v2/pages');
    expect(first.body.results).toHaveLength(25);
    expect(first.body._links.base).toBe(`${state.baseUrl}/wiki`);
    expect(first.body._links.next).toMatch(/^\/wiki\/api\/v2\/pages\?cursor=/);
    expect(first.headers.get('link')).toBe(
      `<${first.body._links.next}>; rel="next", <${state.baseUrl}/wiki>; rel="base"`,
    );
  });

  it('ends without a link', async () => {
    const { call } = siteWithPages(25);
    const { body, headers } = await call('GET', '/wiki/api/v2/pages');
    expect(body._links).not.toHaveProperty('next');
    expect(headers.get('link')).toBeNull();
  });

  it.each(['id', '-id', 'title', '-title', '-modified-date'])(
    'walks the whole list once when sorted by %s',
    async (sort) => {
      const { call } = siteWithPages(7);
      const whole = titles((await call('GET', `/wiki/api/v2/pages?sort=${sort}`)).body);
      const walked: string[] = [];
      let url: string | undefined = `/wiki/api/v2/pages?sort=${sort}&limit=3`;
      while (url !== undefined) {
        const { body } = await call('GET', url);
        walked.push(...titles(body));
        url = body._links.next;
      }
      expect(walked).toEqual(whole);
      expect(whole).toHaveLength(7);
    },
  );

  it('neither repeats nor hides pages when others come and go meanwhile', async () => {
    const { call, state, build } = siteWithPages(4);
    const first = await call('GET', '/wiki/api/v2/pages?sort=title&limit=2');
    state.pages.delete(first.body.results[1].id);
    build.page({ title: 'P000' });
    const rest = await call('GET', first.body._links.next);
    expect(titles(rest.body)).toEqual(['P003', 'P004']);
  });

  it('refuses a cursor with another query than its own', async () => {
    const { call } = siteWithPages(3);
    const { body } = await call('GET', '/wiki/api/v2/pages?limit=1&sort=title');
    const cursor = new URL(body._links.next, 'https://x.example').searchParams.get('cursor');
    const answer = await call('GET', `/wiki/api/v2/pages?limit=1&sort=-title&cursor=${cursor}`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].title).toBe('The cursor is invalid for this request');
  });

  it.each(['limit=0', 'limit=251', 'limit=many', 'cursor=made-up', 'sort=colour', 'offset=3'])(
    'refuses %s',
    async (query) => {
      expect((await siteWithPages(1).call('GET', `/wiki/api/v2/pages?${query}`)).status).toBe(400);
    },
  );

  it('costs a point for the call and one for each page given', async () => {
    const { call, exchanges } = siteWithPages(5);
    await call('GET', '/wiki/api/v2/pages?limit=3');
    expect(exchanges[0]?.points).toBe(4);
  });
});
