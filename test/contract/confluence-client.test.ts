import { takeSchemaFindings } from '../support/audit-schemas';
import { AuthError, createV1Client, createV2Client, NotFoundError } from 'confluence.js';
import type { Page, Space } from '../../sandbox/site/entities';
import { type ServedSite, serveSeededSite } from '../support/served-site';

/**
 * confluence.js checks every response by schemas that its authors hold against a live site; here they are at their
 * strictest, so that a key or a value that the documents do not know fails the test.
 */
describe('confluence.js as a client over HTTP', () => {
  let served: ServedSite;
  let confluence: ReturnType<typeof createV2Client>;
  let space: Space;
  let home: Page;

  beforeAll(async () => {
    served = await serveSeededSite();
    confluence = createV2Client(served.clientOf('ines'));
    const found = served.state.spaces.where('key', 'PAY')[0];
    const page = found?.homepageId ? served.state.pages.get(found.homepageId) : undefined;
    if (!found || !page) throw new Error('The seed has no PAY space with a home page.');
    [space, home] = [found, page];
  });
  afterEach(() => {
    expect(takeSchemaFindings()).toEqual([]);
    expect(served.site.unmodelled).toEqual([]);
  });
  afterAll(() => served.close());

  const paragraph = (text: string) =>
    JSON.stringify({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
  const bodyOf = (text: string) => ({ representation: 'atlas_doc_format', value: paragraph(text) });
  const createPage = (title: string) =>
    confluence.page.createPage({
      body: { spaceId: space.id, status: 'current', title, parentId: home.id, body: bodyOf('First.') },
    });

  it('refuses a wrong token', async () => {
    const stranger = createV2Client(served.clientOf('ines', 'guessed'));
    await expect(stranger.page.getPages()).rejects.toBeInstanceOf(AuthError);
  });

  it('reads spaces, by key and one by one', async () => {
    const { results } = await confluence.space.getSpaces({ keys: ['PAY'] });
    expect(results?.map(({ id }) => id)).toEqual([space.id]);
    expect(await confluence.space.getSpaceById({ id: Number(space.id) })).toMatchObject({ key: 'PAY' });
  });

  it('does not show a private space to someone outside of it', async () => {
    const hidden = served.state.spaces.where('key', 'HRP')[0];
    const asOutsider = createV2Client(served.clientOf('marcus'));
    await expect(asOutsider.space.getSpaceById({ id: Number(hidden?.id) })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });

  it('walks the pages of a space to the end', async () => {
    const titles: string[] = [];
    for (let cursor: string | undefined, rounds = 0; rounds === 0 || cursor; rounds += 1) {
      const answer = await confluence.page.getPagesInSpace({
        id: Number(space.id),
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      titles.push(...(answer.results ?? []).map(({ title }) => title ?? ''));
      cursor = new URL(answer._links?.next ?? '', served.origin).searchParams.get('cursor') ?? undefined;
    }
    const expected = served.state.pages.where('space', space.id).map(({ title }) => title);
    expect(titles.sort()).toEqual(expected.sort());
  });

  it('creates, reads, updates and deletes a page', async () => {
    const created = await createPage('Made over HTTP');
    const id = Number(created.id);
    const read = await confluence.page.getPageById({ id, bodyFormat: 'atlas_doc_format' });
    expect(read.body?.atlas_doc_format?.value).toBe(paragraph('First.'));
    const updated = await confluence.page.updatePage({
      id,
      body: {
        id: created.id,
        status: 'current',
        title: 'Made over HTTP',
        body: bodyOf('Second.'),
        version: { number: 2, message: 'Again' },
      },
    });
    expect(updated.version).toMatchObject({ number: 2, message: 'Again' });
    const { results } = await confluence.version.getPageVersions({ id });
    expect(results?.map(({ number }) => number)).toEqual([2, 1]);
    await confluence.page.deletePage({ id });
    await expect(confluence.page.getPageById({ id })).rejects.toBeInstanceOf(NotFoundError);
  });

  it('finds pages by title, and their ancestors', async () => {
    const { results } = await confluence.page.getPages({
      spaceId: [Number(space.id)],
      title: 'Status reports',
    });
    expect(results).toHaveLength(1);
    const ancestors = await confluence.ancestors.getPageAncestors({ id: Number(results?.[0]?.id) });
    expect(ancestors.results?.map(({ id }) => id)).toEqual([home.id]);
  });

  it('keeps content properties of a page', async () => {
    const { id } = await createPage('With a property');
    const pageId = Number(id);
    const created = await confluence.contentProperties.createPageProperty({
      pageId,
      key: 'docket.snapshot',
      value: { open: 4 },
    });
    await confluence.contentProperties.updatePagePropertyById({
      pageId,
      propertyId: Number(created.id),
      key: 'docket.snapshot',
      value: { open: 3 },
      version: { number: 2, message: '' },
    });
    const { results } = await confluence.contentProperties.getPageContentProperties({
      pageId,
      key: 'docket.snapshot',
    });
    expect(results).toMatchObject([{ key: 'docket.snapshot', value: { open: 3 }, version: { number: 2 } }]);
  });

  it('adds labels by version 1 and reads them by version 2', async () => {
    const { id } = await createPage('With a label');
    const old = createV1Client(served.clientOf('ines'));
    await old.contentLabels.addLabelsToContent({
      id: String(id),
      body: [{ prefix: 'global', name: 'status' }],
    });
    const { results } = await confluence.label.getPageLabels({ id: Number(id) });
    expect(results).toMatchObject([{ name: 'status', prefix: 'global' }]);
  });

  it('writes and reads footer comments', async () => {
    const { id } = await createPage('With a comment');
    const comment = await confluence.comment.createFooterComment({
      pageId: String(id),
      body: bodyOf('Well done.'),
    });
    const { results } = await confluence.comment.getPageFooterComments({
      id: Number(id),
      bodyFormat: 'atlas_doc_format',
    });
    expect(results?.map((found) => found.id)).toEqual([comment.id]);
    expect(await confluence.comment.getFooterCommentById({ commentId: Number(comment.id) })).toMatchObject({
      pageId: String(id),
    });
  });

  it('reads inline tasks and completes one', async () => {
    const { results } = await confluence.task.getTasks({
      spaceId: [Number(space.id)],
      status: 'incomplete',
      limit: 10,
    });
    const [task] = results ?? [];
    if (!task?.id) throw new Error('The seed has no open task in PAY.');
    const id = Number(task.id);
    expect(await confluence.task.getTaskById({ id, bodyFormat: 'atlas_doc_format' })).toMatchObject({
      id: task.id,
    });
    const done = await confluence.task.updateTask({ id, body: { status: 'complete' } });
    expect(done.status).toBe('complete');
  });

  it('looks up people by account id', async () => {
    const accountIds = [...served.state.users.all()].slice(0, 3).map(({ accountId }) => accountId);
    const { results } = await confluence.user.createBulkUserLookup({ body: { accountIds } });
    expect(results?.map(({ accountId }) => accountId).sort()).toEqual([...accountIds].sort());
  });
});
