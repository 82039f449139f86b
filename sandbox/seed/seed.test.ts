import { createClock } from '../clock';
import { isValidAdf } from '../site/adf';
import { tasksIn } from '../site/confluence/inline-tasks';
import { createState, type SiteState } from '../site/state';
import { SEED_NOW, SEED_SPONSORS, seedDemoSite } from '.';
import { CUSTOM_FIELDS, STATUSES } from './basics';

const seeded = (): SiteState => {
  const state = createState(createClock(SEED_NOW));
  seedDemoSite(state);
  return state;
};
const rows = (state: SiteState) => ({
  users: [...state.users.all()],
  projects: [...state.projects.all()],
  versions: [...state.versions.all()],
  components: [...state.components.all()],
  issues: [...state.issues.all()],
  comments: [...state.comments.all()],
  links: [...state.links.all()],
  changes: [...state.changes.all()],
  levels: [...state.securityLevels.all()],
  spaces: [...state.spaces.all()],
  pages: [...state.pages.all()],
  tasks: [...state.tasks.all()],
});
const site = rows(seeded());
const open = site.issues.filter((issue) => issue.resolved === null);
const today = '2026-11-16';
const isoWeeksAgo = (instant: number) => Math.floor((SEED_NOW - instant) / (7 * 86_400_000));

describe('the demo site', () => {
  test('measures most of the work in points, some in hours, and a few issues in money', () => {
    const shareWith = (id: string) =>
      site.issues.filter((issue) => typeof issue.numbers?.[id] === 'number').length / site.issues.length;
    expect(shareWith(CUSTOM_FIELDS.storyPoints.id)).toBeGreaterThan(0.6);
    expect(shareWith(CUSTOM_FIELDS.cost.id)).toBeGreaterThan(0.03);
    expect(shareWith(CUSTOM_FIELDS.cost.id)).toBeLessThan(0.2);
    const estimated = site.issues.filter((issue) => issue.timeTracking);
    expect(estimated.length).toBeGreaterThan(80);
    const leftOver = estimated.filter(({ statusId, timeTracking }) =>
      statusId === STATUSES.done.id ? timeTracking?.remaining !== 0 : timeTracking?.remaining === 0,
    );
    expect(leftOver).toEqual([]);
  });

  test('is the same whenever it is made', () => {
    expect(rows(seeded())).toEqual(site);
  });

  test('starts on a Monday morning', () => {
    expect(new Date(SEED_NOW).toISOString()).toBe('2026-11-16T06:00:00.000Z');
    expect(new Date(SEED_NOW).getUTCDay()).toBe(1);
  });

  test('has three projects, 400 issues, and 20 people in eight zones', () => {
    expect(site.projects.map((project) => project.key)).toEqual(['PAY', 'NET', 'HRP']);
    expect(site.issues).toHaveLength(400);
    expect(site.users).toHaveLength(20);
    expect([...new Set(site.users.map((user) => user.timeZone))].sort()).toEqual([
      'America/Los_Angeles',
      'America/New_York',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'Asia/Kolkata',
      'Australia/Sydney',
      'Europe/Berlin',
      'Europe/London',
    ]);
  });

  test('has one site admin, one person who left, and unlike e-mail addresses', () => {
    expect(site.users.filter((user) => user.siteAdmin)).toHaveLength(1);
    expect(site.users.filter((user) => !user.active)).toHaveLength(1);
    expect(new Set(site.users.map((user) => user.emailAddress)).size).toBe(20);
    for (const user of site.users) {
      expect(user.accountId).toMatch(/^712020:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(user.emailAddress).toMatch(/^[a-z.]+@example\.com$/);
    }
  });

  test('has work for every rung of the ladder', () => {
    const due = (from: string, to: string) =>
      open.filter((issue) => issue.dueDate !== null && issue.dueDate >= from && issue.dueDate <= to).length;
    expect(due('2026-11-16', '2026-11-20')).toBeGreaterThan(15);
    expect(due('2026-11-09', '2026-11-15')).toBeGreaterThan(15);
    expect(due('2026-09-01', '2026-11-06')).toBeGreaterThan(5);
    expect(due('2026-11-23', '2026-12-31')).toBeGreaterThan(30);
    expect(open.filter((issue) => issue.dueDate === null).length).toBeGreaterThan(10);
    expect(open.filter((issue) => issue.assigneeId === null).length).toBeGreaterThan(5);
    const gone = site.users.find((user) => !user.active)?.accountId;
    expect(open.filter((issue) => issue.assigneeId === gone).length).toBeGreaterThan(0);
  });

  test('has had something opened and something resolved in each of the last ten weeks', () => {
    for (let week = 0; week < 10; week++) {
      expect(site.issues.filter((issue) => isoWeeksAgo(issue.created) === week)).not.toHaveLength(0);
      expect(
        site.issues.filter((issue) => issue.resolved !== null && isoWeeksAgo(issue.resolved) === week),
      ).not.toHaveLength(0);
    }
  });

  test('tells no story from the future, and none out of order', () => {
    for (const issue of site.issues) {
      expect(issue.created).toBeLessThan(SEED_NOW);
      expect(issue.updated).toBeLessThan(SEED_NOW);
      expect(issue.updated).toBeGreaterThanOrEqual(issue.created);
      if (issue.resolved !== null) expect(issue.resolved).toBeGreaterThan(issue.created);
      expect(issue.resolved !== null).toBe(issue.statusId === STATUSES.done.id);
      expect(issue.resolutionId !== null).toBe(issue.resolved !== null);
    }
    for (const comment of site.comments) expect(comment.created).toBeLessThan(SEED_NOW);
    for (const change of site.changes) expect(change.created).toBeLessThan(SEED_NOW);
  });

  test('gives each project a lead, and two of them a sponsor', () => {
    for (const project of site.projects) expect(project.roles[project.leadAccountId ?? '']).toBe('admin');
    expect(Object.keys(SEED_SPONSORS)).toEqual(['PAY', 'NET']);
  });

  test('keeps one project private and one issue for few eyes', () => {
    expect(site.projects.filter((project) => project.everyone === null).map((p) => p.key)).toEqual(['HRP']);
    expect(site.levels).toHaveLength(1);
    expect(site.issues.filter((issue) => issue.securityLevelId !== null)).toHaveLength(1);
  });

  test('has milestones that slipped: past their date and not released', () => {
    const slipped = site.versions.filter(
      (version) => !version.released && (version.releaseDate ?? '') < today,
    );
    expect(slipped.length).toBeGreaterThanOrEqual(2);
    for (const version of site.versions) {
      if (version.released) expect((version.releaseDate ?? '') <= today).toBe(true);
    }
  });

  test('ties every row to rows that are there', () => {
    const ids = (list: readonly { id: string }[]) => new Set(list.map((row) => row.id));
    const issues = ids(site.issues);
    for (const issue of site.issues) {
      if (issue.parentId !== null) expect(issues).toContain(issue.parentId);
      for (const version of issue.fixVersionIds) expect(ids(site.versions)).toContain(version);
    }
    for (const link of site.links) {
      expect(issues).toContain(link.inwardIssueId);
      expect(issues).toContain(link.outwardIssueId);
    }
    expect(site.links.length).toBeGreaterThan(30);
    expect(site.comments.length).toBeGreaterThan(300);
  });

  test('has a space for each project, with a home, a place for reports, and meetings with promises', () => {
    for (const space of site.spaces) {
      const pages = site.pages.filter((page) => page.spaceId === space.id);
      expect(pages.some((page) => page.id === space.homepageId)).toBe(true);
      expect(pages.filter((page) => page.title === 'Status reports')).toHaveLength(1);
      expect(pages.filter((page) => page.title.endsWith('project meeting'))).toHaveLength(6);
      const tasks = site.tasks.filter((task) => task.spaceId === space.id);
      expect(tasks.some((task) => task.status === 'incomplete')).toBe(true);
      expect(tasks.some((task) => task.status === 'complete')).toBe(true);
    }
    expect(site.spaces.map((space) => space.key)).toEqual(['PAY', 'NET', 'HRP']);
  });

  test('keeps the tasks that its pages say, as the site itself reads them', () => {
    const told = site.pages.flatMap((page) =>
      tasksIn(page.body).map((task) => ({ ...task, pageId: page.id })),
    );
    const kept = site.tasks.map(({ localId, status, body, assignedTo, dueAt, pageId }) => ({
      localId,
      status,
      body,
      assignedTo,
      dueAt,
      pageId,
    }));
    expect(kept).toEqual(told);
    expect(told.length).toBeGreaterThan(30);
  });

  test('writes documents that Atlassian would take', () => {
    const documents = [
      ...site.issues.map((issue) => issue.description),
      ...site.comments.map((comment) => comment.body),
      ...site.pages.map((page) => page.body),
      ...site.tasks.map((task) => task.body),
    ];
    expect(documents.filter((document) => !isValidAdf(document))).toEqual([]);
  });
});
