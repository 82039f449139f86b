import type { Page } from '../../entities';
import type { ProductEvent } from '../../state';
import { minutes, written } from '../../../../test/support/minutes';
import { doc, NOW, siteWith, type TestSite } from '../../../../test/support/site';

const HOUR = 3_600_000;

/** Writes `page` with what `change` states; the next version and the same title and text otherwise. */
const put = (site: TestSite, page: Page, change: object = {}, as = 'member') =>
  site.call(
    'PUT',
    `/wiki/api/v2/pages/${page.id}`,
    {
      id: page.id,
      status: 'current',
      title: page.title,
      body: written(page.body),
      version: { number: page.version.number + 1 },
      ...change,
    },
    as,
  );

describe('updating a page', () => {
  it('makes the next version and keeps the one before', async () => {
    const site = siteWith();
    const page = site.build.page({ title: 'Status', body: doc('old') });
    await site.clock.advance(HOUR);
    const { status, body } = await put(
      site,
      page,
      {
        title: 'Status 30',
        body: written(doc('new')),
        version: { number: 2, message: 'Week 30' },
      },
      'lead',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Status 30',
      authorId: 'member',
      version: { number: 2, message: 'Week 30', authorId: 'lead', createdAt: '2026-07-21T10:00:00.000Z' },
    });
    expect(site.state.pages.get(page.id)).toMatchObject({
      body: doc('new'),
      history: [{ title: 'Status', body: doc('old'), version: { number: 1, created: NOW } }],
    });
  });

  it.each([1, 3, 0])('refuses version %i of a page that stands at 1 as a conflict', async (number) => {
    const site = siteWith();
    const page = site.build.page();
    const { status, body } = await put(site, page, { version: { number } });
    expect(status).toBe(409);
    expect(body.errors[0]).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(body.errors[0].title).toContain('Current version: [1]');
    expect(site.state.pages.get(page.id)?.version.number).toBe(1);
  });

  it('lets one of two writers through who read the same version', async () => {
    const site = siteWith();
    const page = site.build.page();
    const answers = await Promise.all([put(site, page), put(site, page, {}, 'lead')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('moves it under another parent and hands it over', async () => {
    const site = siteWith();
    const parent = site.build.page();
    const page = site.build.page();
    const { body } = await put(site, page, { parentId: parent.id, ownerId: 'lead' });
    expect(body).toMatchObject({ parentId: parent.id, ownerId: 'lead', lastOwnerId: 'member', position: 0 });
  });

  it('refuses to move it under itself, into another space, or under what is hidden', async () => {
    const site = siteWith();
    const page = site.build.page();
    const child = site.build.page({ parentId: page.id });
    const elsewhere = site.build.page({ spaceId: site.build.space().id });
    const hidden = site.build.page({ readers: ['lead'] });
    const statusOf = async (parentId: string) => (await put(site, page, { parentId })).status;
    expect(await statusOf(page.id)).toBe(400);
    expect(await statusOf(child.id)).toBe(400);
    expect(await statusOf(elsewhere.id)).toBe(400);
    expect(await statusOf(hidden.id)).toBe(404);
    expect((await put(site, page, { spaceId: elsewhere.spaceId })).status).toBe(400);
  });

  it('may keep its own title, and takes no other one of the space', async () => {
    const site = siteWith();
    site.build.page({ title: 'Taken' });
    const page = site.build.page({ title: 'Mine' });
    expect((await put(site, page, { title: 'MINE' })).status).toBe(200);
    const next = site.state.pages.get(page.id) ?? page;
    const { status, body } = await put(site, next, { title: 'taken' });
    expect(status).toBe(400);
    expect(body.errors[0].title).toMatch(/^A page with this title already exists/);
  });

  it('is a 404 to who may see the page but not change it', async () => {
    const site = siteWith();
    const page = site.build.page({ spaceId: site.build.space({ everyone: 'view' }).id });
    expect((await put(site, page)).status).toBe(404);
    expect((await put(site, page, {}, 'app')).status).toBe(200);
  });

  it('refuses an id in the body that is not the one in the path', async () => {
    const site = siteWith();
    expect((await put(site, site.build.page(), { id: '1' })).status).toBe(400);
  });

  it('publishes a draft as version 1, with its tasks, and tells of a new page', async () => {
    const site = siteWith();
    const events: ProductEvent[] = [];
    site.state.onEvent((event) => events.push(event));
    const draft = site.build.page({ status: 'draft', body: minutes({}) });
    expect((await put(site, draft, { version: { number: 2 } })).status).toBe(409);
    const { body } = await put(site, draft, { version: { number: 1 } });
    expect(body).toMatchObject({ status: 'current', version: { number: 1 } });
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'avi:confluence:created:page',
      'avi:confluence:created:task',
    ]);
  });

  it('restores a page from the trash without touching its text', async () => {
    const site = siteWith();
    const events: ProductEvent[] = [];
    site.state.onEvent((event) => events.push(event));
    const page = site.build.page({ status: 'trashed', body: doc('kept') });
    const { status, body } = await put(site, page, { title: 'Ignored', body: written(doc('ignored')) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'current', title: page.title, version: { number: 2 } });
    expect(site.state.pages.get(page.id)?.body).toEqual(doc('kept'));
    expect(events.map(({ eventType }) => eventType)).toEqual(['avi:confluence:restored:page']);
  });

  it('says that a draft beside a published page is not modelled', async () => {
    const site = siteWith();
    const { status, body } = await put(site, site.build.page(), { status: 'draft', version: { number: 1 } });
    expect(status).toBe(400);
    expect(body.errors[0].title).toContain('not model');
  });
});

describe('tasks of an updated page', () => {
  it('follow its text: kept by their id, changed, added, removed', async () => {
    const site = siteWith();
    const page = site.build.page({ body: minutes() });
    await put(site, page, {
      body: written(minutes({ localId: 'stays' }, { localId: 'changes' }, { localId: 'goes' })),
    });
    const before = new Map([...site.state.tasks.all()].map((task) => [task.localId, task]));
    const events: ProductEvent[] = [];
    site.state.onEvent((event) => events.push(event));
    await site.clock.advance(HOUR);

    const due = Date.UTC(2026, 7, 3);
    await put(
      site,
      site.state.pages.get(page.id) ?? page,
      {
        body: written(
          minutes(
            { localId: 'stays' },
            { localId: 'changes', done: true, owner: 'lead', due },
            { localId: 'comes' },
          ),
        ),
      },
      'lead',
    );
    const after = new Map([...site.state.tasks.all()].map((task) => [task.localId, task]));
    expect([...after.keys()].sort()).toEqual(['changes', 'comes', 'stays']);
    expect(after.get('stays')).toEqual(before.get('stays'));
    expect(after.get('changes')).toMatchObject({
      id: before.get('changes')?.id,
      status: 'complete',
      assignedTo: 'lead',
      dueAt: due,
      created: NOW,
      createdBy: 'member',
      updated: NOW + HOUR,
      completedBy: 'lead',
      completedAt: NOW + HOUR,
    });
    expect(after.get('comes')).toMatchObject({ createdBy: 'lead', created: NOW + HOUR });
    expect(events.map(({ eventType }) => eventType).sort()).toEqual([
      'avi:confluence:created:task',
      'avi:confluence:removed:task',
      'avi:confluence:updated:page',
      'avi:confluence:updated:task',
    ]);
    const updated = events.find(({ eventType }) => eventType === 'avi:confluence:updated:task');
    expect(updated?.payload).toMatchObject({
      task: { statusAsString: 'CHECKED' },
      oldTask: { assignee: null },
    });
  });
});
