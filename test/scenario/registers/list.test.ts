import { panel as panelCalls, registers, registerSettings } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { onRegisters, propertyOf, RISK, setUp } from '../../support/registers';

afterAppTests();

/** A register of so many risks; the first one is entered, the others are like it. */
async function withRisks(count: number): Promise<TestApp> {
  const app = await appWith((build) => build.project());
  const { issueId } = await onRegisters(app).risk();
  const property = propertyOf(app, issueId) as object;
  for (let n = 2; n <= count; n += 1) {
    const made = {
      ...property,
      id: `R-${n}`,
      values: { ...RISK, nature: 'threat', owner: n % 2 ? 'lead' : 'member' },
    };
    app.build.issue({ projectId: app.projectId, properties: { 'docket.risk': made } });
  }
  return app;
}

/** Points by Jira's published costs: 1 a call, 1 a returned object, 2 a user and a permission. */
const costsOf = (app: TestApp, from: number): Record<string, number> => {
  const costs: Record<string, number> = {};
  for (const { viaApp, operation, points } of app.exchanges.slice(from))
    if (viaApp) costs[operation ?? '?'] = (costs[operation ?? '?'] ?? 0) + points;
  return costs;
};

describe('listing a register', () => {
  it('comes in slices, each record once, for a point a record and one a page', async () => {
    const app = await withRisks(650);
    const from = app.exchanges.length;
    const { call } = onRegisters(app);
    const slices = [];
    let named: string[] = [];
    let cursor: string | undefined;
    do {
      const slice = await call(registers.list, { kind: 'risk', named, ...(cursor ? { cursor } : {}) });
      slices.push(slice.records.length);
      named = [...named, ...Object.keys(slice.names)];
      cursor = slice.next ?? undefined;
    } while (cursor !== undefined);
    expect(slices).toEqual([100, 500, 50]);
    expect(named.sort()).toEqual(['lead', 'member']);
    expect(costsOf(app, from)).toEqual({
      searchAndReconsileIssuesUsingJqlPost: 650 + 7,
      // Whether the person may edit, and who two people are: once for all slices.
      getMyPermissions: 3,
      bulkGetUsers: 5,
    });
  });

  it('finds what the search index misses, without reading anything twice', async () => {
    const app = await withRisks(3);
    const hidden = await onRegisters(app).risk(RISK, 'Just entered');
    // The index knows a property by its state; without one it does not know the record.
    const issue = app.state.issues.get(hidden.issueId);
    if (!issue) throw new Error('The record has no issue.');
    app.state.issues.put({ ...issue, properties: { 'docket.risk': { v: 2 } } });
    const { records, unreadable } = await onRegisters(app).list();
    expect(records).toHaveLength(3);
    expect(unreadable.map(({ summary }) => summary)).toEqual(['Just entered']);
  });

  it('counts every register on the overview', async () => {
    const app = await appWith((build) => build.project());
    const { call, risk, change, move } = onRegisters(app);
    await change();
    await risk();
    await move(await risk(), 'closed');
    const overview = await call(registers.overview, {});
    expect(overview.registers.map(({ kind, open, total }) => [kind, open, total])).toEqual([
      ['risk', 1, 2],
      ['issue', 0, 0],
      ['change', 1, 1],
      ['decision', 0, 0],
      ['assumption', 0, 0],
      ['dependency', 0, 0],
    ]);
    expect([overview.canEdit, overview.canAdminister]).toEqual([true, false]);
    expect(await onRegisters(app, 'lead').call(registers.overview, {})).toMatchObject({
      canAdminister: true,
    });
  });
});

describe('one record', () => {
  it('is read with its history, its first promises, and the issues that it is linked to', async () => {
    const app = await appWith((build) => {
      build.project();
      build.issue({ summary: 'Write the run book', statusId: '10012' });
      build.issue({ summary: 'Train a second person' });
    });
    const { risk, call, read } = onRegisters(app);
    const values = { ...RISK, treatments: ['PRJ-1', 'PRJ-2', 'PRJ-9'], responseDue: '2026-08-03' };
    const { issueId, revision } = await risk(values);
    await call(registers.edit, {
      kind: 'risk',
      issueId,
      revision,
      values: { ...values, responseDue: '2026-08-17' },
      reason: 'The trainer is ill',
    });
    const from = app.exchanges.length;
    const { record, timeline, promises, links, names } = await read(issueId);
    expect(record).toMatchObject({ id: 'R-1', revision: 2, firstPromised: { responseDue: '2026-08-03' } });
    expect(timeline[0]).toMatchObject({
      action: 'edited',
      reason: 'The trainer is ill',
      changes: [{ field: 'responseDue', from: '2026-08-03', to: '2026-08-17' }],
    });
    expect(promises).toMatchObject([
      { field: 'responseDue', dates: [{ date: '2026-08-03' }, { date: '2026-08-17', by: 'member' }] },
    ]);
    expect(links['treatments']).toMatchObject([
      { issueKey: 'PRJ-1', summary: 'Write the run book', done: true },
      { issueKey: 'PRJ-2', status: 'To Do', done: false },
      { issueKey: 'PRJ-9', summary: null, done: false },
    ]);
    expect(names).toHaveProperty('member');
    const calls = app.exchanges.slice(from).filter(({ viaApp }) => viaApp);
    expect(calls.filter(({ operation }) => operation === 'bulkFetchIssues')).toHaveLength(2);
  });

  it('is found from the issue that carries it, with the registers that it is not in', async () => {
    const app = await appWith((build) => build.project());
    const { issueId, issueKey } = await onRegisters(app).risk();
    const panel = app.screen('issue-panel', 'member', { issue: { id: issueId, key: issueKey } });
    const answer = await app.host.invoke(panel, panelCalls.read.name, {});
    expect(answer).toMatchObject({
      ok: true,
      value: {
        records: [{ register: { kind: 'risk' }, record: { id: 'R-1' } }],
        unreadable: [],
        others: [
          { kind: 'issue' },
          { kind: 'change' },
          { kind: 'decision' },
          { kind: 'assumption' },
          { kind: 'dependency' },
        ],
        canEdit: true,
      },
    });
  });

  it('cannot link to itself over others', async () => {
    const app = await appWith((build) => build.project());
    const { risk, say } = onRegisters(app);
    const first = await risk();
    const second = await risk({ ...RISK, secondaryRisks: [first.issueKey] });
    const edit = (secondaryRisks: string[]) =>
      say(registers.edit, {
        kind: 'risk',
        issueId: first.issueId,
        revision: 1,
        values: { ...RISK, secondaryRisks },
      });
    expect(await edit([second.issueKey])).toMatchObject({
      problem: { fields: { secondaryRisks: expect.stringContaining('PRJ-1 > PRJ-2 > PRJ-1') } },
    });
    expect(await edit([first.issueKey])).toMatchObject({
      problem: { fields: { secondaryRisks: expect.stringContaining('cannot link to itself') } },
    });
  });

  it.each([
    ['run bo', ['PRJ-1']],
    ['PRJ-2', ['PRJ-2']],
    ['2', ['PRJ-2']],
    ['OTH-1', []],
    ['nothing like it', []],
    ['"; project = OTH', []],
  ])('offers issues of the project for "%s"', async (query, expected) => {
    const app = await appWith((build) => {
      const project = build.project();
      build.issue({ projectId: project.id, summary: 'Write the run book' });
      build.issue({ projectId: project.id, summary: 'Train a second person' });
      const other = build.project({ key: 'OTH' });
      build.issue({ projectId: other.id, summary: 'Run books elsewhere' });
    });
    const { issues } = await onRegisters(app).call(registers.issues, { query });
    expect(issues.map(({ issueKey }) => issueKey)).toEqual(expected);
  });
});

describe('settings of a register', () => {
  it('change what the register asks for, how it scores, and what its issues are', async () => {
    const app = await appWith((build) => build.project());
    await setUp(app, 'risk', (settings) => ({
      ...settings,
      scales: { probability: ['Rare', 'Possible', 'Likely'], impact: ['Low', 'Medium', 'High'] },
      bands: [
        { from: 6, label: 'Red', tone: 'danger' },
        { from: 1, label: 'Green', tone: 'success' },
      ],
      cadence: { Red: 7, Green: 60 },
      appetite: 6,
      required: ['category'],
      issueType: 'Bug',
      labels: ['risk'],
    }));
    const { say, risk, list } = onRegisters(app);
    const values = { ...RISK, probability: 3, severity: 3 };
    expect(await say(registers.create, { kind: 'risk', summary: 'X', values })).toMatchObject({
      problem: { fields: { category: 'Category is needed.' } },
    });
    expect(
      await say(registers.create, {
        kind: 'risk',
        summary: 'X',
        values: { ...values, category: 'technical', severity: 4 },
      }),
    ).toMatchObject({ problem: { fields: { severity: 'The scale ends at 3.' } } });
    expect(await risk({ ...values, category: 'technical' })).toMatchObject({ score: 9, band: 'Red' });
    const [issue] = [...app.state.issues.all()];
    expect([issue?.labels, app.state.issueTypes.get(issue?.issueTypeId ?? '')?.name]).toEqual([
      ['risk'],
      'Bug',
    ]);
    expect((await list()).register).toMatchObject({
      appetite: 6,
      scales: { probability: ['Rare', 'Possible', 'Likely'] },
      cells: [
        [1, 2, 3],
        [2, 4, 6],
        [3, 6, 9],
      ],
    });
  });

  it.each([
    ['a prefix that another register has', { prefix: 'CR' }, 'prefix'],
    ['an issue type that the project lacks', { issueType: 'Incident' }, 'issueType'],
    ['a field that the register lacks', { required: ['colour'] }, 'required.0'],
    ['a label with a space', { labels: ['two words'] }, 'labels.0'],
  ])('refuse %s, by name', async (_, change, field) => {
    const app = await appWith((build) => build.project());
    await expect(setUp(app, 'risk', (settings) => ({ ...settings, ...change }))).rejects.toThrow();
    const { settings } = await onRegisters(app, 'lead').call(registerSettings.read, { kind: 'risk' });
    const answer = await onRegisters(app, 'lead').say(registerSettings.save, {
      kind: 'risk',
      settings: { ...settings, ...change },
    });
    expect(answer).toMatchObject({ problem: { code: 'BAD_INPUT', fields: { [field]: expect.any(String) } } });
  });

  it('refuse approvers who cannot be asked', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'gone', active: false });
      build.project();
    });
    const board = { name: 'Board', upToDays: null, upToMoney: null, people: ['gone', 'nobody'] };
    const change = setUp(app, 'change', (settings) => ({
      ...settings,
      approval: { ...settings.approval, authorities: [board] },
    }));
    await expect(change).rejects.toThrow('These people cannot be asked any more');
  });

  it('are for people who administer the project alone', async () => {
    const app = await appWith((build) => build.project());
    const { settings } = await onRegisters(app, 'lead').call(registerSettings.read, { kind: 'risk' });
    for (const [call, payload] of [
      [registerSettings.read, { kind: 'risk' }],
      [registerSettings.save, { kind: 'risk', settings }],
    ] as const)
      expect(await onRegisters(app).say(call, payload)).toMatchObject({ problem: { code: 'FORBIDDEN' } });
  });

  it('that name an issue type which is gone say so when a record is created', async () => {
    const app = await appWith((build) => build.project());
    await setUp(app, 'risk', (settings) => ({ ...settings, issueType: 'Bug' }));
    const bug = [...app.state.issueTypes.all()].find(({ name }) => name === 'Bug');
    if (bug) app.state.issueTypes.put({ ...bug, name: 'Defect' });
    await expect(onRegisters(app).risk()).rejects.toThrow('no issue type "Bug" any more');
  });
});
