import { expectContract, itWithContract } from '../../../test/support/contract';
import { minutes, written } from '../../../test/support/minutes';
import { doc, siteWith, type TestSite } from '../../../test/support/site';
import { confluenceCoverage } from './coverage';
import { confluenceOperations } from './operations';

const V2 = '/wiki/api/v2';
const FORMAT = 'body-format=atlas_doc_format';
const ALL_PARTS = ['labels', 'properties', 'versions', 'operations']
  .map((part) => `include-${part}=true`)
  .join('&');

async function walkPages({ call, build }: TestSite): Promise<string> {
  const home = build.page({ title: 'Home' });
  build.state.spaces.patch(home.spaceId, { homepageId: home.id });
  await call('GET', `${V2}/spaces?limit=1&sort=-name`);
  await call('GET', `${V2}/spaces/${home.spaceId}`);
  const body = written(minutes({ localId: 'a', owner: 'lead', due: Date.UTC(2026, 6, 24) }));
  const { id } = (
    await call('POST', `${V2}/pages`, { spaceId: home.spaceId, status: 'current', title: 'Meeting', body })
  ).body;
  const version = { number: 2, message: 'Second' };
  await call('PUT', `${V2}/pages/${id}`, { id, status: 'current', title: 'Meeting 2', body, version });
  await call('GET', `${V2}/pages?limit=1&title=Home&${FORMAT}`);
  await call('GET', `${V2}/pages?limit=1&sort=-modified-date&body-format=storage`);
  await call('GET', `${V2}/spaces/${home.spaceId}/pages?depth=root`);
  await call('POST', `/wiki/rest/api/content/${id}/label`, [{ prefix: 'global', name: 'minutes' }]);
  await call('GET', `${V2}/pages/${id}/labels?sort=name`);
  await call('GET', `${V2}/pages/${id}/versions?${FORMAT}`);
  await call('GET', `${V2}/pages/${home.id}/children`);
  await call('GET', `${V2}/pages/${home.id}/direct-children?limit=1`);
  await call('GET', `${V2}/pages/${id}/ancestors`);
  const file = build.attachment({ pageId: id });
  await call('GET', `${V2}/pages/${id}/attachments?sort=-modified-date`);
  await call('GET', `${V2}/attachments/${file.id}`);
  await call('GET', `${V2}/pages/${id}?version=1&${FORMAT}`);
  return id;
}

async function walkProperties({ call }: TestSite, owner: string): Promise<void> {
  const path = `${V2}/${owner}/properties`;
  const { id } = (await call('POST', path, { key: 'docket.key', value: { a: [1, null, 'x'] } })).body;
  await call('GET', `${path}?key=docket.key`);
  await call('PUT', `${path}/${id}`, { key: 'docket.key', value: true, version: { number: 2 } });
  await call('GET', `${path}/${id}`);
  await call('DELETE', `${path}/${id}`);
}

async function walkComments(site: TestSite, pageId: string): Promise<void> {
  const { call } = site;
  const path = `${V2}/footer-comments`;
  const { id } = (await call('POST', path, { pageId, body: written(doc('First')) })).body;
  await call('POST', path, { parentCommentId: id, body: written(doc('Reply')) });
  await call('PUT', `${path}/${id}`, { version: { number: 2 }, body: written(doc('Changed')) });
  await call('GET', `${V2}/pages/${pageId}/footer-comments?${FORMAT}`);
  await walkProperties(site, `comments/${id}`);
  await call('GET', `${path}/${id}?include-properties=true&${FORMAT}`);
  await call('DELETE', `${path}/${id}`);
}

/** Calls every operation at least once with success, and meets the refusals that the documents name. */
async function walkEverything(): Promise<TestSite> {
  const site = siteWith();
  const { call, state } = site;
  const pageId = await walkPages(site);
  await walkProperties(site, `pages/${pageId}`);
  await walkComments(site, pageId);
  await call('POST', `${V2}/pages/${pageId}/properties`, { key: 'kept', value: 'x' });
  await call('GET', `${V2}/pages/${pageId}?${ALL_PARTS}&body-format=storage`);

  const [task] = [...state.tasks.all()];
  await call('GET', `${V2}/tasks?status=incomplete&assigned-to=lead&${FORMAT}`);
  await call('GET', `${V2}/tasks/${task?.id}?body-format=storage`);
  await call('PUT', `${V2}/tasks/${task?.id}`, { status: 'complete' });
  await call('POST', `${V2}/users-bulk`, { accountIds: ['member', 'lead', 'nobody'] });
  const subject = { type: 'user', identifier: 'member' };
  await call('POST', `/wiki/rest/api/content/${pageId}/permission/check`, { subject, operation: 'update' });

  await call('DELETE', `${V2}/pages/${pageId}`);
  await call('GET', `${V2}/pages/${pageId}`);
  await call('GET', `${V2}/pages/${pageId}?status=trashed`);
  await call('GET', `${V2}/pages?cursor=broken`);
  return site;
}

describe('what passes between clients and Confluence', () => {
  it('exercises every operation with success', async () => {
    const { exchanges, site } = await walkEverything();
    const succeeded = new Set(
      exchanges.filter(({ status }) => status < 300).map(({ operation }) => operation),
    );
    expect([...succeeded].sort()).toEqual(confluenceOperations.map(({ id }) => id).sort());
    expect(site.unmodelled).toEqual([]);
  });

  itWithContract("keeps to Atlassian's documents", async () => {
    const { exchanges } = await walkEverything();
    expectContract(exchanges);
  });

  it('is claimed by the coverage table, line by line', () => {
    const served = confluenceOperations.map(({ id, method, path }) => `${id} ${method} ${path}`);
    expect(confluenceCoverage.map(({ id, route }) => `${id} ${route}`).sort()).toEqual(served.sort());
  });

  it('is covered by a scope that the operation takes', () => {
    for (const { id, scope } of confluenceCoverage.filter((line) => line.usedBy.includes('docket'))) {
      const operation = confluenceOperations.find((each) => each.id === id);
      expect(operation?.scopes.flat()).toContain(scope);
    }
  });
});
