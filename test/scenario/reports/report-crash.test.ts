import { isDeepStrictEqual } from 'node:util';
import type { OutgoingCall } from '../../../sandbox/faults';
import type { Page } from '../../../sandbox/site/entities';
import { afterAppTests, type TestApp } from '../../support/app';
import { isWrite } from '../../support/crash';
import { DEFAULT_REPORTING } from '../../../src/domain/reports';
import { textOf } from '../../../src/domain/status/adf';
import { act, approve, comments, filled, linesUnder, reportApp, tellings, view } from '../../support/reports';
import {
  edit,
  nodesOf,
  propertyOf,
  publish,
  reportRows,
  statusApp,
  statusPage,
  statusPages,
  tableUnder,
  TITLE,
} from '../../support/status-page';

afterAppTests();

const WEEK_MS = 7 * 86_400_000;
const FRIDAY = '2026-07-24';

/** One lead, one reviewer, one stakeholder, and every step within one afternoon. */
const SHORT = {
  calendar: {
    ...DEFAULT_REPORTING.calendar,
    ask: { weekday: 5, time: '12:00' },
    cutOff: { weekday: 5, time: '13:00' },
    publish: { weekday: 5, time: '14:00' },
  },
  workstreams: [
    { id: 'pay', name: 'Payments', leadId: 'ann', scope: { kind: 'jql', jql: 'assignee = ann' } },
  ],
};

let before: Page | undefined;

/** The page of the week before, as an earlier installation has left it: this week is compared with it. */
async function pageBefore(): Promise<Page> {
  if (before) return before;
  const app = await statusApp({ now: Date.parse(`${FRIDAY}T11:00:00Z`) - WEEK_MS });
  await publish(app);
  return (before = statusPage(app));
}

/** The project half an hour before its lead is asked. */
async function asking(change: object = {}): Promise<TestApp> {
  const last = await pageBefore();
  const now = Date.parse(`${FRIDAY}T11:30:00Z`);
  const app = await reportApp({ ...SHORT, ...change }, { kept: false, now });
  app.state.reserveIds(Number(last.id));
  app.state.pages.put(last);
  return app;
}

const current = (app: TestApp): Page | undefined =>
  statusPages(app).find(({ title }) => title.startsWith(TITLE));
const MINUTE = 60_000;

/** Waits until it is so, as people do; every retry and lease of a dead run is over within hours. */
async function waitFor(app: TestApp, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await app.clock.advance(15 * MINUTE);
  }
  throw new Error('It never came.');
}

/** Whoever gets an error looks again. */
const stateOf = (app: TestApp): Promise<string | null> =>
  view(app).then(
    ({ state }) => state,
    () => null,
  );

/** Its lead writes on the page that there is, and it comes to its reviewer. */
async function drafting(app: TestApp, time: string): Promise<void> {
  await app.until(`${FRIDAY}T12:30:00Z`);
  await waitFor(app, () => current(app) !== undefined);
  await edit(app, current(app)!, (nodes) => filled(nodes, 'Update: Payments', 'Done', 'Cards work'), 'ann');
  if (app.clock.now() < Date.parse(time)) await app.until(time);
  await waitFor(app, async () => (await stateOf(app)) === 'in-review');
}

/** Its reviewer approves, once more where that died, and its stakeholders are told. */
async function approving(app: TestApp): Promise<void> {
  await waitFor(app, async () => {
    await approve(app).catch(() => null);
    return ['approved', 'published'].includes((await stateOf(app)) ?? '');
  });
  await telling(app);
}

async function telling(app: TestApp): Promise<void> {
  await waitFor(app, () => reportRows(app)[0]?.told === true);
  await app.hours(1);
}

/** A person corrects what is out, once more where that died. */
async function correcting(app: TestApp): Promise<void> {
  const reason = { reason: 'A word was wrong', figures: 'published' };
  await waitFor(app, async () => {
    if (reportRows(app)[0]?.report.revision === 1) await act(app, 'correct', reason).catch(() => null);
    return reportRows(app)[0]?.report.revision === 2;
  });
  await telling(app);
}

/** What comes before the calls at which it may die, and what they are part of. */
interface Story {
  readonly prepare: () => Promise<TestApp>;
  readonly go: (app: TestApp) => Promise<void>;
}

const STORIES: Readonly<Record<string, Story>> = {
  'from asking to telling': {
    prepare: asking,
    async go(app) {
      await drafting(app, `${FRIDAY}T13:30:00Z`);
      await approving(app);
    },
  },
  'of an approval that comes late': {
    async prepare() {
      const app = await asking();
      await drafting(app, `${FRIDAY}T14:30:00Z`);
      return app;
    },
    go: approving,
  },
  'of a correction that nobody reviews': {
    async prepare() {
      const app = await asking({ workstreams: [], reviewers: [] });
      await app.until(`${FRIDAY}T14:30:00Z`);
      return app;
    },
    go: correcting,
  },
};

/** What has come of the report: equal however often a run died on the way. */
function endOf(app: TestApp) {
  const [row] = reportRows(app);
  const page = current(app);
  if (!row || !page) throw new Error('There is no report.');
  const { report, snapshot, draft, told } = row;
  return {
    pages: statusPages(app).map(({ title }) => title),
    headings: nodesOf(page).flatMap((node) => (node.type === 'heading' ? [textOf(node)] : [])),
    published: linesUnder(page, 'About this report')[0]?.replace(/\d\d:\d\d/, 'TIME'),
    words: tableUnder(page, 'Update: Payments')[0],
    since: tableUnder(page, 'Figures')[0],
    report: { ...report, history: report.history.map(({ what }) => what).sort() },
    kept: [snapshot?.figures, draft, told],
    isOnPage: isDeepStrictEqual(propertyOf(page)['figures'], snapshot?.figures),
    isNewest: row.page?.version === page.version.number,
    tellings: tellings(app).length,
    doubled: comments(app).length - new Set(comments(app)).size,
    ledger: app.ledger().flatMap(({ key, state }) => (key.startsWith('report:') ? [state] : [])),
  };
}

type End = ReturnType<typeof endOf>;

/** The same end at other times: they depend on how long the way was. */
const expected = ({ report, ...end }: End) => ({
  ...end,
  report: {
    ...report,
    publishedAt: expect.anything(),
    approval: report.approval && { ...report.approval, at: expect.anything() },
    streams: report.streams.map((stream) => ({
      ...stream,
      answer: { ...stream.answer, at: expect.anything() },
    })),
  },
});

/** Every call of a story, and what came of it. */
async function whole({ prepare, go }: Story): Promise<{ calls: readonly OutgoingCall[]; end: End }> {
  const app = await prepare();
  const calls: OutgoingCall[] = [];
  app.faults.reset();
  app.faults.add({
    matches: (call) => calls.push(call) < 0,
    effect: { type: 'latency', milliseconds: 0 },
  });
  await go(app);
  return { calls, end: endOf(app) };
}

type Death = readonly [OutgoingCall, 'before' | 'after'];

/**
 * After each write, and before the first and the last of each kind of call: between two writes it makes no difference
 * at which question a run dies, since none of them leaves anything behind.
 */
function deathsAmong(calls: readonly OutgoingCall[]): Death[] {
  const same = (a: OutgoingCall) => calls.filter(({ operation }) => operation === a.operation);
  return calls.flatMap((call): Death[] => [
    ...([same(call)[0], same(call).at(-1)].includes(call) ? ([[call, 'before']] as const) : []),
    ...(isWrite(call) ? ([[call, 'after']] as const) : []),
  ]);
}

describe('a report whose run dies comes to the same end', () => {
  it.each(Object.keys(STORIES))(
    'at any call %s',
    async (name) => {
      const story = STORIES[name]!;
      const { calls, end } = await whole(story);
      const deaths = deathsAmong(calls);
      expect(deaths.length).toBeGreaterThan(20);
      for (const [{ number, kind, operation }, when] of deaths) {
        const app = await story.prepare();
        app.faults.reset();
        app.faults.add({
          matches: (call) => call.number === number,
          effect: { type: 'crash', when },
          times: 1,
        });

        await story.go(app);

        const what = `${when} call ${number}, ${kind} ${operation}`;
        expect({ what, ...endOf(app) }).toEqual({ what, ...expected(end) });
      }
    },
    300_000,
  );
});
