import { doc, siteWith } from '../../../../test/support/site';
import type { ProductEvent } from '../../state';

const AT = '/rest/api/3/issue/PRJ-1/comment';

function world() {
  const test = siteWith((build) => {
    build.user({ accountId: 'viewer' });
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member', lead: 'admin' } });
    build.issue();
  });
  const events: ProductEvent[] = [];
  test.state.onEvent((event) => events.push(event));
  return { ...test, events };
}

describe('adding a comment', () => {
  it('answers 201 with the comment, by whoever called, and touches the issue', async () => {
    const { call, state, clock, events } = world();
    await clock.advance(60_000);
    const { status, body } = await call(
      'POST',
      AT,
      { body: doc('Please look.'), properties: [{ key: 'docket', value: { k: 1 } }] },
      'app',
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      author: { accountId: 'app', accountType: 'app' },
      body: doc('Please look.'),
      created: '2026-07-21T09:01:00.000+0000',
    });
    expect(state.comments.get(body.id)?.properties).toEqual({ docket: { k: 1 } });
    expect([...state.issues.all()][0]?.updated).toBe(clock.now());
    expect(events.map(({ eventType }) => eventType)).toEqual(['avi:jira:commented:issue']);
    expect(events[0]?.payload).toMatchObject({ comment: { id: body.id }, issue: { key: 'PRJ-1' } });
  });

  it.each([
    ['a string', 'Please look.'],
    ['nothing', undefined],
    ['an invalid document', { type: 'doc', version: 1, content: [{ type: 'nonsense' }] }],
    ['a document that is too long', doc('x'.repeat(32_768))],
  ])('refuses %s as its body', async (_case, body) => {
    const { call, state } = world();
    const answer = await call('POST', AT, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveProperty('comment');
    expect(state.comments.size).toBe(0);
  });

  it('refuses who may only browse', async () => {
    const { call } = world();
    expect((await call('POST', AT, { body: doc('x') }, 'viewer')).status).toBe(400);
  });

  it('refuses restricted visibility by name, rather than show it to all', async () => {
    const { call } = world();
    const visibility = { type: 'role', value: 'Administrators' };
    expect((await call('POST', AT, { body: doc('x'), visibility })).status).toBe(501);
  });
});

describe('comments that are there', () => {
  it('come oldest first, or newest first, in pages', async () => {
    const { call, build } = world();
    const ids = [1, 2, 3].map((minute) => build.comment({ created: minute }).id);
    const listed = async (query: string) => (await call('GET', `${AT}?${query}`)).body;
    const idsOf = (body: { comments: { id: string }[] }) => body.comments.map(({ id }) => id);
    expect(idsOf(await listed(''))).toEqual(ids);
    expect(idsOf(await listed('orderBy=-created&maxResults=2'))).toEqual([ids[2], ids[1]]);
    expect(await listed('startAt=2')).toMatchObject({ startAt: 2, total: 3, maxResults: 100 });
    expect((await call('GET', `${AT}?orderBy=author`)).status).toBe(400);
  });

  it('show their properties where they are asked for', async () => {
    const { call, build } = world();
    const { id } = build.comment({ properties: { docket: 'k' } });
    expect('properties' in (await call('GET', `${AT}/${id}`)).body).toBe(false);
    expect((await call('GET', `${AT}/${id}?expand=properties`)).body.properties).toEqual([
      { key: 'docket', value: 'k' },
    ]);
  });

  it('are edited and deleted by their author or an administrator', async () => {
    const { call, build, state } = world();
    const { id } = build.comment({ authorId: 'member' });
    expect((await call('PUT', `${AT}/${id}`, { body: doc('y') }, 'app')).status).toBe(400);
    expect((await call('PUT', `${AT}/${id}`, { body: doc('y') }, 'lead')).status).toBe(200);
    expect(state.comments.get(id)).toMatchObject({
      authorId: 'member',
      updateAuthorId: 'lead',
      body: doc('y'),
    });
    expect((await call('DELETE', `${AT}/${id}`, undefined, 'app')).status).toBe(400);
    expect((await call('DELETE', `${AT}/${id}`)).status).toBe(204);
    expect((await call('GET', `${AT}/${id}`)).status).toBe(404);
  });

  it('are not found under another issue', async () => {
    const { call, build } = world();
    const other = build.comment({ issueId: build.issue({ key: 'PRJ-2' }).id });
    expect((await call('GET', `${AT}/${other.id}`)).status).toBe(404);
  });
});
