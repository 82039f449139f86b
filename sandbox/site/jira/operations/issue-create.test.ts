import { PRIORITY, STATUS, TYPE, doc, siteWith } from '../../../../test/support/site';
import type { ProductEvent } from '../../state';

const API = '/rest/api/3/issue';
const MINIMAL = { project: { key: 'PRJ' }, issuetype: { name: 'Task' }, summary: 'New' };

function world() {
  const test = siteWith((build) => {
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member' } });
    build.project({ key: 'SHUT', everyone: null });
    build.issue({ key: 'PRJ-7' });
    build.user({ accountId: 'viewer' });
  });
  const events: ProductEvent[] = [];
  test.state.onEvent((event) => events.push(event));
  return { ...test, events };
}

describe('creating an issue', () => {
  it('takes the number after the highest and fills in what was left out', async () => {
    const { call, state, clock, events } = world();
    const { status, body } = await call('POST', API, { fields: MINIMAL }, 'app');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      key: 'PRJ-8',
      self: `${state.baseUrl}/rest/api/3/issue/${body.id}`,
    });
    expect(state.issues.get(body.id)).toMatchObject({
      summary: 'New',
      statusId: STATUS.todo,
      priorityId: PRIORITY.medium,
      assigneeId: null,
      reporterId: 'app',
      creatorId: 'app',
      created: clock.now(),
    });
    expect(events.map(({ eventType }) => eventType)).toEqual(['avi:jira:created:issue']);
  });

  it('takes fields and properties in one call', async () => {
    const { call, state } = world();
    const { body } = await call('POST', API, {
      fields: {
        ...MINIMAL,
        description: doc('Text.'),
        duedate: '2026-08-01',
        labels: ['risk'],
        reporter: { accountId: 'lead' },
      },
      properties: [{ key: 'docket.risk', value: { score: 12 } }],
    });
    expect(state.issues.get(body.id)).toMatchObject({
      description: doc('Text.'),
      dueDate: '2026-08-01',
      labels: ['risk'],
      reporterId: 'lead',
      properties: { 'docket.risk': { score: 12 } },
    });
  });

  it.each([
    ['an unknown project', { ...MINIMAL, project: { key: 'NONE' } }],
    ['no project', { summary: 'x', issuetype: { name: 'Task' } }],
    ['a project that the caller may not see', { ...MINIMAL, project: { key: 'SHUT' } }],
  ])('refuses %s in the words of a real site', async (_case, fields) => {
    const { call } = world();
    expect(await call('POST', API, { fields })).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { project: 'Specify a valid project ID or key' } },
    });
  });

  it.each([
    ['no summary', { project: { key: 'PRJ' }, issuetype: { name: 'Task' } }, 'summary'],
    ['no type', { project: { key: 'PRJ' }, summary: 'x' }, 'issuetype'],
    ['a type that the project lacks', { ...MINIMAL, issuetype: { name: 'Wish' } }, 'issuetype'],
    ['a sub-task without parent', { ...MINIMAL, issuetype: { id: TYPE.subtask } }, 'issuetype'],
    ['an unknown field', { ...MINIMAL, customfield_10000: 1 }, 'customfield_10000'],
    ['a description as text', { ...MINIMAL, description: 'plain' }, 'description'],
  ])('refuses %s, by field', async (_case, fields, field) => {
    const { call, state } = world();
    const before = state.issues.size;
    const { status, body } = await call('POST', API, { fields });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toEqual([field]);
    expect(state.issues.size).toBe(before);
  });

  it('needs the right to create', async () => {
    const { call } = world();
    expect((await call('POST', API, { fields: MINIMAL }, 'viewer')).status).toBe(403);
  });

  it('refuses a property that is too long, and makes no issue', async () => {
    const { call, state } = world();
    const properties = [{ key: 'k', value: 'x'.repeat(32_768) }];
    expect((await call('POST', API, { fields: MINIMAL, properties })).status).toBe(400);
    expect(state.issues.size).toBe(1);
  });
});

describe('creating issues in bulk', () => {
  const bulk = (issueUpdates: readonly unknown[], as?: string) => {
    const test = world();
    return { ...test, answer: test.call('POST', `${API}/bulk`, { issueUpdates }, as) };
  };

  it('makes each with its own key, properties and event', async () => {
    const { answer, state, events } = bulk(
      ['First', 'Second'].map((summary, score) => ({
        fields: { ...MINIMAL, summary },
        properties: [{ key: 'docket.risk', value: { score } }],
      })),
    );
    const { status, body } = await answer;
    expect(status).toBe(201);
    expect(body).toMatchObject({ issues: [{ key: 'PRJ-8' }, { key: 'PRJ-9' }], errors: [] });
    expect(state.issues.get(body.issues[1].id)).toMatchObject({
      summary: 'Second',
      properties: { 'docket.risk': { score: 1 } },
    });
    expect(events.map(({ eventType }) => eventType)).toEqual(Array(2).fill('avi:jira:created:issue'));
  });

  it('makes what it can, and says of the others which and why', async () => {
    const { answer, state } = bulk([
      { fields: { ...MINIMAL, summary: '' } },
      { fields: MINIMAL },
      { fields: { ...MINIMAL, project: { key: 'SHUT' } } },
    ]);
    const { status, body } = await answer;
    expect(status).toBe(201);
    expect(body).toMatchObject({
      issues: [{ key: 'PRJ-8' }],
      errors: [
        {
          failedElementNumber: 0,
          status: 400,
          elementErrors: { errors: { summary: 'You must specify a summary of the issue.' } },
        },
        { failedElementNumber: 2, status: 400, elementErrors: { errors: { project: expect.any(String) } } },
      ],
    });
    expect(state.issues.size).toBe(2);
  });

  it('is refused where every one is, and where there are more than fifty', async () => {
    const refused = bulk([{ fields: MINIMAL }, { fields: MINIMAL }], 'viewer');
    expect(await refused.answer).toMatchObject({
      status: 400,
      body: { issues: [], errors: [{ status: 403 }, {}] },
    });
    const many = bulk(Array(51).fill({ fields: MINIMAL }));
    expect((await many.answer).status).toBe(400);
    expect(many.state.issues.size).toBe(1);
  });

  it('makes none where a part is not modelled', async () => {
    const { answer, state } = bulk([{ fields: MINIMAL }, { fields: MINIMAL, transition: { id: '11' } }]);
    expect((await answer).status).toBe(501);
    expect(state.issues.size).toBe(1);
  });
});
