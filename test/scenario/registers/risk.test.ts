import { registers } from '../../../src/contract';
import { callApp } from '../../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../../support/app';

afterAppTests();

const VALUES = {
  cause: 'One person knows the old batch jobs',
  event: 'They leave before the migration',
  impact: 'Four weeks of delay',
  probability: 4,
  severity: 5,
  owner: 'member',
  reviewDate: '2026-08-03',
};

const page = (app: TestApp, accountId = 'member') => app.screen('project-page', accountId);
const create = (app: TestApp, values: Record<string, unknown> = VALUES) =>
  callApp(app.host, page(app), registers.create, { kind: 'risk', summary: 'Key person risk', values });
const list = (app: TestApp, accountId = 'member') =>
  callApp(app.host, page(app, accountId), registers.list, { kind: 'risk' });
const raw = (app: TestApp, accountId: string, name: string, payload: unknown) =>
  app.host.invoke(page(app, accountId), name, payload);
const rest = (app: TestApp, method: string, path: string, body: unknown, accountId = 'member') =>
  app.site.fetch(new Request(`${app.state.baseUrl}${path}`, { method, body: JSON.stringify(body) }), {
    user: app.state.users.get(accountId)!,
    scopes: null,
  });
const search = async (app: TestApp, jql: string) => {
  const response = await rest(app, 'POST', '/rest/api/3/search/jql', { jql, fields: ['summary'] });
  const body = (await response.json()) as { issues: { key: string }[]; errorMessages?: string[] };
  if (body.errorMessages) throw new Error(body.errorMessages.join());
  return body.issues.map(({ key }) => key);
};

describe('a risk', () => {
  it('made from scratch is an issue of the project, scored, and found by its JQL aliases', async () => {
    const app = await appWith((build) => build.project());
    const record = await create(app);
    expect(record).toMatchObject({
      issueKey: 'PRJ-1',
      revision: 1,
      state: 'identified',
      score: 20,
      residualScore: null,
      summary: 'Key person risk',
    });
    expect([...app.state.issues.all()][0]?.creatorId).toBe('member');
    for (const jql of [
      'docketRiskScore >= 20',
      'docketRiskState = "identified"',
      'docketRiskBand = High AND docketRiskNature = threat',
      'docketRiskOwner = "member"',
      'docketRiskReview <= "2026-08-03"',
      "issue.property['docket.risk'].score > 19",
    ]) {
      expect({ jql, found: await search(app, jql) }).toEqual({ jql, found: ['PRJ-1'] });
    }
    expect(await search(app, 'docketRiskScore > 20')).toEqual([]);
  });

  it('can be attached to an issue that exists, once', async () => {
    const app = await appWith((build) => build.issue({ summary: 'Vendor may slip' }));
    const attach = () =>
      callApp(app.host, page(app), registers.attach, { kind: 'risk', issueKey: 'PRJ-1', values: VALUES });
    expect(await attach()).toMatchObject({ issueKey: 'PRJ-1', summary: 'Vendor may slip', score: 20 });
    await expect(attach()).rejects.toThrow('PRJ-1 is in this register already.');
  });

  it('is edited, moved along its lifecycle, and closed, with every change in the audit', async () => {
    const app = await appWith((build) => build.project());
    const { issueId } = await create(app);
    const place = { kind: 'risk', issueId };
    await callApp(app.host, page(app), registers.edit, {
      ...place,
      revision: 1,
      values: { ...VALUES, probability: 2, response: 'mitigate', responsePlan: 'Write the run book' },
      reason: 'Second person trained',
    });
    for (const [revision, to] of [
      [2, 'assessed'],
      [3, 'responding'],
      [4, 'closed'],
    ] as const) {
      await callApp(app.host, page(app), registers.transition, { ...place, revision, to });
    }
    const { records } = await list(app);
    expect(records).toEqual([expect.objectContaining({ revision: 5, state: 'closed', score: 10 })]);
    const audit = app.host.stored('audit').map(
      ({ value }) =>
        (
          value as {
            entry: { action: string; actor: string; reason: string | null; to: { state: string } };
          }
        ).entry,
    );
    expect(audit.map(({ action, actor, reason, to }) => [action, actor, reason, to.state])).toEqual([
      ['created', 'member', null, 'identified'],
      ['edited', 'member', 'Second person trained', 'identified'],
      ['moved', 'member', null, 'assessed'],
      ['moved', 'member', null, 'responding'],
      ['moved', 'member', null, 'closed'],
    ]);
  });

  it('cannot skip its lifecycle, nor enter a state whose fields are empty', async () => {
    const app = await appWith((build) => build.project());
    const { issueId } = await create(app, { ...VALUES, owner: null });
    const move = (to: string) =>
      callApp(app.host, page(app), registers.transition, { kind: 'risk', issueId, revision: 1, to });
    await expect(move('responding')).rejects.toThrow(
      'A risk that is Identified cannot become Responding. From here it can become: Assessed, Closed, Occurred.',
    );
    await expect(move('assessed')).rejects.toThrow('To be assessed, the risk needs: Owner.');
  });

  it('refuses what a form must not hold, field by field, and saves nothing', async () => {
    const app = await appWith((build) => build.project());
    const answer = await raw(app, 'member', 'registers.create', {
      kind: 'risk',
      summary: 'X',
      values: { ...VALUES, probability: 6, reviewDate: '2026-02-31', cause: '', nonsense: 1 },
    });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'BAD_INPUT',
        fields: {
          probability: 'The scale ends at 5.',
          reviewDate: 'This date does not exist. Write it as YYYY-MM-DD.',
          nonsense: 'A risk has no field "nonsense".',
        },
      },
    });
    expect(app.state.issues.size).toBe(0);
  });

  it('that is too long for a property is refused with by how much', async () => {
    const app = await appWith((build) => build.project());
    const long = 'x'.repeat(4_999);
    // Four long texts fit; quotes double in JSON and do not.
    const answer = await raw(app, 'member', 'registers.create', {
      kind: 'risk',
      summary: 'X',
      values: {
        ...VALUES,
        cause: '"'.repeat(4_999),
        event: '"'.repeat(4_999),
        impact: '"'.repeat(4_999),
        responsePlan: long,
      },
    });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'BAD_INPUT',
        message: expect.stringMatching(/^The record is \d+ characters longer than Jira can keep \(32768\)\./),
      },
    });
  });
});

describe('two people at once', () => {
  it('the second to save gets the record as it now stands', async () => {
    const app = await appWith((build) => build.project());
    const { issueId } = await create(app);
    const edit = (accountId: string, cause: string) =>
      raw(app, accountId, 'registers.edit', {
        kind: 'risk',
        issueId,
        revision: 1,
        values: { ...VALUES, cause },
      });
    expect(await edit('lead', 'First')).toMatchObject({ ok: true });
    expect(await edit('member', 'Second')).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT', current: { issueKey: 'PRJ-1', revision: 2, values: { cause: 'First' } } },
    });
    expect((await list(app)).records[0]?.values['cause']).toBe('First');
  });

  it('saving in the same moment, exactly one of them wins', async () => {
    const app = await appWith((build) => build.project());
    const { issueId } = await create(app);
    const edit = (accountId: string, cause: string) =>
      raw(app, accountId, 'registers.edit', {
        kind: 'risk',
        issueId,
        revision: 1,
        values: { ...VALUES, cause },
      });
    const answers = (await Promise.all([edit('lead', 'A'), edit('member', 'B')])) as { ok: boolean }[];
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a property that was tampered with', () => {
  it('is shown as unreadable with its last good version, and never dropped', async () => {
    const app = await appWith((build) => build.project());
    const { issueId } = await create(app);
    await rest(app, 'PUT', `/rest/api/3/issue/${issueId}/properties/docket.risk`, {
      v: 1,
      score: 'very high',
    });
    const { records, unreadable } = await list(app);
    expect(records).toEqual([]);
    expect(unreadable).toEqual([
      expect.objectContaining({
        issueKey: 'PRJ-1',
        why: expect.stringContaining('does not read as a risk'),
        lastGood: expect.objectContaining({ score: 20 }),
      }),
    ]);
  });
});

describe('rights', () => {
  it('are those of the person: a viewer may read and not write', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'viewer' });
      build.project({ everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    });
    await create(app);
    expect(await list(app, 'viewer')).toMatchObject({ canEdit: false, records: [{ issueKey: 'PRJ-1' }] });
    expect(
      await raw(app, 'viewer', 'registers.create', { kind: 'risk', summary: 'No', values: VALUES }),
    ).toMatchObject({ ok: false });
    expect(app.state.issues.size).toBe(1);
  });

  it('end at the project whose page it is: an id from elsewhere in the payload is refused', async () => {
    const app = await appWith((build) => {
      build.project();
      const other = build.project({ key: 'OTH' });
      build.issue({ projectId: other.id });
    });
    expect(
      await raw(app, 'member', 'registers.attach', { kind: 'risk', issueKey: 'OTH-1', values: VALUES }),
    ).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['an unknown register', { kind: 'toString' }, 'There is no register "toString".'],
    ['a payload that is no object', 'kind', 'expected object'],
    ['more than the call knows', { kind: 'risk', projectId: '1' }, 'Unrecognized key'],
  ])('refuse %s', async (_name, payload, message) => {
    const app = await appWith((build) => build.project());
    expect(await raw(app, 'member', 'registers.list', payload)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(message) },
    });
  });

  it('are asked for before anything else: nobody anonymous gets an answer', async () => {
    const app = await appWith((build) => build.project());
    expect(
      await app.host.invoke({ ...page(app), accountId: null }, 'registers.list', { kind: 'risk' }),
    ).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });
});
