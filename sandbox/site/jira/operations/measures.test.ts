import { siteWith } from '../../../../test/support/site';

const API = '/rest/api/3';
const POINTS = 'customfield_10016';
const COST = 'customfield_10017';
const MINIMAL = { project: { key: 'PRJ' }, issuetype: { name: 'Task' }, summary: 'New' };

function world() {
  const test = siteWith((build) => {
    build.project({ key: 'PRJ' });
    build.customField({ id: POINTS, name: 'Story Points' });
    build.customField({ id: COST, name: 'Actual cost' });
    build.issue({ numbers: { [POINTS]: 3, [COST]: 1200.5 } });
    build.issue({ timeTracking: { original: 28_800, remaining: 5_400, spent: 23_400 } });
    build.issue();
  });
  const read = async (key: string, fields?: string) =>
    (await test.call('GET', `${API}/issue/${key}${fields === undefined ? '' : `?fields=${fields}`}`)).body
      .fields;
  const found = async (jql: string): Promise<string[]> => {
    const { status, body } = await test.call('POST', `${API}/search/jql`, { jql, fields: ['summary'] });
    return status === 200 ? body.issues.map(({ key }: { key: string }) => key) : body.errorMessages;
  };
  return { ...test, read, found };
}

describe('custom number fields', () => {
  it('are listed with their type and the names that JQL takes', async () => {
    const fields = (await world().call('GET', `${API}/field`)).body;
    expect(fields.filter(({ custom }: { custom: boolean }) => custom)).toEqual([
      {
        id: POINTS,
        key: POINTS,
        name: 'Story Points',
        custom: true,
        orderable: true,
        navigable: true,
        searchable: true,
        clauseNames: ['cf[10016]', 'Story Points', 'Story Points[Number]'],
        schema: {
          type: 'number',
          custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float',
          customId: 10_016,
        },
      },
      expect.objectContaining({ id: COST }),
    ]);
  });

  it('are on every issue, empty as null, and chosen by id', async () => {
    const { read, call } = world();
    expect(await read('PRJ-1')).toMatchObject({ [POINTS]: 3, [COST]: 1200.5 });
    expect(await read('PRJ-3', `${POINTS},${COST}`)).toEqual({ [POINTS]: null, [COST]: null });
    const { body } = await call('POST', `${API}/search/jql`, { jql: 'key = PRJ-1', fields: [POINTS] });
    expect(body.issues[0].fields).toEqual({ [POINTS]: 3 });
  });

  it('are written by create and edit, each alone, and logged under their name', async () => {
    const { call, read } = world();
    const fields = { ...MINIMAL, [POINTS]: 5, [COST]: 0 };
    expect((await call('POST', `${API}/issue`, { fields })).body.key).toBe('PRJ-4');
    expect(await read('PRJ-4', `${POINTS},${COST}`)).toEqual({ [POINTS]: 5, [COST]: 0 });

    await call('PUT', `${API}/issue/PRJ-1`, { fields: { [COST]: null } });
    await call('PUT', `${API}/issue/PRJ-1`, { update: { [POINTS]: [{ set: 8 }] } });
    expect(await read('PRJ-1', `${POINTS},${COST}`)).toEqual({ [POINTS]: 8, [COST]: null });
    const log = (await call('GET', `${API}/issue/PRJ-1/changelog`)).body.values;
    expect(log.map(({ items }: { items: unknown[] }) => items[0])).toEqual([
      expect.objectContaining({ field: 'Actual cost', fieldId: COST, fromString: '1200.5', toString: null }),
      expect.objectContaining({ field: 'Story Points', fieldtype: 'custom', fromString: '3', toString: '8' }),
    ]);
  });

  it.each([
    [{ [POINTS]: '5' }, { [POINTS]: 'Operation value must be a number' }],
    [{ customfield_1: 5 }, { customfield_1: expect.stringContaining('It is not on the appropriate screen') }],
  ])('refuse %j', async (fields, errors) => {
    const { call } = world();
    expect(await call('PUT', `${API}/issue/PRJ-1`, { fields })).toMatchObject({
      status: 400,
      body: { errors },
    });
  });

  it.each([
    ['cf[10016] = 3', ['PRJ-1']],
    ['"Story Points" > 2.5', ['PRJ-1']],
    ['"story points[Number]" in (1, 3)', ['PRJ-1']],
    ['"Story Points" != 1', ['PRJ-1']],
    ['cf[10017] <= 1200.5', ['PRJ-1']],
    ['cf[10016] is EMPTY ORDER BY key', ['PRJ-2', 'PRJ-3']],
    ['NOT cf[10016] < 3', ['PRJ-1']],
    ['project = PRJ ORDER BY cf[10017] DESC, key', ['PRJ-2', 'PRJ-3', 'PRJ-1']],
    ['"Story Points" = many', ["Value 'many' for the 'Story Points' field is not a valid number."]],
    ['"Story Points" ~ 3', ["The operator '~' is not supported by the 'Story Points' field."]],
    ['cf[10099] = 3', ["Field 'cf[10099]' does not exist or you do not have permission to view it."]],
  ])('answer to %s', async (jql, expected) => {
    expect(await world().found(jql)).toEqual(expected);
  });

  it('are refused by a name that two of them share, but not by number', async () => {
    const { build, found } = world();
    build.customField({ id: 'customfield_10030', name: 'Story Points' });
    expect(await found('"Story Points" = 3')).toEqual([
      "The sandbox does not support a name that several custom fields share, in 'Story Points'.",
    ]);
    expect(await found('cf[10016] = 3')).toEqual(['PRJ-1']);
  });
});

describe('time tracking', () => {
  it('is told in seconds, and in words where it was set', async () => {
    const { read } = world();
    expect(await read('PRJ-2')).toMatchObject({
      timeoriginalestimate: 28_800,
      timeestimate: 5_400,
      timespent: 23_400,
      timetracking: {
        originalEstimate: '1d',
        originalEstimateSeconds: 28_800,
        remainingEstimate: '1h 30m',
        timeSpent: '6h 30m',
      },
    });
    expect(await read('PRJ-3', 'timetracking,timeestimate')).toEqual({
      timetracking: {},
      timeestimate: null,
    });
  });

  it('begins with all of the estimate left, and keeps what an edit leaves out', async () => {
    const { call, read } = world();
    await call('POST', `${API}/issue`, {
      fields: { ...MINIMAL, timetracking: { originalEstimate: '1w 2d' } },
    });
    const parts = 'timeoriginalestimate,timeestimate';
    expect(await read('PRJ-4', parts)).toEqual({ timeoriginalestimate: 201_600, timeestimate: 201_600 });
    await call('PUT', `${API}/issue/PRJ-4`, { fields: { timetracking: { remainingEstimate: '90' } } });
    expect(await read('PRJ-4', parts)).toEqual({ timeoriginalestimate: 201_600, timeestimate: 5_400 });
    const log = (await call('GET', `${API}/issue/PRJ-4/changelog`)).body.values;
    expect(log[0].items).toEqual([
      expect.objectContaining({ field: 'timeestimate', from: '201600', to: '5400' }),
    ]);
  });

  it('refuses what is no duration under the estimate’s own name, and what is not modelled', async () => {
    const { call } = world();
    const edit = (timetracking: unknown) => call('PUT', `${API}/issue/PRJ-1`, { fields: { timetracking } });
    expect(await edit({ originalEstimate: 'a week' })).toMatchObject({
      status: 400,
      body: { errors: { timetracking_originalestimate: 'The original estimate specified is not valid.' } },
    });
    expect((await edit({ timeSpent: '1h' })).status).toBe(501);
  });

  it.each([
    ['originalEstimate = 1d', ['PRJ-2']],
    ['timeOriginalEstimate >= "1d 1m"', []],
    ['remainingEstimate < 2h', ['PRJ-2']],
    ['timeSpent > 6h', ['PRJ-2']],
    ['timeestimate = 90', ['PRJ-2']],
    ['originalEstimate is EMPTY ORDER BY key', ['PRJ-1', 'PRJ-3']],
    [
      'timeSpent > ages',
      ["Value 'ages' for the 'timeSpent' field is not a valid duration, e.g. '4h 30m', '2d', '1w'."],
    ],
  ])('answers to %s', async (jql, expected) => {
    expect(await world().found(jql)).toEqual(expected);
  });
});
