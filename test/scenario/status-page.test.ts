import { isValidAdf } from '../../sandbox/site/adf';
import { textOf } from '../../src/domain/status/adf';
import { afterAppTests } from '../support/app';
import { view } from '../support/reports';
import { heading, paragraph } from '../support/status-sections';
import {
  correct,
  edit,
  FRIDAY,
  nodesOf,
  propertyOf,
  publish,
  saveReport,
  statusApp,
  statusPage,
  statusPages,
  tableUnder,
  TITLE,
  wordsOf,
} from '../support/status-page';

afterAppTests();

describe('the weekly status page', () => {
  it('appears under the home page on Friday afternoon, once', async () => {
    const app = await statusApp();

    await app.hours(8);

    const page = statusPage(app);
    expect(page).toMatchObject({ title: TITLE, authorId: app.state.appAccountId });
    expect(app.state.pages.get(page.parentId ?? '')?.title).toBe('Team home');
    expect(page.created).toBe(Date.UTC(2026, 6, 24, 15));
    expect(page.version.number).toBe(1);
    expect(isValidAdf(JSON.parse(JSON.stringify(page.body)))).toBe(true);
  });

  it('counts what Jira holds', async () => {
    const app = await statusApp();

    const { outcome, report } = await publish(app);

    const figures = { open: 5, overdue: 3, opened: 1, resolved: 1, dueNextWeek: 1 };
    expect(outcome).toBe('created');
    expect(report).toMatchObject({ label: '2026-W30', overall: 'red', change: null });
    expect(propertyOf(statusPage(app))).toMatchObject({
      v: 1,
      project: app.projectId,
      week: '2026-W30',
      figures,
    });
  });

  it('shows exceptions by owner in plain names, and what comes next', async () => {
    const app = await statusApp();

    await publish(app);

    const page = statusPage(app);
    expect(tableUnder(page, 'Overdue, by owner')).toEqual([
      ['Owner', 'Overdue', 'Kept this week', 'Late', 'Overdue for longest', 'Working days'],
      ['Ben Baker', '2', '0', '0', 'PRJ-2 Summary of PRJ-2', '2 (2026-07-22)'],
      ['Ann Archer', '1', '0', '0', 'PRJ-1 Order the servers', '4 (2026-07-20)'],
    ]);
    expect(tableUnder(page, 'Due next week')[1]).toEqual([
      'PRJ-4',
      'Sign the contract',
      'Ann Archer',
      '2026-07-28',
    ]);
    expect(JSON.stringify(page.body)).not.toContain('"mention"');
  });

  it('costs few points', async () => {
    const app = await statusApp();
    const before = app.host.totals.points;

    await publish(app);

    expect(app.host.totals.points - before).toBeLessThanOrEqual(60);
  });

  it('can be read again without asking Jira for figures', async () => {
    const app = await statusApp();
    const { report } = await publish(app);
    const counts = () => app.exchanges.filter(({ operation }) => operation === 'countIssues').length;
    const before = counts();

    expect(await view(app)).toEqual(report);

    expect(counts()).toBe(before);
    expect(report.page).toMatchObject({ title: TITLE });
    expect(report.page?.url).toBe(
      `${app.state.baseUrl}/wiki/spaces/TEAM/pages/${report.page?.id}/PRJ+weekly+status+2026-W30%3A+Project+PRJ`,
    );
  });
});

describe('a second run in the same week', () => {
  it('writes nothing where nothing has changed but the time', async () => {
    const app = await statusApp();
    await publish(app);
    const [before, at] = [JSON.stringify(statusPage(app)), app.exchanges.length];
    await app.hours(1);

    const { outcome, report } = await publish(app);

    expect(outcome).toBe('unchanged');
    expect(report.figuresAsOf).toBe(new Date(FRIDAY).toISOString());
    expect(JSON.stringify(statusPage(app))).toBe(before);
    const writes = app.exchanges
      .slice(at)
      .filter(({ method, url }) => url.includes('/wiki/') && method !== 'GET');
    expect(writes).toEqual([]);
  });

  it('writes nothing over a page that is out, and a correction is one that readers see', async () => {
    const app = await statusApp();
    await publish(app);
    const { id } = statusPage(app);
    app.build.issue({ created: FRIDAY + 60_000 });
    await app.hours(1);
    expect((await publish(app)).outcome).toBe('unchanged');
    expect(statusPage(app).version.number).toBe(1);

    await correct(app, 'One issue was missing');

    const page = statusPage(app);
    expect(page).toMatchObject({ id, version: { number: 2 } });
    expect(tableUnder(page, 'Figures')).toContainEqual(['Opened this week', '2', '–']);
    expect(wordsOf(page).slice(0, 6)).toEqual([
      'About this report',
      'Revision 2, corrected on 2026-07-24: One issue was missing',
      'Changed: Scope red, was green; Open 6, was 5; Opened this week 2, was 1; All, open or done 8, was 7.',
      'Published 2026-07-24 13:00 (UTC).',
      'Overall status',
      expect.stringContaining('as of 2026-07-24 13:00 (UTC)'),
    ]);
  });

  it('keeps what people wrote, wherever they wrote it', async () => {
    const app = await statusApp();
    await publish(app);
    const mine = [heading('What worries me'), paragraph('The supplier does not answer.')];
    await edit(app, statusPage(app), (nodes) => {
      const next = nodes.findIndex((node) => textOf(node) === 'Figures');
      return [
        paragraph('Please read before Monday.'),
        ...nodes.toSpliced(next, 0, ...mine),
        paragraph('PS: thanks'),
      ];
    });
    app.build.issue({ created: FRIDAY });

    expect(await correct(app)).toBe('updated');

    const words = wordsOf(statusPage(app));
    expect(words[0]).toBe('Please read before Monday.');
    expect(words.at(-1)).toBe('PS: thanks');
    expect(words.slice(words.indexOf('What worries me')).slice(0, 3)).toEqual([
      'What worries me',
      'The supplier does not answer.',
      'Figures',
    ]);
    expect(tableUnder(statusPage(app), 'Figures')).toContainEqual(['Opened this week', '2', '–']);
  });

  it('leaves a section alone that a person has rewritten, and says so once', async () => {
    const app = await statusApp();
    await publish(app);
    await edit(app, statusPage(app), (nodes) => {
      const at = nodes.findIndex((node) => textOf(node) === 'Milestones');
      return nodes.with(at + 1, paragraph('Beta is late, whatever the plan says.'));
    });

    await correct(app);
    await correct(app);

    const words = wordsOf(statusPage(app));
    expect(words).toContain('Beta is late, whatever the plan says.');
    expect(words.filter((line) => line === 'Milestones')).toHaveLength(1);
    expect(words.filter((line) => line.startsWith('Edited by hand'))).toEqual([
      'Edited by hand and left as people wrote it. Delete such a section to get its newest back:',
    ]);
    expect(words).toContain('Milestones: now Beta 2026-08-14.');
  });

  it('puts a deleted section back', async () => {
    const app = await statusApp();
    await publish(app);
    const before = wordsOf(statusPage(app));
    await edit(app, statusPage(app), (nodes) => {
      const at = nodes.findIndex((node) => textOf(node) === 'Milestones');
      return nodes.toSpliced(at, 2);
    });

    await correct(app);

    const notice = 4;
    expect(wordsOf(statusPage(app)).slice(notice)).toEqual(before);
  });

  it('starts a new page where the old one went to the trash', async () => {
    const app = await statusApp();
    await publish(app);
    const old = statusPage(app);
    app.state.pages.patch(old.id, { status: 'trashed' });

    expect((await publish(app)).outcome).toBe('unchanged');
    await correct(app);

    expect(statusPage(app).id).not.toBe(old.id);
    expect(app.state.pages.get(old.id)?.status).toBe('trashed');
  });

  it('follows a page that people have renamed and moved', async () => {
    const app = await statusApp();
    await publish(app);
    const { id } = statusPage(app);
    app.state.pages.patch(id, { title: 'How PRJ is doing (weekly status)', parentId: null });
    app.build.issue({ created: FRIDAY });

    await correct(app);

    expect(statusPages(app)).toHaveLength(1);
    expect(statusPage(app)).toMatchObject({
      id,
      version: { number: 2 },
      title: 'How PRJ is doing (weekly status)',
    });
  });
});

describe('the next week', () => {
  it('has a page of its own that says what has changed since', async () => {
    const app = await statusApp();
    await app.hours(4);
    const [beta] = [...app.state.versions.all()];
    app.state.versions.patch(beta!.id, { releaseDate: '2026-09-01' });
    app.build.issue({ created: FRIDAY + 3 * 86_400_000 });

    await app.until('2026-07-31T16:00:00Z');

    const [, page] = statusPages(app);
    expect(statusPages(app)).toHaveLength(2);
    expect(page?.title).toBe('PRJ weekly status 2026-W31: Project PRJ');
    expect(tableUnder(page!, 'Milestones')[1]).toEqual([
      'Beta',
      'none',
      '2026-08-14',
      '2026-09-01',
      '18 days later (no baseline)',
      '2026-08-14',
      'moved out',
    ]);
    expect(tableUnder(page!, 'Figures').slice(0, 3)).toEqual([
      ['Figure', 'Now', 'Change since 2026-W30'],
      ['Open', '6', '+1'],
      ['Overdue', '4', '+1'],
    ]);
    expect((await view(app)).change).toMatchObject({ figures: { open: 1, overdue: 1 } });
  });
});

describe('a setting that cannot be followed', () => {
  const refusal = (app: Awaited<ReturnType<typeof statusApp>>) =>
    publish(app).then(
      () => 'published',
      (error: Error) => error.message,
    );

  it('names a parent page that is gone', async () => {
    const app = await statusApp();
    const parent = app.build.page({ title: 'Reports' });
    await saveReport(app, { parentPageId: parent.id });
    app.state.pages.patch(parent.id, { status: 'trashed' });

    expect(await refusal(app)).toContain(
      `The parent page ${parent.id} of the weekly status is gone, or hidden`,
    );
    expect(statusPages(app)).toEqual([]);
  });

  it('puts the page under the parent that was chosen', async () => {
    const app = await statusApp();
    const parent = app.build.page({ title: 'Reports' });
    await saveReport(app, { parentPageId: parent.id });

    await publish(app);

    expect(statusPage(app).parentId).toBe(parent.id);
  });

  it('names a space that Docket may not see', async () => {
    const app = await statusApp();
    const [space] = [...app.state.spaces.all()];
    app.state.spaces.patch(space!.id, { appAccess: false });

    expect(await refusal(app)).toContain('There is no Confluence space TEAM that Docket may see');
  });

  it('says that there is no Confluence', async () => {
    const app = await statusApp();
    app.faults.add({ matches: ({ kind }) => kind === 'confluence', effect: { type: 'status', status: 404 } });

    expect(await refusal(app)).toContain('Docket is not connected to a Confluence on this site');
  });
});

describe("somebody else's page of the same title", () => {
  it('is left alone, and ours gets a title of its own, again and again', async () => {
    const app = await statusApp();
    const [home] = [...app.state.pages.all()];
    const theirs = app.build.page({ title: TITLE, parentId: home!.id });

    await publish(app);
    app.build.issue({ created: FRIDAY });

    expect(await correct(app)).toBe('updated');
    expect(app.state.pages.get(theirs.id)).toEqual(theirs);
    expect(statusPages(app).map(({ title, version }) => [title, version.number])).toEqual([
      [TITLE, 1],
      [`${TITLE} (Docket)`, 2],
    ]);
    expect(nodesOf(statusPages(app)[1]!).length).toBeGreaterThan(6);
  });
});
