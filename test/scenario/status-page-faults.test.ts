import type { Fault, OutgoingCall } from '../../sandbox/faults';
import type { Page } from '../../sandbox/site/entities';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { isWrite } from '../support/crash';
import { paragraph } from '../support/status-sections';
import {
  correct,
  edit,
  fillProject,
  FRIDAY,
  propertyOf,
  publish,
  statusApp,
  statusPage,
  statusPages,
  tableUnder,
  TITLE,
  update,
  wordsOf,
} from '../support/status-page';

afterAppTests();

/** The calls that one publication makes, by number. */
async function callsOf(app: TestApp): Promise<OutgoingCall[]> {
  const calls: OutgoingCall[] = [];
  app.faults.reset();
  const remove = app.faults.add({
    matches: (call) => {
      calls.push(call);
      return false;
    },
    effect: { type: 'latency', milliseconds: 0 },
  });
  await update(app);
  remove();
  app.faults.reset();
  return calls;
}

/** One after another a report asks Jira many like questions: to die at the first and at the last of a kind is enough. */
function distinct(calls: readonly OutgoingCall[]): OutgoingCall[] {
  const isQuestion = ({ operation }: OutgoingCall) => /^(count|search)/.test(operation);
  const same = (a: OutgoingCall) => calls.filter((b) => b.operation === a.operation);
  return calls.filter((call) => !isQuestion(call) || same(call)[0] === call || same(call).at(-1) === call);
}

/** To die after a question is to die before it. */
const timesToDie = (call: OutgoingCall): readonly ('before' | 'after')[] =>
  isWrite(call) ? ['before', 'after'] : ['before'];

const once = (operation: string, effect: Fault['effect']): Fault => ({
  matches: (call) => call.operation === operation,
  effect,
  times: 1,
});

/** Publishes or corrects, and takes whatever comes of it. */
const attempt = (app: TestApp): Promise<unknown> => update(app).catch((error: Error) => error);

/** One page; its sections are still Docket's to update, and say what Jira says. */
async function expectSound(app: TestApp, opened: string): Promise<void> {
  await update(app);
  expect(statusPages(app)).toHaveLength(1);
  expect(tableUnder(statusPage(app), 'Figures')).toContainEqual(['Opened this week', opened, '–']);
  app.build.issue({ created: FRIDAY });
  await correct(app);
  const page = statusPage(app);
  const more = String(Number(opened) + 1);
  expect(tableUnder(page, 'Figures')).toContainEqual(['Opened this week', more, '–']);
  expect(propertyOf(page)).toMatchObject({ figures: { opened: Number(more) } });
  expect(wordsOf(page).filter((line) => line.startsWith('Edited by hand'))).toEqual([]);
}

describe('a run that dies', () => {
  it('at any call while the page is created leaves a single page, and one that can be updated', async () => {
    const calls = await callsOf(await statusApp());
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter(isWrite).map(({ operation }) => operation)).toContain('createPage');
    for (const call of distinct(calls)) {
      for (const when of timesToDie(call)) {
        const app = await statusApp();
        app.faults.reset();
        app.faults.add({
          matches: ({ number }) => number === call.number,
          effect: { type: 'crash', when },
          times: 1,
        });

        expect(await attempt(app)).toBeInstanceOf(Error);

        await expectSound(app, '1');
      }
    }
  });

  it('at any call while the page is updated leaves a page that the next run completes', async () => {
    const updated = async () => {
      const app = await statusApp();
      await publish(app);
      app.build.issue({ created: FRIDAY });
      return app;
    };
    for (const call of distinct(await callsOf(await updated()))) {
      for (const when of timesToDie(call)) {
        const app = await updated();
        app.faults.reset();
        app.faults.add({
          matches: ({ number }) => number === call.number,
          effect: { type: 'crash', when },
          times: 1,
        });

        expect(await attempt(app)).toBeInstanceOf(Error);

        await expectSound(app, '2');
      }
    }
  });

  it('after it created the page is made good even where the figures have moved on since', async () => {
    const app = await statusApp();
    app.faults.add(once('createPage', { type: 'crash', when: 'after' }));
    await attempt(app);
    const { id } = statusPage(app);
    expect(propertyOf(statusPage(app))).toBeUndefined();
    for (let n = 0; n < 3; n += 1) app.build.issue({ created: FRIDAY, dueDate: '2026-07-21' });

    await publish(app);

    expect(statusPage(app).id).toBe(id);
    await expectSound(app, '4');
  });
});

describe('a page that changes while Docket writes', () => {
  it('is read again, and both changes stand', async () => {
    const app = await statusApp();
    await publish(app);
    app.build.issue({ created: FRIDAY });
    const task = () => edit(app, statusPage(app), (nodes) => [...nodes, paragraph('Saved just now')]);
    app.faults.add(once('updatePage', { type: 'run', when: 'before', task }));

    await correct(app);

    expect(statusPage(app).version.number).toBe(3);
    expect(wordsOf(statusPage(app)).at(-1)).toBe('Saved just now');
    await expectSound(app, '2');
  });

  it('is given up with the reason where that goes on', async () => {
    const app = await statusApp();
    await publish(app);
    app.build.issue({ created: FRIDAY });
    const task = () => edit(app, statusPage(app), (nodes) => [...nodes, paragraph('Again')]);
    const remove = app.faults.add({
      matches: ({ operation }) => operation === 'updatePage',
      effect: { type: 'run', when: 'before', task },
    });

    expect(await attempt(app)).toBeInstanceOf(Error);
    remove();

    await expectSound(app, '2');
  });

  it('to the trash is created anew', async () => {
    const app = await statusApp();
    await publish(app);
    app.build.issue({ created: FRIDAY });
    const old = statusPage(app);
    const task = () => void app.state.pages.delete(old.id);
    app.faults.add(once('updatePage', { type: 'run', when: 'before', task }));

    await correct(app);

    expect(statusPage(app).id).not.toBe(old.id);
    await expectSound(app, '2');
  });
});

describe('an answer that gets lost', () => {
  const lost: Fault['effect'] = {
    type: 'run',
    when: 'after',
    task: () => {
      throw new TypeError('fetch failed');
    },
  };

  it('of an update is noticed, and the page has one new version', async () => {
    const app = await statusApp();
    await publish(app);
    app.build.issue({ created: FRIDAY });
    app.faults.add(once('updatePage', lost));

    await correct(app);

    expect(statusPage(app).version.number).toBe(2);
    await expectSound(app, '2');
  });

  it.each(['createPage', 'createPageProperty'])('of %s does not create a second page', async (operation) => {
    const app = await statusApp();
    app.faults.add(once(operation, lost));

    expect(await attempt(app)).toBeInstanceOf(Error);

    expect(statusPages(app)).toHaveLength(1);
    await expectSound(app, '1');
  });
});

describe('two runs at once', () => {
  it('come to one page', async () => {
    const app = await statusApp();
    // The second run has done all its work when the first comes to create the page.
    const task = async () => void (await publish(app));
    app.faults.add(once('createPage', { type: 'run', when: 'before', task }));

    await publish(app);

    expect(statusPages(app).map(({ title }) => title)).toEqual([TITLE]);
    await expectSound(app, '1');
  });
});

describe('what a person does to the property', () => {
  it.each<[string, (properties: Page['properties']) => Page['properties']]>([
    ['deletes it', () => []],
    ['breaks it', (properties) => properties.map((each) => ({ ...each, value: { v: 9 } }))],
  ])('(%s) neither doubles a section nor stops the updates', async (_what, change) => {
    const app = await statusApp();
    await publish(app);
    const page = statusPage(app);
    app.state.pages.patch(page.id, { properties: change(page.properties) });

    await expectSound(app, '1');
    expect(wordsOf(statusPage(app)).filter((line) => line === 'Figures')).toHaveLength(1);
  });
});

describe('a fresh installation on a site that has pages of an earlier one', () => {
  const reinstalled = async (now: number) => {
    const before = await statusApp();
    await publish(before);
    const page = statusPage(before);
    const app = await appWith(
      (build) => {
        fillProject(build);
        build.state.pages.put(page);
        build.state.reserveIds(Number(page.id));
      },
      { now },
    );
    return { app, page };
  };

  it("goes on with this week's page", async () => {
    const { app, page } = await reinstalled(FRIDAY);

    const { outcome, report } = await publish(app);

    expect(outcome).toBe('unchanged');
    expect(report.page?.id).toBe(page.id);
    await expectSound(app, '1');
  });

  it("takes last week's figures from last week's page", async () => {
    const { app } = await reinstalled(FRIDAY + 7 * 86_400_000);

    const { outcome, report } = await publish(app);

    expect(outcome).toBe('created');
    const figures = { open: 0, overdue: 1, opened: -1 };
    expect(report).toMatchObject({ label: '2026-W31', change: { figures } });
  });
});
