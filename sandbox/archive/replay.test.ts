import { createClock } from '../clock';
import { isValidAdf } from '../site/adf';
import { createState, type ProductEvent, type SiteState } from '../site/state';
import { readArchive, refuseOutside, scheduleArchive, seedFromArchive } from '.';
import { line, writeArchive } from './example';

const NOW = Date.UTC(2012, 6, 16);
const sprint = line.version('14036', { name: 'Sprint 14', archived: true, releaseDate: '2012-07-19' });
const done = { status: 'Closed', statusCategory: 'done', resolution: 'Fixed' };
const lines = [
  line.project({
    versions: [sprint, line.version('14000', { releaseDate: '2012-07-01', startDate: '2012-06-01' })],
  }),
  line.user(),
  line.user({ accountId: 'acc-2', active: false, timeZone: 'Asia/Kolkata' }),
  line.issue(1, {
    fixVersions: [sprint],
    description: 'h1. Steps\n\n* one\n* two\r\n\r\nEnd',
    links: [
      { type: 'Blocks', direction: 'outward', phrase: 'blocks', key: 'OWL-2' },
      { type: 'Relates', direction: 'inward', phrase: 'relates to', key: 'ELSEWHERE-9' },
    ],
    comments: [
      { author: 'acc-2', created: '2012-07-10T00:00:00.000+0000', length: 120 },
      { author: 'acc-2', created: '2012-07-17T12:00:00.000+0000', length: 5 },
      { author: null, created: '2012-07-11T00:00:00.000+0000', length: 5 },
    ],
  }),
  line.issue(2, {
    ...done,
    resolutiondate: '2012-07-17T10:00:00.000+0000',
    links: [{ type: 'Blocks', direction: 'inward', phrase: 'is blocked by', key: 'OWL-1' }],
  }),
  line.issue(3, { ...done }),
  line.issue(4, {
    created: '2012-07-18T09:00:00.000+0000',
    parent: 'OWL-1',
    subtask: true,
    issuetype: 'Sub-task',
  }),
  line.issue(5, { ...done, resolutiondate: '2012-07-05T10:00:00.000+0000' }),
  line.issue(6, {
    ...done,
    created: '2012-07-18T10:00:00.000+0000',
    resolutiondate: '2012-07-18T11:00:00.000+0000',
  }),
];

async function imported(now = NOW) {
  const archive = await readArchive(writeArchive(lines));
  const state = createState(createClock(now));
  const events: ProductEvent[] = [];
  state.onEvent((event) => events.push(event));
  seedFromArchive(state, archive, { now });
  scheduleArchive(state, archive, now + 10 * 86_400_000);
  return { archive, state, events };
}
const issue = (state: SiteState, key: string) => state.issues.where('key', key)[0];
const status = (state: SiteState, key: string) => state.statuses.get(issue(state, key)?.statusId ?? '');

describe('a site made from an archive', () => {
  test('shows what had happened by now and nothing later', async () => {
    const { archive, state, events } = await imported();
    expect(archive.problems).toEqual([]);
    expect([...state.issues.all()].map(({ key }) => key).sort()).toEqual([
      'OWL-1',
      'OWL-2',
      'OWL-3',
      'OWL-5',
    ]);
    expect(issue(state, 'OWL-1')).toMatchObject({ dueDate: '2012-07-19', updated: Date.UTC(2012, 6, 11) });
    expect(status(state, 'OWL-2')).toMatchObject({ name: 'Open', category: 'new' });
    expect(issue(state, 'OWL-2')).toMatchObject({ resolved: null, resolutionId: null });
    expect(issue(state, 'OWL-5')?.resolved).toBe(Date.UTC(2012, 6, 5, 10));
    expect([...state.comments.all()].map((comment) => comment.created)).toEqual([Date.UTC(2012, 6, 10)]);
    expect(events).toEqual([]);
  });

  test('takes an issue that is done without a date as done from the start', async () => {
    const { state } = await imported();
    expect(status(state, 'OWL-3')?.category).toBe('done');
    expect(issue(state, 'OWL-3')?.resolved).toBeNull();
  });

  test('lets the archive happen as the clock passes it, with the events that Jira would send', async () => {
    const { state, events } = await imported();
    await state.clock.advanceTo(Date.UTC(2012, 6, 17, 9, 59));
    expect(status(state, 'OWL-2')?.category).toBe('new');
    await state.clock.advanceTo(Date.UTC(2012, 6, 17, 10));
    expect(status(state, 'OWL-2')?.name).toBe('Closed');
    expect(issue(state, 'OWL-2')?.resolved).toBe(Date.UTC(2012, 6, 17, 10));
    await state.clock.advanceTo(Date.UTC(2012, 6, 18, 10));
    expect(issue(state, 'OWL-4')).toMatchObject({ parentId: '9001', created: Date.UTC(2012, 6, 18, 9) });
    expect(status(state, 'OWL-6')?.category).toBe('new');
    await state.clock.advanceTo(Date.UTC(2012, 6, 18, 11));
    expect(status(state, 'OWL-6')?.category).toBe('done');
    expect(
      events.map(({ eventType, payload }) => [eventType, (payload['issue'] as { key: string }).key]),
    ).toEqual([
      ['avi:jira:updated:issue', 'OWL-2'],
      ['avi:jira:commented:issue', 'OWL-1'],
      ['avi:jira:created:issue', 'OWL-4'],
      ['avi:jira:created:issue', 'OWL-6'],
      ['avi:jira:updated:issue', 'OWL-6'],
    ]);
  });

  test('keeps what people did on the site meanwhile', async () => {
    const { state } = await imported();
    state.issues.patch('9002', { assigneeId: 'acc-2', dueDate: '2012-08-01' });
    state.issues.delete('9001');
    await state.clock.advanceTo(Date.UTC(2012, 6, 18));
    expect(issue(state, 'OWL-2')).toMatchObject({ assigneeId: 'acc-2', dueDate: '2012-08-01' });
    expect(status(state, 'OWL-2')?.category).toBe('done');
    expect(issue(state, 'OWL-1')).toBeUndefined();
  });

  test('releases a version on its date, and does not put it away before', async () => {
    const { state } = await imported();
    expect(state.versions.get('14000')).toMatchObject({ released: true, releaseDate: '2012-07-01' });
    expect(state.versions.get('14036')).toMatchObject({
      released: false,
      archived: false,
      releaseDate: '2012-07-19',
    });
    await state.clock.advanceTo(Date.UTC(2012, 6, 19));
    expect(state.versions.get('14036')?.released).toBe(true);
  });

  test('ties each pair of issues once, the right way round, and nothing to what is not there', async () => {
    const { state } = await imported();
    const links = [...state.links.all()].map(({ typeId, inwardIssueId, outwardIssueId }) => [
      state.linkTypes.get(typeId)?.name,
      inwardIssueId,
      outwardIssueId,
    ]);
    expect(links).toEqual([['Blocks', '9001', '9002']]);
  });

  test('has a lead, a space with a home and a place for reports, and people with a mail address', async () => {
    const { state } = await imported();
    const [project] = state.projects.where('key', 'OWL');
    expect(project).toMatchObject({
      leadAccountId: 'acc-1',
      everyone: 'member',
      roles: { 'acc-1': 'admin' },
    });
    const [space] = state.spaces.where('key', 'OWL');
    const titles = state.pages.where('space', space?.id ?? '').map((page) => page.title);
    expect(titles).toContain('Status reports');
    expect(state.pages.get(space?.homepageId ?? '')).toBeDefined();
    expect([...state.users.all()].map((user) => user.emailAddress)).toEqual([
      'person.one@example.com',
      'person.one.2@example.com',
    ]);
    expect(state.apiTokens).toContain('docket-local');
  });

  test('writes documents that Atlassian would take', async () => {
    const { state } = await imported();
    const first = issue(state, 'OWL-1')?.description;
    expect(first?.content).toHaveLength(3);
    expect(isValidAdf(first)).toBe(true);
    for (const comment of state.comments.all()) expect(isValidAdf(comment.body)).toBe(true);
    expect(JSON.stringify([...state.comments.all()][0]?.body)).toContain('comment of 120 characters');
  });

  test('is refused for a time outside the data', async () => {
    const { archive } = await imported();
    expect(() => refuseOutside(archive, Date.UTC(2012, 6, 2))).not.toThrow();
    expect(() => refuseOutside(archive, Date.UTC(2012, 7, 18, 23))).not.toThrow();
    expect(() => refuseOutside(archive, Date.UTC(2012, 6, 1, 23))).toThrow('from 2012-07-02 to 2012-08-18');
    expect(() => refuseOutside(archive, Date.UTC(2012, 7, 19))).toThrow('outside the data');
  });
});
