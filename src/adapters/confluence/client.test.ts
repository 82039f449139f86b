import { createHttp } from '../http';
import { createConfluence } from './client';

const PAGE = { id: '7', status: 'current', title: 'T', spaceId: '1', parentId: null, version: { number: 3 } };

/** Confluence that gives these answers in turn; remembers what it was asked. */
function confluence(...answers: [status: number, body: unknown][]) {
  const asked: { method: string | undefined; path: string; body: unknown }[] = [];
  const client = createConfluence(createHttp({ sleep: async () => undefined }), async ({ value }, init) => {
    const [status, body] = answers[asked.length] ?? [501, {}];
    const sent: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method: init?.method, path: value, body: sent });
    return new Response(JSON.stringify(body), { status });
  });
  return { client, asked };
}

const refusal = (status: number, title: string): [number, unknown] => [
  status,
  { errors: [{ status, code: 'X', title, detail: null }] },
];
const doc = { version: 1, type: 'doc', content: [] } as const;
const base = { id: '7', title: 'T', spaceId: '1', parentId: null, status: 'current', version: 3, path: null };

describe('a site without Confluence', () => {
  it.each([401, 403, 404])('that answers %i is named so', async (status) => {
    const { client } = confluence(refusal(status, 'No'), refusal(status, 'No'));

    await expect(client.findSpace('TEAM')).rejects.toMatchObject({ code: 'NO_CONFLUENCE' });
    await expect(client.isThere()).resolves.toBe(false);
  });

  it('is not what a failure looks like', async () => {
    const { client } = confluence(...Array<[number, unknown]>(3).fill(refusal(500, 'Oops')));

    await expect(client.isThere()).rejects.toMatchObject({ code: 'UPSTREAM_DOWN' });
  });
});

describe('a space', () => {
  it('is found by its key alone, with the address of the site', async () => {
    const links = { base: 'https://example.atlassian.net/wiki' };
    const { client, asked } = confluence(
      [200, { results: [{ id: '1', key: 'A B&C', homepageId: '5' }], _links: links }],
      [200, { results: [{ id: '1', key: 'OTHER' }] }],
    );

    expect(await client.findSpace('A B&C')).toEqual({
      id: '1',
      key: 'A B&C',
      homepageId: '5',
      siteUrl: 'https://example.atlassian.net',
    });
    expect(await client.findSpace('TEAM')).toBeUndefined();
    expect(asked[0]?.path).toBe('/wiki/api/v2/spaces?keys=A+B%26C&limit=1');
  });
});

describe('a title', () => {
  it('is looked for to the last page of the list', async () => {
    const next = '/wiki/api/v2/pages?cursor=abc&limit=25';
    const { client, asked } = confluence(
      [200, { results: [], _links: { next } }],
      [200, { results: [{ ...PAGE, _links: { webui: '/spaces/A/pages/7' } }], _links: {} }],
    );

    expect(await client.findByTitle('1', 'Is 1 < 2?')).toEqual([{ ...base, path: '/wiki/spaces/A/pages/7' }]);
    expect(asked[0]?.path).toContain('title=Is+1+%3C+2%3F');
    expect(asked[1]?.path).toContain('cursor=abc');
  });
});

describe('a document', () => {
  it.each([
    ['in the trash', [200, { ...PAGE, status: 'trashed' }]],
    ['that is gone', refusal(404, 'Not found')],
  ] as [string, [number, unknown]][])('%s is not there', async (_what, answer) => {
    expect(await confluence(answer).client.readDocument('7')).toBeUndefined();
  });

  it('of an empty page is empty', async () => {
    const { client } = confluence([200, { ...PAGE, body: { atlas_doc_format: { value: '' } } }]);

    expect((await client.readDocument('7'))?.doc).toEqual(doc);
  });

  it.each([undefined, { value: '{"type":"doc"' }, { value: '{"type":"table","version":1,"content":[]}' }])(
    'that does not read (%j) is a fault, not an empty page to be overwritten',
    async (body) => {
      const { client } = confluence([200, { ...PAGE, body: { atlas_doc_format: body } }]);

      await expect(client.readDocument('7')).rejects.toMatchObject({ code: 'UPSTREAM_SHAPE' });
    },
  );
});

describe('an update', () => {
  it('is the version after the one that was read', async () => {
    const { client, asked } = confluence([200, { ...PAGE, version: { number: 4 } }]);

    expect((await client.updatePage({ base, doc, message: 'why' })).version).toBe(4);
    expect(asked[0]).toMatchObject({
      method: 'PUT',
      path: '/wiki/api/v2/pages/7',
      body: { id: '7', title: 'T', version: { number: 4, message: 'why' } },
    });
  });

  it.each([
    [409, 'Conflict', 'CONFLICT'],
    [400, 'Version must be incremented on update. Current version is: 5', 'CONFLICT'],
    [400, 'The body is no valid document', 'BAD_INPUT'],
  ])('refused with %i "%s" is %s', async (status, title, code) => {
    const { client } = confluence(refusal(status, title));

    await expect(client.updatePage({ base, doc, message: '' })).rejects.toMatchObject({ code });
  });
});
