import { RESOLUTION, STATUS, doc, siteWith } from '../../../../test/support/site';

const AT = '/rest/api/3/issue/PRJ-1/transitions';

function world() {
  const test = siteWith((build) => {
    build.user({ accountId: 'viewer' });
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member' } });
    build.issue();
  });
  /** Moves the issue to a status by the transition that leads there. */
  const moveTo = async (statusId: string, more: object = {}) => {
    const { transitions } = (await test.call('GET', AT)).body;
    const { id } = transitions.find(({ to }: { to: { id: string } }) => to.id === statusId);
    return test.call('POST', AT, { transition: { id }, ...more });
  };
  return { ...test, moveTo, stored: () => [...test.state.issues.all()][0]! };
}

describe('transitions', () => {
  it('have ids of their own, not those of the statuses', async () => {
    const { call } = world();
    const { transitions } = (await call('GET', AT)).body;
    expect(transitions.map(({ name }: { name: string }) => name)).toEqual(['To Do', 'In Progress', 'Done']);
    for (const { id, to } of transitions) expect(id).not.toBe(to.id);
  });

  it('resolve on the way into done and clear on the way out', async () => {
    const { moveTo, stored, clock } = world();
    await clock.advance(1000);
    expect((await moveTo(STATUS.done)).status).toBe(204);
    const at = clock.now();
    expect(stored()).toMatchObject({
      statusId: STATUS.done,
      resolutionId: RESOLUTION.done,
      resolved: at,
      statusChanged: at,
      updated: at,
    });
    await clock.advance(1000);
    await moveTo(STATUS.doing);
    expect(stored()).toMatchObject({
      statusId: STATUS.doing,
      resolutionId: null,
      resolved: null,
      statusChanged: clock.now(),
    });
  });

  it('take the resolution from the screen', async () => {
    const { moveTo, stored } = world();
    await moveTo(STATUS.done, { fields: { resolution: { name: "Won't Do" } } });
    expect(stored().resolutionId).toBe(RESOLUTION.declined);
  });

  it('take a comment along', async () => {
    const { moveTo, state, stored } = world();
    await moveTo(STATUS.doing, { update: { comment: [{ add: { body: doc('Started.') } }] } });
    expect(state.comments.where('issue', stored().id)).toHaveLength(1);
  });

  it('are logged with names and ids', async () => {
    const { moveTo, call } = world();
    await moveTo(STATUS.doing);
    expect((await call('GET', '/rest/api/3/issue/PRJ-1/changelog')).body.values[0].items).toEqual([
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: STATUS.todo,
        fromString: 'To Do',
        to: STATUS.doing,
        toString: 'In Progress',
      },
    ]);
  });

  it('move the date of the status category only when the category changes', async () => {
    const { moveTo, call, state, clock } = world();
    state.statuses.put({ id: '10013', name: 'In Review', category: 'indeterminate' });
    await clock.advance(60_000);
    await moveTo(STATUS.doing);
    await clock.advance(60_000);
    await moveTo('10013');
    const { fields } = (await call('GET', '/rest/api/3/issue/PRJ-1?fields=statuscategorychangedate')).body;
    expect(fields.statuscategorychangedate).toBe('2026-07-21T09:01:00.000+0000');
  });

  it.each([
    ['no transition', {}],
    ['one that does not exist', { transition: { id: '999' } }],
    ['a field that is not on its screen', { transition: { id: '21' }, fields: { summary: 'x' } }],
  ])('refuse %s', async (_case, body) => {
    const { call, stored } = world();
    expect((await call('POST', AT, body)).status).toBe(400);
    expect(stored().statusId).toBe(STATUS.todo);
  });

  it('are neither shown nor open to a viewer', async () => {
    const { call } = world();
    expect((await call('GET', AT, undefined, 'viewer')).body.transitions).toEqual([]);
    expect((await call('POST', AT, { transition: { id: '21' } }, 'viewer')).status).toBe(400);
  });
});
