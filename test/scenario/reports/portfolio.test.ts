import { callApp } from '../../../sandbox/cli/app-call';
import { portfolio, reports, settings } from '../../../src/contract';
import { afterAppTests, appWith } from '../../support/app';
import type { Builders } from '../../support/site';
import { FRIDAY } from '../../support/status-page';

afterAppTests();

const DAY = 86_400_000;
const KEYS = ['PRJ', 'RED', 'OWN'] as const;

/** Three projects that report into one space: a calm one, one that is late, and one that only its lead may browse. */
async function threeProjects() {
  const app = await appWith(
    (build: Builders) => {
      const before = { created: FRIDAY - 30 * DAY, assigneeId: 'member' };
      const [calm, late, own] = KEYS.map((key) =>
        build.project({ key, ...(key === 'OWN' ? { everyone: null } : {}) }),
      );
      for (const project of [calm, late, own])
        build.issue({ ...before, projectId: project?.id ?? '', dueDate: '2026-08-20' });
      build.issue({ ...before, projectId: late?.id ?? '', dueDate: '2026-07-20' });
      const space = build.space({ key: 'TEAM' });
      build.state.spaces.patch(space.id, { homepageId: build.page({ spaceId: space.id }).id });
    },
    { now: FRIDAY, switchedOn: false },
  );
  const on = (key: string, accountId = 'lead', moduleKey = 'project-page') => {
    const project = [...app.state.projects.all()].find((one) => one.key === key);
    return {
      ...app.screen(moduleKey, accountId),
      extension: { type: `jira:${moduleKey}`, project: { id: project?.id ?? '', key, type: 'software' } },
    };
  };
  for (const key of KEYS)
    await callApp(app.host, on(key, 'lead', 'project-settings'), settings.save, {
      enabled: true,
      sponsorId: null,
      holidays: [],
      zone: 'UTC',
      report: { enabled: true, spaceKey: 'TEAM', parentPageId: null },
    });
  return { app, on };
}

describe('the portfolio', () => {
  it('shows the projects that the viewer may browse, worst first, by one question to Jira', async () => {
    const { app, on } = await threeProjects();
    for (const key of KEYS) await callApp(app.host, on(key), reports.publishNow, { label: null });
    const asked = app.exchanges.length;
    const { projects, totals } = await callApp(app.host, on('PRJ', 'member'), portfolio.read, {});
    expect(projects.map(({ projectKey, last }) => [projectKey, last?.rag, last?.figures.overdue])).toEqual([
      ['RED', 'red', 1],
      ['PRJ', 'green', 0],
    ]);
    expect(projects[0]?.last?.worst).toContain('Schedule');
    expect(totals).toMatchObject({ open: 3, overdue: 1, red: 1, green: 1, missing: 0 });
    expect(app.exchanges.slice(asked).map(({ operation }) => operation)).toEqual(['searchProjects']);
    const { projects: all } = await callApp(app.host, on('PRJ'), portfolio.read, {});
    expect(all.map(({ projectKey }) => projectKey).sort()).toEqual(['OWN', 'PRJ', 'RED']);
  });

  it('names the report that should be out and is not, before everything else', async () => {
    const { app, on } = await threeProjects();
    await callApp(app.host, on('RED'), reports.publishNow, { label: null });
    app.state.confluenceInstalled = false;
    await app.until('2026-07-24T16:00:00Z');
    const { projects, totals } = await callApp(app.host, on('PRJ', 'member'), portfolio.read, {});
    expect(projects.map(({ projectKey, isMissing, expected }) => [projectKey, isMissing, expected])).toEqual([
      ['PRJ', true, '2026-W30'],
      ['RED', false, '2026-W30'],
    ]);
    expect(totals.missing).toBe(1);
  });
});
