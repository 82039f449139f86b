import type { ProductEvent } from '../../state';
import { minutes } from '../../../../test/support/minutes';
import { siteWith } from '../../../../test/support/site';

describe('deleting a page', () => {
  it('moves it to the trash, hides its tasks, and lifts its children', async () => {
    const { call, build, state } = siteWith();
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    const top = build.page();
    const page = build.page({ parentId: top.id, body: minutes({}) });
    const child = build.page({ parentId: page.id });
    build.task({ pageId: page.id });
    expect(await call('DELETE', `/wiki/api/v2/pages/${page.id}`)).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect(state.pages.get(page.id)?.status).toBe('trashed');
    expect(state.pages.get(child.id)?.parentId).toBe(top.id);
    expect((await call('GET', '/wiki/api/v2/tasks')).body.results).toEqual([]);
    expect(events.map(({ eventType }) => eventType)).toEqual(['avi:confluence:trashed:page']);
    expect((await call('DELETE', `/wiki/api/v2/pages/${page.id}`)).status).toBe(404);
  });

  it('purges only from the trash, and only for an admin of the space', async () => {
    const { call, build, state } = siteWith();
    const page = build.page();
    build.task({ pageId: page.id });
    const path = `/wiki/api/v2/pages/${page.id}`;
    expect((await call('DELETE', `${path}?purge=true`, undefined, 'admin')).status).toBe(400);
    await call('DELETE', path);
    expect((await call('DELETE', `${path}?purge=true`)).status).toBe(404);
    expect((await call('DELETE', `${path}?purge=true`, undefined, 'admin')).status).toBe(204);
    expect([state.pages.size, state.tasks.size]).toEqual([0, 0]);
  });

  it('discards a draft at once, where it is called one', async () => {
    const { call, build, state } = siteWith();
    const path = `/wiki/api/v2/pages/${build.page({ status: 'draft' }).id}`;
    expect((await call('DELETE', path)).status).toBe(404);
    expect((await call('DELETE', `${path}?draft=true`)).status).toBe(204);
    expect(state.pages.size).toBe(0);
    expect((await call('DELETE', `/wiki/api/v2/pages/${build.page().id}?draft=true`)).status).toBe(400);
  });

  it('is a 404 to who may see the page but not delete it', async () => {
    const { call, build } = siteWith();
    const page = build.page({ spaceId: build.space({ everyone: 'view' }).id });
    expect((await call('DELETE', `/wiki/api/v2/pages/${page.id}`)).status).toBe(404);
  });
});
