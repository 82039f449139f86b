import { LINK_TYPE, PRIORITY, TYPE, doc, siteWith } from '../../../../test/support/site';
import type { ProductEvent } from '../../state';

const AT = '/rest/api/3/issue/PRJ-1';
const HOUR = 60 * 60 * 1000;
const MISSING = {
  errorMessages: ['Issue does not exist or you do not have permission to see it.'],
  errors: {},
};

function oneIssue() {
  const test = siteWith((build) => {
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member', lead: 'admin' } });
    build.user({ accountId: 'viewer' });
    build.issue({ key: 'PRJ-1', labels: ['old'] });
  });
  const events: ProductEvent[] = [];
  test.state.onEvent((event) => events.push(event));
  const stored = () => test.state.issues.where('key', 'PRJ-1')[0]!;
  return { ...test, events, stored };
}

describe('reading an issue', () => {
  it('finds it by id and by key in any case', async () => {
    const { call, stored } = oneIssue();
    const byId = await call('GET', `/rest/api/3/issue/${stored().id}`);
    const byKey = await call('GET', '/rest/api/3/issue/prj-1');
    expect(byId.body).toEqual(byKey.body);
    expect(byId.body.fields.summary).toBe('Summary of PRJ-1');
  });

  it('tells the key even where only the id was asked for', async () => {
    const { call } = oneIssue();
    expect((await call('GET', `${AT}?fields=id`)).body).toMatchObject({ key: 'PRJ-1' });
  });

  it('writes instants with an offset without colon', async () => {
    const { call } = oneIssue();
    expect((await call('GET', AT)).body.fields.created).toBe('2026-07-21T09:00:00.000+0000');
  });

  it.each([
    ['that is not there', '/rest/api/3/issue/PRJ-99', 'member'],
    ['in a private project', '/rest/api/3/issue/SHUT-1', 'admin'],
    ['behind a security level', '/rest/api/3/issue/PRJ-2', 'app'],
  ])('answers 404 for one %s', async (_case, path, as) => {
    const { call, build } = oneIssue();
    build.issue({ projectId: build.project({ key: 'SHUT', everyone: null }).id });
    build.issue({ key: 'PRJ-2', securityLevelId: build.securityLevel({ memberIds: ['lead'] }).id });
    expect(await call('GET', path, undefined, as)).toMatchObject({ status: 404, body: MISSING });
  });

  it('shows of a link only the other end, on the side where that one stands', async () => {
    const { call, build, stored } = oneIssue();
    const blocked = build.issue({ key: 'PRJ-2' });
    build.link({ typeId: LINK_TYPE.blocks, inwardIssueId: stored().id, outwardIssueId: blocked.id });
    const [mine] = (await call('GET', AT)).body.fields.issuelinks;
    const [theirs] = (await call('GET', '/rest/api/3/issue/PRJ-2')).body.fields.issuelinks;
    expect(mine).toMatchObject({ outwardIssue: { key: 'PRJ-2' }, type: { outward: 'blocks' } });
    expect(theirs).toMatchObject({ inwardIssue: { key: 'PRJ-1' }, type: { inward: 'is blocked by' } });
    expect('inwardIssue' in mine || 'outwardIssue' in theirs).toBe(false);
  });

  it('lists sub-tasks, but not the children of an epic', async () => {
    const { call, build, stored } = oneIssue();
    build.issue({ key: 'PRJ-2', issueTypeId: TYPE.subtask, parentId: stored().id });
    build.issue({ key: 'PRJ-3', parentId: stored().id });
    const { subtasks } = (await call('GET', AT)).body.fields;
    expect(subtasks.map(({ key }: { key: string }) => key)).toEqual(['PRJ-2']);
  });

  it('hides mail addresses from the app and from other people, not from their owner or a site admin', async () => {
    const { call } = oneIssue();
    const mailFor = async (as: string) =>
      (await call('GET', AT, undefined, as)).body.fields.reporter.emailAddress;
    expect(await mailFor('app')).toBeUndefined();
    expect(await mailFor('lead')).toBeUndefined();
    expect(await mailFor('member')).toBe('member@example.com');
    expect(await mailFor('admin')).toBe('member@example.com');
  });
});

describe('fetching issues in bulk', () => {
  it('orders by id, names what it could not find, and counts the found', async () => {
    const { call, build, exchanges } = oneIssue();
    build.issue({ key: 'PRJ-2' });
    const { body } = await call('POST', '/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ['PRJ-2', 'NONE-1', 'PRJ-1', 'PRJ-1'],
      fields: ['status'],
    });
    expect(body.issues.map(({ key }: { key: string }) => key)).toEqual(['PRJ-1', 'PRJ-2']);
    expect(body.issueErrors).toEqual([{ id: 'NONE-1', errorMessage: MISSING.errorMessages[0] }]);
    expect(exchanges.at(-1)?.points).toBe(3);
  });

  it('refuses none and more than a hundred', async () => {
    const { call } = oneIssue();
    const fetchMany = (count: number) =>
      call('POST', '/rest/api/3/issue/bulkfetch', {
        issueIdsOrKeys: Array.from({ length: count }, (_, i) => `PRJ-${i}`),
      });
    expect((await fetchMany(0)).status).toBe(400);
    expect((await fetchMany(100)).status).toBe(200);
    expect((await fetchMany(101)).status).toBe(400);
  });
});

describe('editing an issue', () => {
  it('changes fields, moves `updated`, and logs who changed what', async () => {
    const { call, clock, stored } = oneIssue();
    await clock.advance(HOUR);
    const answer = await call('PUT', AT, {
      fields: {
        summary: 'Other',
        duedate: '2026-07-24',
        assignee: { accountId: 'lead' },
        priority: { name: 'High' },
      },
      update: { labels: [{ add: 'new' }, { remove: 'old' }] },
    });
    expect(answer).toMatchObject({ status: 204, body: undefined });
    expect(stored()).toMatchObject({
      summary: 'Other',
      dueDate: '2026-07-24',
      assigneeId: 'lead',
      priorityId: PRIORITY.high,
      labels: ['new'],
      updated: clock.now(),
    });
    const { values } = (await call('GET', `${AT}/changelog`)).body;
    expect(values).toHaveLength(1);
    expect(values[0].author.accountId).toBe('member');
    const byField = Object.fromEntries(values[0].items.map((item: { field: string }) => [item.field, item]));
    expect(byField.duedate).toMatchObject({
      from: null,
      to: '2026-07-24',
      toString: '2026-07-24 00:00:00.0',
    });
    expect(byField.labels).toMatchObject({ fromString: 'old', toString: 'new' });
    expect(byField.assignee).toMatchObject({ from: null, to: 'lead', fieldId: 'assignee' });
  });

  it('tells the host: updated, and assigned where the assignee changed', async () => {
    const { call, events, stored } = oneIssue();
    await call('PUT', AT, { fields: { assignee: { accountId: 'lead' }, duedate: '2026-07-24' } }, 'app');
    expect(events.map(({ eventType, actorId }) => [eventType, actorId])).toEqual([
      ['avi:jira:updated:issue', 'app'],
      ['avi:jira:assigned:issue', 'app'],
    ]);
    const { payload } = events[0]!;
    expect(payload).toMatchObject({ issue: { id: stored().id, key: 'PRJ-1' }, atlassianId: 'app' });
    expect(Object.keys((payload['issue'] as { fields: object }).fields).sort()).toEqual(
      [
        'assignee',
        'created',
        'creator',
        'issuetype',
        'project',
        'reporter',
        'status',
        'summary',
        'updated',
      ].sort(),
    );
  });

  it('leaves no trace where nothing changes', async () => {
    const { call, clock, events, stored } = oneIssue();
    const before = stored();
    await clock.advance(HOUR);
    expect((await call('PUT', AT, { fields: { labels: ['old'] } })).status).toBe(204);
    expect(stored()).toEqual(before);
    expect(events).toEqual([]);
  });

  it('refuses a field that is not on the screen, and changes nothing', async () => {
    const { call, stored } = oneIssue();
    const { status, body } = await call('PUT', AT, { fields: { summary: 'Other', storyPoints: 3 } });
    expect(status).toBe(400);
    expect(body).toEqual({
      errorMessages: [],
      errors: {
        storyPoints: "Field 'storyPoints' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    });
    expect(stored().summary).toBe('Summary of PRJ-1');
  });

  it('shows a viewer an edit screen without fields', async () => {
    const { call } = oneIssue();
    const { status, body } = await call('PUT', AT, { fields: { summary: 'Other' } }, 'viewer');
    expect(status).toBe(400);
    expect(body.errors.summary).toMatch(/cannot be set/);
  });

  it.each([
    ['a description as text', { description: 'plain' }, 'description', /Atlassian Document/],
    [
      'a document that is not valid',
      { description: { type: 'doc', version: 1, content: [{ type: 'nonsense' }] } },
      'description',
      /./,
    ],
    ['a date that does not exist', { duedate: '2026-02-30' }, 'duedate', /Error parsing date string/],
    ['an empty summary', { summary: ' ' }, 'summary', /must specify a summary/],
    ['a label with a space', { labels: ['a b'] }, 'labels', /contains spaces/],
    [
      'an assignee who has no access',
      { assignee: { accountId: 'viewer' } },
      'assignee',
      /cannot be assigned/,
    ],
    ['an unknown version', { fixVersions: [{ name: '9' }] }, 'fixVersions', /Version name '9' is not valid/],
    ['an unknown parent', { parent: { key: 'PRJ-9' } }, 'parent', /does not exist/],
    ['itself as parent', { parent: { key: 'PRJ-1' } }, 'parent', /cannot be the parent/],
  ])('refuses %s', async (_case, fields, field, message) => {
    const { call } = oneIssue();
    const { status, body } = await call('PUT', AT, { fields });
    expect(status).toBe(400);
    expect(body.errors[field]).toMatch(message);
  });

  it('refuses the same field in both parts of the body', async () => {
    const { call } = oneIssue();
    const body = { fields: { labels: [] }, update: { labels: [{ add: 'x' }] } };
    expect((await call('PUT', AT, body)).status).toBe(400);
  });

  it('lets only administrators keep an edit quiet', async () => {
    const { call } = oneIssue();
    const edit = { fields: { summary: 'Quiet' } };
    expect((await call('PUT', `${AT}?notifyUsers=false`, edit, 'app')).status).toBe(400);
    expect((await call('PUT', `${AT}?notifyUsers=false`, edit, 'lead')).status).toBe(204);
  });

  it('adds a comment and properties along with the edit', async () => {
    const { call, state, stored } = oneIssue();
    await call('PUT', AT, {
      update: { comment: [{ add: { body: doc('Why.') } }] },
      properties: [{ key: 'k', value: 1 }],
    });
    expect(state.comments.where('issue', stored().id)).toHaveLength(1);
    expect(stored().properties).toEqual({ k: 1 });
  });

  it('lets at most 20 writes in two seconds and 100 in thirty reach one issue', async () => {
    const { call, clock } = oneIssue();
    const write = (n: number) => call('PUT', `${AT}/properties/n`, n);
    for (let burst = 0; burst < 5; burst += 1) {
      for (let n = 0; n < 20; n += 1) expect((await write(n)).status).toBeLessThan(300);
      const refused = await write(99);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
      expect(refused.headers.get('Retry-After')).toBe('2');
      await clock.advance(2_000);
    }
    const refused = await write(99);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '20']);
    await clock.advance(20_000);
    expect((await write(99)).status).toBe(200);
  });
});

describe('deleting an issue', () => {
  it('needs the right to', async () => {
    const { call } = oneIssue();
    expect((await call('DELETE', AT)).status).toBe(403);
  });

  it('takes comments, links, history and sub-tasks along, and frees the children of an epic', async () => {
    const { call, build, state, stored, events } = oneIssue();
    const { id } = stored();
    build.comment({ issueId: id });
    const subtask = build.issue({ key: 'PRJ-2', issueTypeId: TYPE.subtask, parentId: id });
    const child = build.issue({ key: 'PRJ-3', parentId: id });
    build.link({ inwardIssueId: id, outwardIssueId: child.id });
    const refused = await call('DELETE', AT, undefined, 'lead');
    expect(refused.status).toBe(400);
    expect(refused.body.errorMessages[0]).toContain("'deleteSubtasks'");
    expect((await call('DELETE', `${AT}?deleteSubtasks=true`, undefined, 'lead')).status).toBe(204);
    expect([state.comments.size, state.links.size, state.issues.get(subtask.id)]).toEqual([0, 0, undefined]);
    expect(state.issues.get(child.id)?.parentId).toBeNull();
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:deleted:issue',
      'avi:jira:deleted:issue',
    ]);
    expect(await call('GET', AT)).toMatchObject({ status: 404, body: MISSING });
  });
});
