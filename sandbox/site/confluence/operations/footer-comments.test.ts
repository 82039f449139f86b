import { written } from '../../../../test/support/minutes';
import { doc, siteWith } from '../../../../test/support/site';

const COMMENTS = '/wiki/api/v2/footer-comments';

const setUp = () => {
  const site = siteWith();
  const page = site.build.page({ title: 'Minutes' });
  const comment = async (more: object, as = 'member') =>
    (await site.call('POST', COMMENTS, { body: written(doc('Please finish this.')), ...more }, as)).body;
  return { ...site, page, comment };
};

describe('footer comments', () => {
  it('are created on a page with 201', async () => {
    const { call, page } = setUp();
    const { status, body } = await call('POST', COMMENTS, { pageId: page.id, body: written(doc('Hello')) });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      pageId: page.id,
      status: 'current',
      title: 'Re: Minutes',
      version: { number: 1 },
    });
  });

  it('are beyond an app without their scope', async () => {
    const { call, caller, page } = setUp();
    const reader = caller('app', new Set(['read:comment:confluence']));
    const answer = await call('POST', COMMENTS, { pageId: page.id, body: written(doc('Hello')) }, reader);
    expect(answer).toMatchObject({ status: 401, body: { code: 401 } });
  });

  it('are read with their body and properties', async () => {
    const { call, page, comment } = setUp();
    const { id } = await comment({ pageId: page.id });
    await call('POST', `/wiki/api/v2/comments/${id}/properties`, { key: 'docket.key', value: 'k' });
    const { body } = await call('GET', `${COMMENTS}/${id}?body-format=storage&include-properties=true`);
    expect(body.body.storage.value).toBe('<p>Please finish this.</p>');
    expect(body.properties.results).toMatchObject([{ key: 'docket.key', value: 'k' }]);
  });

  it('are listed with the page, oldest first, without replies', async () => {
    const { call, clock, page, comment } = setUp();
    const first = await comment({ pageId: page.id });
    await clock.advance(1000);
    const second = await comment({ pageId: page.id });
    const reply = await comment({ parentCommentId: first.id });
    expect(reply).toMatchObject({ pageId: page.id, parentCommentId: first.id });
    const ids = async (query: string) =>
      (await call('GET', `/wiki/api/v2/pages/${page.id}/footer-comments${query}`)).body.results.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('')).toEqual([first.id, second.id]);
    expect(await ids('?sort=-created-date')).toEqual([second.id, first.id]);
    expect(await ids('?status=trashed')).toEqual([]);
  });

  it('are changed only by who wrote them, version by version', async () => {
    const { call, page, comment } = setUp();
    const { id } = await comment({ pageId: page.id });
    const change = (number: number, as: string) =>
      call('PUT', `${COMMENTS}/${id}`, { version: { number }, body: written(doc('Changed')) }, as);
    expect((await change(2, 'admin')).status).toBe(404);
    expect((await change(1, 'member')).status).toBe(409);
    expect((await change(2, 'member')).body).toMatchObject({ version: { number: 2 } });
  });

  it('are deleted by their author or an admin of the space; replies move up', async () => {
    const { call, state, page, comment } = setUp();
    const { id } = await comment({ pageId: page.id });
    const reply = await comment({ parentCommentId: id });
    expect((await call('DELETE', `${COMMENTS}/${id}`, undefined, 'lead')).status).toBe(404);
    expect((await call('DELETE', `${COMMENTS}/${id}`, undefined, 'admin')).status).toBe(204);
    expect((await call('GET', `${COMMENTS}/${id}`)).status).toBe(404);
    expect(state.footerComments.get(reply.id)?.parentCommentId).toBeNull();
  });

  it.each<[string, object, number]>([
    ['nowhere', {}, 400],
    ['on a page that does not exist', { pageId: '999' }, 404],
    ['under a comment that does not exist', { parentCommentId: '999' }, 404],
    ['on a blog post', { blogPostId: '1' }, 400],
  ])('cannot be written %s', async (_where, place, expected) => {
    const { call } = setUp();
    expect((await call('POST', COMMENTS, { ...place, body: written(doc('x')) })).status).toBe(expected);
  });

  it('are out of reach with their page', async () => {
    const { call, state, page, comment } = setUp();
    const { id } = await comment({ pageId: page.id });
    state.pages.patch(page.id, { readers: ['member'] });
    expect((await call('GET', `${COMMENTS}/${id}`, undefined, 'lead')).status).toBe(404);
    expect((await call('POST', COMMENTS, { pageId: page.id, body: written(doc('x')) }, 'lead')).status).toBe(
      404,
    );
  });
});
