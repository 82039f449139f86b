import { type TestSite, siteWith } from '../../../../test/support/site';

const API = '/rest/api/3/search/jql';
const DAY = 24 * 60 * 60 * 1000;

/** `count` issues PRJ-1.. due on successive days. */
const withIssues = (count: number): TestSite =>
  siteWith((build) => {
    build.project({ key: 'PRJ' });
    for (let day = 1; day <= count; day += 1)
      build.issue({ dueDate: `2026-08-${String(day).padStart(2, '0')}` });
  });

const keysOf = (body: { issues: { key: string }[] }) => body.issues.map(({ key }) => key);
const query = (params: Record<string, string>) => `${API}?${new URLSearchParams(params)}`;

describe('what the enhanced search answers', () => {
  it('tells ids and nothing else where no fields are named', async () => {
    const { call, state } = withIssues(1);
    const [issue] = [...state.issues.all()];
    const { body } = await call('POST', API, { jql: 'project = PRJ' });
    expect(body).toEqual({ issues: [{ id: issue?.id }], isLast: true });
  });

  it('tells only the fields that were named', async () => {
    const { call } = withIssues(1);
    const { body } = await call('GET', query({ jql: 'project = PRJ', fields: 'duedate,summary,nothing' }));
    expect(body.issues[0].key).toBe('PRJ-1');
    expect(body.issues[0].fields).toEqual({ summary: 'Summary of PRJ-1', duedate: '2026-08-01' });
  });

  it.each([
    ['*all', true, true],
    ['*navigable', false, true],
    ['*all,-duedate', true, false],
    ['-duedate', false, false],
  ])('reads fields=%s', async (fields, comment, duedate) => {
    const { call } = withIssues(1);
    const { body } = await call('GET', query({ jql: 'project = PRJ', fields }));
    expect('comment' in body.issues[0].fields).toBe(comment);
    expect('duedate' in body.issues[0].fields).toBe(duedate);
  });

  it('adds the properties that were named, where the issue has them', async () => {
    const { call } = siteWith((build) =>
      build.issue({ properties: { 'docket.risk': { score: 9 }, other: 1 } }),
    );
    const { body } = await call('POST', API, {
      jql: 'project = PRJ',
      fields: ['key'],
      properties: ['docket.risk', 'none'],
    });
    expect(body.issues[0]).toMatchObject({ key: 'PRJ-1', properties: { 'docket.risk': { score: 9 } } });
    expect(Object.keys(body.issues[0].properties)).toEqual(['docket.risk']);
  });

  it('counts a point for the call and one for each issue', async () => {
    const { call, exchanges } = withIssues(3);
    await call('POST', API, { jql: 'project = PRJ' });
    await call('POST', '/rest/api/3/search/approximate-count', { jql: 'project = PRJ' });
    expect(exchanges.map(({ points }) => points)).toEqual([4, 1]);
  });

  it('leaves out what the caller may not see', async () => {
    const { call } = siteWith((build) => {
      const shut = build.project({
        key: 'SHUT',
        everyone: null,
        roles: { member: 'viewer' },
        appAccess: false,
      });
      const open = build.project({ key: 'OPEN' });
      build.issue({ projectId: shut.id });
      build.issue({ projectId: open.id });
      build.issue({ projectId: open.id, securityLevelId: build.securityLevel({ memberIds: ['member'] }).id });
    });
    const search = { jql: 'created is not empty order by key', fields: ['key'] };
    expect(keysOf((await call('POST', API, search)).body)).toEqual(['OPEN-1', 'OPEN-2', 'SHUT-1']);
    expect(keysOf((await call('POST', API, search, 'app')).body)).toEqual(['OPEN-1']);
    const { body } = await call('POST', '/rest/api/3/search/approximate-count', { jql: search.jql }, 'app');
    expect(body).toEqual({ count: 1 });
  });

  it('reads currentUser() and dates as the caller', async () => {
    const { call } = siteWith((build) => {
      build.user({ accountId: 'far', timeZone: 'Pacific/Kiritimati' });
      build.issue({ assigneeId: 'far', dueDate: '2026-07-21' });
    });
    const jql = 'assignee = currentUser() and due = startOfDay()';
    // At 09:00 UTC it is 23:00 of the same day on Kiritimati: due today for both, assigned to one.
    expect((await call('POST', API, { jql, fields: ['key'] }, 'far')).body.issues).toHaveLength(1);
    expect((await call('POST', API, { jql, fields: ['key'] })).body.issues).toEqual([]);
  });
});

describe('pages of the enhanced search', () => {
  const search = { jql: 'project = PRJ order by due asc', fields: ['key'], maxResults: 2 };

  it('walk to the end, without a total', async () => {
    const { call } = withIssues(5);
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const { body } = await call('POST', API, {
        ...search,
        ...(token === undefined ? {} : { nextPageToken: token }),
      });
      seen.push(...keysOf(body));
      expect(body.isLast).toBe(body.nextPageToken === undefined);
      expect('total' in body).toBe(false);
      token = body.nextPageToken;
    } while (token !== undefined);
    expect(seen).toEqual(['PRJ-1', 'PRJ-2', 'PRJ-3', 'PRJ-4', 'PRJ-5']);
  });

  it('neither skip nor repeat what stays, when other issues come and go between two pages', async () => {
    const { call, state, build } = withIssues(5);
    const first = (await call('POST', API, search)).body;
    const issues = [...state.issues.all()];
    state.issues.delete(issues[0]!.id);
    state.issues.delete(issues[1]!.id);
    build.issue({ key: 'PRJ-9', dueDate: '2026-07-01' });
    const second = (await call('POST', API, { ...search, nextPageToken: first.nextPageToken })).body;
    expect(keysOf(second)).toEqual(['PRJ-3', 'PRJ-4']);
  });

  it('are as long as what is asked of each issue allows', async () => {
    const { call } = siteWith((build) => {
      for (let i = 0; i < 120; i += 1) build.issue();
    });
    const lengthOf = async (more: object) =>
      (await call('POST', API, { jql: 'project = PRJ', maxResults: 5000, ...more })).body.issues.length;
    expect(await lengthOf({})).toBe(120);
    expect(await lengthOf({ fields: ['key'] })).toBe(120);
    expect(await lengthOf({ fields: ['summary'] })).toBe(100);
    expect(await lengthOf({ fields: ['key'], properties: ['docket.risk'] })).toBe(100);
    expect((await call('POST', API, { jql: 'project = PRJ' })).body.issues).toHaveLength(50);
  });

  it.each([
    ['another query', { jql: 'project = PRJ order by due desc' }],
    ['other fields', { fields: ['summary'] }],
    ['a made-up token', { nextPageToken: 'CAEaAggD' }],
  ])('are refused for %s', async (_case, change) => {
    const { call } = withIssues(3);
    const { nextPageToken } = (await call('POST', API, search)).body;
    const { status } = await call('POST', API, { ...search, nextPageToken, ...change });
    expect(status).toBe(400);
  });

  it('are refused after seven days', async () => {
    const { call, clock } = withIssues(3);
    const { nextPageToken } = (await call('POST', API, search)).body;
    await clock.advance(7 * DAY - 1);
    expect((await call('POST', API, { ...search, nextPageToken })).status).toBe(200);
    await clock.advance(1);
    expect((await call('POST', API, { ...search, nextPageToken })).status).toBe(400);
  });
});

describe('what the enhanced search refuses', () => {
  it.each([
    ['an unbounded query', { jql: 'order by due' }],
    ['no query', {}],
    ['a query that does not parse', { jql: 'project = ' }],
    ['more than five properties', { jql: 'project = PRJ', properties: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    [
      'more than fifty issues to reconcile',
      { jql: 'project = PRJ', reconcileIssues: Array.from({ length: 51 }, (_, i) => i) },
    ],
    ['an empty page', { jql: 'project = PRJ', maxResults: 0 }],
  ])('%s, with warnings beside the errors', async (_case, body) => {
    const { call } = withIssues(1);
    const answer = await call('POST', API, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [expect.any(String)], warningMessages: [] });
  });

  it('a project that is not there, in the words of a real site', async () => {
    const { call } = withIssues(1);
    expect((await call('POST', API, { jql: 'project = NONE' })).body).toEqual({
      errorMessages: ["The value 'NONE' does not exist for the field 'project'."],
      warningMessages: [],
    });
  });

  it('an expand that is not modelled, with a 501 that names it', async () => {
    const { call, site } = withIssues(1);
    const { status, body } = await call('GET', query({ jql: 'project = PRJ', expand: 'renderedFields' }));
    expect(status).toBe(501);
    expect(site.unmodelled).toEqual([expect.stringContaining('GET /rest/api/3/search/jql')]);
    expect(body.errorMessages[0]).toContain('expand=renderedFields');
  });

  it('the removed search, with 410 and where to go', async () => {
    const { call } = withIssues(1);
    for (const method of ['GET', 'POST']) {
      const { status, body } = await call(
        method,
        '/rest/api/3/search',
        method === 'POST' ? { jql: 'x' } : undefined,
      );
      expect(status).toBe(410);
      expect(body.errorMessages[0]).toContain('/rest/api/3/search/jql');
    }
  });

  it('an app without the scope to read', async () => {
    const { call, caller } = withIssues(1);
    const answer = await call(
      'POST',
      API,
      { jql: 'project = PRJ' },
      caller('app', new Set(['read:jira-user'])),
    );
    expect(answer.status).toBe(401);
  });
});
