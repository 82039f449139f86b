import type { Fault } from '../../../sandbox/faults';
import { callApp } from '../../../sandbox/cli/app-call';
import { reporting } from '../../../src/contract';
import { DEFAULT_REPORTING } from '../../../src/domain/reports';
import type { AdfNode } from '../../../src/domain/status/adf';
import { afterAppTests, type TestApp } from '../../support/app';
import {
  act,
  approve,
  AT,
  tellings,
  done,
  filled,
  linesUnder,
  reportApp,
  saveReporting,
  view,
  WEEK,
  words,
} from '../../support/reports';
import { paragraph } from '../../support/status-sections';
import {
  edit,
  FRIDAY,
  reportRows,
  statusPage,
  statusPages,
  tableUnder,
  TITLE,
  wordsOf,
} from '../../support/status-page';

afterAppTests();

const MINE = 'Seventeen banks';

/** A report whose lead has written on the page, before its cut-off. */
async function answered(change: object = {}): Promise<TestApp> {
  const app = await reportApp(change);
  await app.until(AT.asked);
  await edit(app, statusPage(app), (nodes) => filled(nodes, 'Update: Payments', 'Done', MINE), 'ann');
  return app;
}

const page = (app: TestApp, id: string) => app.state.pages.get(id)!;

describe('what becomes of the page before the cut-off', () => {
  it.each<[string, (app: TestApp, id: string) => void, { pages: number; title: string }]>([
    [
      'is renamed',
      (app, id) => void app.state.pages.patch(id, { title: 'Our weekly status' }),
      { pages: 1, title: 'Our weekly status' },
    ],
    [
      'is moved under another page',
      (app, id) => {
        const other = app.build.page({ title: 'Elsewhere' });
        app.state.pages.patch(id, { parentId: other.id });
      },
      { pages: 1, title: TITLE },
    ],
    [
      'is archived',
      (app, id) => void app.state.pages.patch(id, { status: 'archived' }),
      { pages: 2, title: `${TITLE} (Docket)` },
    ],
    [
      'goes to the trash',
      (app, id) => void app.state.pages.patch(id, { status: 'trashed' }),
      { pages: 2, title: TITLE },
    ],
  ])(
    '%s: the lead’s words are in the report, and on the page that there is',
    async (_what, happen, expected) => {
      const app = await answered();
      happen(app, statusPage(app).id);

      await app.until(AT.closed);

      expect((await view(app)).streams[0]?.answer?.done).toBe(MINE);
      expect(statusPages(app)).toHaveLength(expected.pages);
      expect(statusPage(app).title).toBe(expected.title);
      expect(tableUnder(statusPage(app), 'Update: Payments')[0]).toEqual(['Done', MINE]);
    },
  );

  it('is deleted for good: the report goes on with what was heard, on a new page', async () => {
    const app = await answered();
    await done(app, 'answer', { streamId: 'web', update: words() }, 'ben');
    app.state.pages.delete(statusPage(app).id);

    await app.until(AT.closed);

    const [pay, web] = (await view(app)).streams;
    expect([pay?.answer, web?.answer?.done]).toEqual([null, 'Cards are accepted']);
    expect(linesUnder(statusPage(app), 'Update: Web')).toContain('Done: Cards are accepted');
  });

  it('is trashed and comes back: it is left as it is, and the report has its new page', async () => {
    const app = await answered();
    const { id } = statusPage(app);
    app.state.pages.patch(id, { status: 'trashed' });
    await app.until(AT.closed);
    const other = statusPage(app).id;
    app.state.pages.patch(id, { status: 'current', title: 'Back again' });
    const before = page(app, id).body;

    await approve(app);
    await app.until(AT.published);

    expect(page(app, id).body).toEqual(before);
    expect(reportRows(app)[0]?.page?.id).toBe(other);
    expect(linesUnder(page(app, other), 'About this report')[0]).toMatch(/^Published/);
  });

  it('loses its parent: it is found all the same', async () => {
    const app = await answered();
    const { id, parentId } = statusPage(app);
    app.state.pages.patch(parentId ?? '', { status: 'trashed' });

    await app.until(AT.closed);

    expect(statusPage(app).id).toBe(id);
    expect((await view(app)).state).toBe('in-review');
  });

  it('is longer than anything: five megabytes of people’s words stay', async () => {
    const app = await answered();
    const long = Array.from({ length: 50 }, () => paragraph('x'.repeat(100_000)));
    const { id } = statusPage(app);
    const body = page(app, id).body;
    app.state.pages.patch(id, {
      body: { ...body, content: [...body.content, ...long] as typeof body.content },
    });

    await app.until(AT.closed);

    expect(wordsOf(statusPage(app)).filter((line) => line.length === 100_000)).toHaveLength(50);
    expect((await view(app)).streams[0]?.answer?.done).toBe(MINE);
  });
});

describe('a lead who puts the line that asks in words of their own', () => {
  it('is chased no more once they have answered, and keeps their words', async () => {
    const app = await answered();
    const rewrite = (node: AdfNode): AdfNode =>
      node.text === undefined || !node.text.includes('please write the update on Payments')
        ? { ...node, ...(node.content && { content: node.content.map(rewrite) }) }
        : { ...node, text: ' what have we done by ' };
    await edit(app, statusPage(app), (nodes) => nodes.map(rewrite), 'ann');

    await app.until(AT.closed);

    expect(linesUnder(statusPage(app), 'Update: Payments')[0]).toBe(' what have we done by ');
    const tasks = [...app.state.tasks.all()].map(({ assignedTo, status }) => [assignedTo, status]);
    expect(tasks).toEqual([
      ['ann', 'complete'],
      ['ben', 'incomplete'],
    ]);
  });
});

describe('somebody who saves the page while Docket writes it', () => {
  const whileWriting = (app: TestApp, times?: number): Fault => ({
    matches: ({ operation }) => operation === 'updatePage',
    effect: {
      type: 'run',
      when: 'before',
      task: () => edit(app, statusPage(app), (nodes) => [...nodes, paragraph('Saved just now')], 'ben'),
    },
    ...(times === undefined ? {} : { times }),
  });

  it('once: both stand', async () => {
    const app = await answered();
    app.faults.add(whileWriting(app, 1));

    await app.until(AT.closed);

    expect(wordsOf(statusPage(app)).at(-1)).toBe('Saved just now');
    expect(linesUnder(statusPage(app), 'About this report')[0]).toContain('In review by');
  });

  it('again and again: an answer is kept, and the person is told that the page comes later', async () => {
    const app = await answered();
    const remove = app.faults.add(whileWriting(app));

    const answer = await act(app, 'answer', { streamId: 'web', update: words() }, 'ben');

    expect(answer).toMatchObject({ ok: true, value: { warning: expect.stringMatching(/^It is saved\./) } });
    remove();
    await app.until(AT.closed);
    expect(linesUnder(statusPage(app), 'Update: Web')).toContain('Done: Cards are accepted');
  });
});

describe('settings that change under a report', () => {
  it('another calendar: the report that is under way keeps its times, and the settings say so', async () => {
    const app = await answered();

    await saveReporting(app, { calendar: { ...DEFAULT_REPORTING.calendar, cadence: 'monthly' } });

    const { underway } = await callApp(app.host, app.screen('project-settings'), reporting.read, {});
    expect(underway).toEqual([
      { label: WEEK, cutOff: '2026-07-24T12:00:00.000Z', publish: '2026-07-24T15:00:00.000Z' },
    ]);
    await app.until(AT.closed);
    expect((await view(app)).state).toBe('in-review');
    await approve(app);
    await app.until(AT.published);
    expect(linesUnder(statusPage(app), 'About this report')[0]).toMatch(/^Published/);
    expect(tableUnder(statusPage(app), 'Update: Payments')[0]).toEqual(['Done', MINE]);
    await app.until('2026-07-31T12:30:00Z');
    const monthly = [...app.state.pages.all()].find(({ title }) => title.startsWith('PRJ monthly status'));
    expect(monthly?.title).toBe('PRJ monthly status 2026-07: Project PRJ');
    expect(tableUnder(monthly!, 'Figures')).toContainEqual([
      'Due this month by the last report, and still',
      'not computable: no earlier report ends before this period.',
      '–',
    ]);
    expect(tableUnder(monthly!, 'Figures')).toContainEqual(['Opened this month', '1', '–']);
  });

  it('no reviewers any more: the report goes out by itself', async () => {
    const app = await answered();
    await app.until(AT.closed);
    await saveReporting(app, { reviewers: [] });

    await app.until(AT.published);

    expect((await view(app)).state).toBe('published');
    expect(tellings(app)).toHaveLength(1);
  });

  it('a lead who left: the page says who can answer, and a reviewer does', async () => {
    const app = await reportApp();
    app.state.users.patch('ben', { active: false });
    await app.until(AT.asked);
    expect(linesUnder(statusPage(app), 'About this report')[1]).toBe(
      'The lead of Web has left. A reviewer can answer for it, and a project admin can name another lead.',
    );

    await done(app, 'answer', { streamId: 'web', update: words() });

    expect(linesUnder(statusPage(app), 'About this report')).toHaveLength(1);
    expect((await view(app)).streams[1]?.answer).toMatchObject({ by: 'lead', source: 'jira' });
  });
});

it('says that nobody was asked in a week in which nobody works, and publishes the figures', async () => {
  const app = await reportApp(
    { reviewers: [], stakeholders: [] },
    { holidays: ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24'] },
  );

  await app.until(AT.published);

  expect(linesUnder(statusPage(app), 'About this report')).toContain(
    'Nobody works in this period: no lead was asked, and the figures stand alone.',
  );
  expect((await view(app)).streams).toEqual([]);
});

it('comes to one page where two ask for it at once', async () => {
  const app = await reportApp({ reviewers: [], workstreams: [] });
  await app.clock.advanceTo(FRIDAY);
  const task = async () => void (await act(app, 'publishNow', {}));
  app.faults.add({
    matches: ({ operation }) => operation === 'createPage',
    effect: { type: 'run', when: 'before', task },
    times: 1,
  });

  expect(await act(app, 'publishNow', {})).toMatchObject({ ok: true });

  expect(statusPages(app)).toHaveLength(1);
  expect(tellings(app)).toHaveLength(1);
});
