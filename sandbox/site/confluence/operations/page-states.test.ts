import { minutes, written } from '../../../../test/support/minutes';
import { doc, siteWith } from '../../../../test/support/site';

const V2 = '/wiki/api/v2';

/** What may become of a page between two visits of an app, and what each call then meets. */
function world() {
  const test = siteWith();
  const parent = test.build.page({ title: 'Reports' });
  const page = test.build.page({ title: 'Week 30', parentId: parent.id, body: doc('Written.') });
  const path = `${V2}/pages/${page.id}`;
  const update = async (change: object = {}) =>
    test.call('PUT', path, {
      id: page.id,
      status: 'current',
      title: 'Week 30',
      body: written(doc('Rewritten.')),
      version: { number: 2 },
      ...change,
    });
  const create = async (change: object = {}) =>
    test.call('POST', `${V2}/pages`, {
      spaceId: page.spaceId,
      status: 'current',
      title: 'Week 30',
      body: written(doc('New.')),
      ...change,
    });
  const comment = () =>
    test.call('POST', `${V2}/footer-comments`, { pageId: page.id, body: written(doc('Hello.')) });
  return { ...test, parent, page, path, update, create, comment };
}

describe('a page that somebody archived', () => {
  it('can be read but not written, and keeps its title', async () => {
    const { call, state, page, path, update, create } = world();
    state.pages.patch(page.id, { status: 'archived' });
    expect((await call('GET', path)).body.status).toBe('archived');
    expect((await update()).status).toBe(400);
    expect((await create()).status).toBe(400);
    const byTitle = await call('GET', `${V2}/pages?title=Week%2030&status=current`);
    expect(byTitle.body.results).toEqual([]);
  });
});

describe('a page in the trash', () => {
  it('is found nowhere, takes no comment, and gives its title away', async () => {
    const { call, path, update, create, comment } = world();
    await call('DELETE', path);
    expect((await call('GET', path)).status).toBe(404);
    expect((await comment()).status).toBe(404);
    expect((await create()).status).toBe(200);
    // To write it is to restore it, which its title forbids by now.
    expect((await update()).status).toBe(400);
  });

  it('comes back under its parent as the next version, with the text that it had', async () => {
    const { call, path, parent, update } = world();
    await call('DELETE', path);
    expect(await update({ version: { number: 1 } })).toMatchObject({ status: 409 });
    expect(await update()).toMatchObject({
      status: 200,
      body: { parentId: parent.id, version: { number: 2 } },
    });
    const { body } = await call('GET', `${path}?body-format=atlas_doc_format`);
    expect(JSON.parse(body.body.atlas_doc_format.value)).toEqual(doc('Written.'));
  });

  it('comes back at the top of the space where its parent is gone', async () => {
    const { call, path, parent, update } = world();
    await call('DELETE', path);
    await call('DELETE', `${V2}/pages/${parent.id}`);
    expect(await update()).toMatchObject({ status: 200, body: { parentId: null } });
  });

  it('is gone for good once purged', async () => {
    const { call, path, update } = world();
    await call('DELETE', path);
    await call('DELETE', `${path}?purge=true`, undefined, 'admin');
    expect((await update()).status).toBe(404);
    expect((await call('GET', `${path}?status=trashed,deleted`)).status).toBe(404);
  });
});

describe('a page whose surroundings changed', () => {
  it('moves up where its parent is deleted, and no page is made under what is gone', async () => {
    const { call, path, parent, create } = world();
    await call('DELETE', `${V2}/pages/${parent.id}`);
    expect((await call('GET', path)).body).toMatchObject({ parentId: null, status: 'current' });
    expect((await create({ title: 'Week 31', parentId: parent.id })).status).toBe(404);
  });

  it('keeps its id, version and properties where somebody moved or renamed it', async () => {
    const { call, build, path, page, update } = world();
    const elsewhere = build.page({ title: 'Old reports' });
    await call('POST', `${path}/properties`, { key: 'docket.status', value: { week: 30 } });
    await update({ title: 'Week thirty', parentId: elsewhere.id });
    expect((await call('GET', path)).body).toMatchObject({
      id: page.id,
      title: 'Week thirty',
      parentId: elsewhere.id,
      version: { number: 2 },
    });
    const { body } = await call('GET', `${path}/properties?key=docket.status`);
    expect(body.results).toMatchObject([{ value: { week: 30 } }]);
    expect((await update()).status).toBe(409);
  });
});

describe('a draft', () => {
  it('is its author’s alone, takes no title away, and has no tasks until it is published', async () => {
    const { call, create, state } = world();
    const body = written(minutes({ localId: 'a', owner: 'lead', due: Date.UTC(2026, 6, 24) }));
    const draft = (await create({ status: 'draft', title: 'Week 31', body })).body;
    const at = `${V2}/pages/${draft.id}`;
    expect((await call('GET', at)).status).toBe(404);
    expect((await call('GET', `${at}?get-draft=true`)).body).toMatchObject({
      status: 'draft',
      title: 'Week 31',
    });
    expect((await call('GET', `${at}?get-draft=true`, undefined, 'lead')).status).toBe(404);
    expect(state.tasks.size).toBe(0);
    expect((await create({ title: 'Week 31' })).status).toBe(200);

    const publish = (title: string) =>
      call('PUT', at, { id: draft.id, status: 'current', title, body, version: { number: 1 } });
    expect((await publish('Week 31')).status).toBe(400);
    expect(await publish('Week 32')).toMatchObject({ status: 200, body: { status: 'current' } });
    expect([...state.tasks.all()]).toMatchObject([
      { pageId: draft.id, assignedTo: 'lead', status: 'incomplete', dueAt: Date.UTC(2026, 6, 24) },
    ]);
  });
});
