import { isValidAdf } from '../../../sandbox/site/adf';
import { textOf } from '../../../src/domain/status/adf';
import { afterAppTests } from '../../support/app';
import {
  act,
  approve,
  AT,
  comments,
  tellings,
  done,
  filled,
  linesUnder,
  reportApp,
  under,
  view,
  words,
} from '../../support/reports';
import {
  edit,
  propertyOf,
  reportRows,
  statusPage,
  statusPages,
  tableUnder,
  wordsOf,
} from '../../support/status-page';

afterAppTests();

describe('a report that leads answer and a reviewer approves', () => {
  it('asks every lead on a page that is marked as a draft, with their facts and a task', async () => {
    const app = await reportApp();

    await app.until(AT.asked);

    const page = statusPage(app);
    expect(linesUnder(page, 'About this report')).toEqual([
      'Draft: not published. Leads can write their updates until 2026-07-24 12:00 (UTC).',
    ]);
    expect(linesUnder(page, 'Update: Payments')[1]).toBe(
      'Facts: 0 opened, 0 resolved, 2 open, 1 overdue, as of 2026-07-23 09:00 (UTC).',
    );
    expect(tableUnder(page, 'Update: Web').map(([question]) => question)).toEqual([
      'Done',
      'Next',
      'Blocked',
      'Confidence (high, medium or low)',
      'Needs a decision',
    ]);
    expect(isValidAdf(JSON.parse(JSON.stringify(page.body)))).toBe(true);
    const tasks = [...app.state.tasks.all()].filter(({ pageId }) => pageId === page.id);
    expect(tasks.map(({ assignedTo, status }) => [assignedTo, status])).toEqual([
      ['ann', 'incomplete'],
      ['ben', 'incomplete'],
    ]);
  });

  it('takes words from the page and from Jira, and names who gave none', async () => {
    const app = await reportApp({
      workstreams: ['ann', 'ben', 'member'].map((leadId) => ({
        id: leadId,
        name: `Stream of ${leadId}`,
        leadId,
        scope: { kind: 'jql', jql: `assignee = ${leadId}` },
      })),
    });
    await app.until(AT.asked);
    await edit(
      app,
      statusPage(app),
      (nodes) => filled(nodes, 'Update: Stream of ann', 'Needs', 'Which bank?'),
      'ann',
    );
    await done(app, 'answer', { streamId: 'ben', update: words() }, 'ben');
    expect(linesUnder(statusPage(app), 'Update: Stream of ben').slice(1, 4)).toEqual([
      'Written in Jira by Ben Baker:',
      'Done: Cards are accepted',
      'Confidence: high',
    ]);

    await app.until(AT.closed);

    const { streams, state } = await view(app);
    expect(state).toBe('in-review');
    expect(streams.map(({ answer }) => answer && [answer.source, answer.done, answer.needsDecision])).toEqual(
      [['page', '', 'Which bank?'], ['jira', 'Cards are accepted', ''], null],
    );
    const page = statusPage(app);
    expect(wordsOf(page).join(' ')).toContain('No update from: Stream of member.');
    expect(linesUnder(page, 'Needs a decision').join(' ')).toContain('Which bank?');
    const tasks = [...app.state.tasks.all()].map(({ assignedTo, status }) => [assignedTo, status]);
    expect(tasks).toEqual([
      ['ann', 'complete'],
      ['ben', 'complete'],
      ['member', 'incomplete'],
    ]);
  });

  it('goes out at its time once it is approved, as it was approved, and stakeholders are told once', async () => {
    const app = await reportApp();
    await app.until(AT.closed);
    await done(app, 'override', { dimension: 'Schedule', choice: { colour: 'amber', reason: 'All agreed' } });
    const { figures, dimensions, overall } = await view(app);
    expect(dimensions.find(({ dimension }) => dimension === 'Schedule')).toMatchObject({
      rule: 'red',
      override: { colour: 'amber', reason: 'All agreed', by: 'lead' },
    });
    expect(overall).toBe('amber');
    expect(await approve(app)).toMatchObject({ ok: true, value: { report: { state: 'approved' } } });
    app.build.issue({ created: Date.parse('2026-07-24T14:00:00Z') });
    expect(tellings(app)).toEqual([]);

    await app.until(AT.published);

    const page = statusPage(app);
    expect(linesUnder(page, 'About this report')).toEqual([
      'Published 2026-07-24 15:00 (UTC), approved by lead.',
    ]);
    expect(tableUnder(page, 'Overall status')[1]).toEqual([
      'Schedule',
      '',
      ' All agreed (lead)',
      'first report',
    ]);
    expect(JSON.stringify(under(page, 'Overall status'))).toMatch(/"RED".*"AMBER".*All agreed/u);
    expect(linesUnder(page, 'Update: Web')).toEqual([
      'Ben Baker gave no update.',
      expect.stringMatching(/^Facts: /),
    ]);
    expect([...app.state.tasks.all()].filter(({ status }) => status === 'incomplete')).toEqual([]);
    const published = await view(app);
    expect(published).toMatchObject({ state: 'published', overall: 'amber', figures });
    expect(propertyOf(page)).toMatchObject({ rag: 'amber', overrides: [{ reason: 'All agreed' }] });
    expect(tellings(app)).toEqual([expect.stringContaining('Overall: amber.')]);

    await app.until('2026-07-29T12:00:00Z');
    expect(tellings(app)).toHaveLength(1);
    expect(statusPage(app).version).toEqual(page.version);
  });

  it('waits for its approval, and goes out as soon as that is given', async () => {
    const app = await reportApp();
    await app.until(AT.monday);
    expect((await view(app)).state).toBe('in-review');
    expect(linesUnder(statusPage(app), 'About this report')).toEqual([
      'Draft: not published. In review by lead; due out 2026-07-24 15:00 (UTC).',
    ]);

    await approve(app);
    await app.until('2026-07-27T10:31:00Z');

    expect((await view(app)).state).toBe('published');
    expect(tellings(app)).toHaveLength(1);
  });
});

describe('a section that goes back to its lead', () => {
  it('says what is missing, holds the approval up, and is answered by other words', async () => {
    const app = await reportApp();
    await app.until(AT.asked);
    await edit(app, statusPage(app), (nodes) => filled(nodes, 'Update: Web', 'Done', 'Much'), 'ben');
    await app.until(AT.closed);
    await done(app, 'returnStream', { streamId: 'web', why: 'What is much?' });
    const task = linesUnder(statusPage(app), 'Update: Web')[0];
    expect(task).toContain('your update on Web came back to you: What is much?');
    expect([...app.state.tasks.all()].map(({ status }) => status)).toEqual(['incomplete', 'incomplete']);
    expect(await approve(app)).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT', message: expect.stringContaining('Web was given back to its lead') },
    });

    await edit(app, statusPage(app), (nodes) => filled(nodes, 'Update: Web', 'Done', 'Four pages'), 'ben');

    expect((await view(app)).streams[1]).toMatchObject({ answer: { done: 'Four pages' }, returned: null });
    expect(await approve(app)).toMatchObject({ ok: true });
    await app.until(AT.published);
    expect(tableUnder(statusPage(app), 'Update: Web')[0]).toEqual(['Done', 'Four pages']);
  });
});

describe('who may do what', () => {
  it.each([
    ['answer', { streamId: 'web', update: words() }, 'ann', 'Only the lead of Web, or a reviewer'],
    ['override', { dimension: 'Cost', choice: null }, 'ann', 'Only the reviewers'],
    ['returnStream', { streamId: 'web', why: 'No' }, 'ann', 'Only the reviewers'],
    ['approve', { version: 3 }, 'ann', 'Only the reviewers'],
    ['correct', { reason: 'No', figures: 'new' }, 'ann', 'Only the reviewers'],
    ['publishNow', {}, 'ann', 'Only people who administer this project'],
    ['override', { dimension: 'Cost', choice: { colour: 'red', reason: ' ' } }, 'lead', 'Say why'],
    ['answer', { streamId: 'nothing', update: words() }, 'lead', 'no such workstream'],
    ['answer', { label: '2020-W01', streamId: 'web', update: words() }, 'lead', 'no report on 2020-W01'],
    ['publishNow', {}, 'lead', 'once a reviewer has approved'],
  ] as const)('%s %j by %s is refused: %s', async (call, request, who, message) => {
    const app = await reportApp();
    await app.until(AT.closed);
    const version = reportRows(app)[0]?.version ?? 0;
    const asked = call === 'approve' ? { version } : request;

    expect(await act(app, call, asked, who)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(message) },
    });
    expect(reportRows(app)[0]?.version).toBe(version);
  });

  it('approves only what the reviewer has seen', async () => {
    const app = await reportApp();
    await app.until(AT.closed);
    const { version } = await view(app);
    await done(app, 'answer', { streamId: 'web', update: words() }, 'ben');

    expect(await act(app, 'approve', { version })).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT', message: expect.stringContaining('has changed since you opened it') },
    });
  });
});

describe('a correction', () => {
  it('waits for its approval too, and then says on the page what was wrong', async () => {
    const app = await reportApp();
    await app.until(AT.closed);
    await approve(app);
    await app.until(AT.published);
    const out = statusPage(app);

    await done(app, 'correct', { reason: 'A colour was wrong', figures: 'published' });
    await done(app, 'override', { dimension: 'Risk', choice: { colour: 'red', reason: 'The bank' } });
    expect(statusPage(app).body).toEqual(out.body);
    expect(tellings(app)).toHaveLength(1);
    await approve(app);
    await app.until('2026-07-24T17:00:00Z');

    const page = statusPage(app);
    expect(linesUnder(page, 'About this report')).toEqual([
      'Revision 2, corrected on 2026-07-24: A colour was wrong',
      'Changed: Risk red, was not computable.',
      expect.stringMatching(/^Published 2026-07-24 1[56]:\d\d \(UTC\), approved by lead\.$/),
    ]);
    expect(under(page, 'About this report')[0]?.type).toBe('paragraph');
    expect(tellings(app)).toEqual([
      expect.stringContaining('is published. Overall: red.'),
      expect.stringContaining(
        'The report on 2026-W30 was corrected (revision 2): A colour was wrong. Overall: red.',
      ),
    ]);
    expect(statusPages(app)).toHaveLength(1);
  });

  it('gives a lead the table to write into again, and goes out without those that stayed blank', async () => {
    const app = await reportApp();
    await app.until(AT.asked);
    await edit(app, statusPage(app), (nodes) => filled(nodes, 'Update: Payments', 'Next', 'Refunds'), 'ann');
    await done(app, 'answer', { streamId: 'web', update: words() }, 'ben');
    await app.until(AT.closed);
    await approve(app);
    await app.until(AT.published);
    const tables = () =>
      ['Update: Payments', 'Update: Web'].map((heading) =>
        under(statusPage(app), heading).flatMap((node) => (node.type === 'table' ? [textOf(node)] : [])),
      );
    const mine = [expect.stringContaining('NextRefunds')];
    expect(tables()).toEqual([mine, []]);

    await done(app, 'correct', { reason: 'Too short', figures: 'published' });
    await done(app, 'returnStream', { streamId: 'web', why: 'Which cards?' });
    expect(tables()).toEqual([mine, [expect.stringMatching(/^DoneNext/)]]);
    await edit(app, statusPage(app), (nodes) => filled(nodes, 'Update: Web', 'Done', 'Credit cards'), 'ben');
    await approve(app);
    await app.until('2026-07-24T17:00:00Z');

    expect(tables()).toEqual([mine, [expect.stringContaining('DoneCredit cards')]]);
    expect(linesUnder(statusPage(app), 'About this report')[1]).toBe('Changed: update of Web.');
  });

  it.each([
    ['published', '5', 'Changed: no figure, no colour and no update.'],
    [
      'new',
      '6',
      'Changed: Scope red, was green; Open 6, was 5; Opened this week 2, was 1; All, open or done 8, was 7.',
    ],
  ] as const)('has the %s figures', async (figures, open, changed) => {
    const app = await reportApp({ workstreams: [], reviewers: [] });
    await app.until(AT.published);
    const { asOf } = propertyOf(statusPage(app));
    app.build.issue({ created: Date.parse(AT.published) - 1_000 });

    await done(app, 'correct', { reason: 'A word was wrong', figures });

    const page = statusPage(app);
    expect(tableUnder(page, 'Figures')[1]?.slice(0, 2)).toEqual(['Open', open]);
    expect(linesUnder(page, 'About this report')).toContain(changed);
    expect(propertyOf(page)['asOf'] === asOf).toBe(figures === 'published');
    expect(tellings(app)).toEqual([
      expect.stringContaining('is published.'),
      expect.stringContaining('(revision 2): A word was wrong.'),
    ]);
    await app.until('2026-07-28T12:00:00Z');
    expect(tellings(app)).toHaveLength(2);
  });
});

describe('a lead who does not answer', () => {
  it('is reminded on the page like the owner of any task, until the report is approved', async () => {
    const app = await reportApp();
    await app.hours(26);
    const chased = comments(app).filter((comment) => comment.includes('please write the update on Web'));
    expect(chased).toHaveLength(2);
    await app.until(AT.closed);
    await approve(app);
    const told = comments(app).length;

    await app.hours(80);

    expect(comments(app).length - told).toBe(tellings(app).length);
  });
});
