import { outcomeOf } from '../../sandbox/cli/outcome';
import { writeVersion } from '../../sandbox/site/confluence/pages';
import type { Page } from '../../sandbox/site/entities';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { minutes, type TaskText } from '../support/minutes';
import { due, follow, meeting, tasksApp } from '../support/tasks';

afterAppTests();

const pageOf = (app: TestApp, title = 'Minutes'): Page => {
  const page = [...app.state.pages.all()].find((one) => one.title === title);
  if (!page) throw new Error(`There is no page ${title}.`);
  return page;
};
const rewrite = (app: TestApp, task: TaskText): void => {
  writeVersion(app.state, pageOf(app), { body: minutes({ localId: 't0', ...task }) }, 'lead');
};
const eventCalls = (app: TestApp) =>
  app.host.invocations.filter(({ functionKey }) => functionKey === 'task-changed');

describe('a task that changes during the day', () => {
  const today = due('2026-07-20');

  it.each<[string, TaskText, TaskText, string]>([
    [
      'is handed to somebody whom nobody has met',
      { due: today },
      { owner: 'newcomer', due: today },
      'due-today Minutes newcomer 2026-07-20T12:00',
    ],
    [
      'is moved to today',
      { owner: 'member', due: due('2026-12-01') },
      { owner: 'member', due: today },
      'due-today Minutes member 2026-07-20T12:00',
    ],
    [
      'is opened again',
      { owner: 'member', due: due('2026-07-17'), done: true },
      { owner: 'member', due: due('2026-07-17') },
      'overdue(1) Minutes member 2026-07-20T12:00',
    ],
  ])('is followed up within the hour when it %s', async (_how, before, after, told) => {
    const app = await tasksApp((build) => {
      build.user({ accountId: 'newcomer' });
      meeting(build, [before]);
    });
    await app.until('2026-07-20T11:00:00Z');
    expect(app.told()).toEqual([]);
    rewrite(app, after);
    await app.hours(2);
    expect(app.told()).toEqual([told]);
    expect(outcomeOf(app).faults).toEqual([]);
  });

  it('is found in a page tree as well', async () => {
    const app = await appWith(
      (build) => {
        build.project();
        build.space({ key: 'TEAM' });
        const top = meeting(build, [], { title: 'Top' });
        meeting(build, [{ due: today }], { parentId: top.id });
      },
      { switchedOn: false },
    );
    await follow(app, { spaceKeys: [], pageIds: [pageOf(app, 'Top').id] });
    await app.until('2026-07-20T11:00:00Z');
    rewrite(app, { owner: 'member', due: today });
    await app.hours(2);
    expect(app.told()).toEqual(['due-today Minutes member 2026-07-20T12:00']);
  });

  it('is looked at again when Confluence did not answer the first time', async () => {
    const app = await tasksApp((build) => void meeting(build, [{ due: today }]));
    await app.until('2026-07-20T11:00:00Z');
    rewrite(app, { owner: 'member', due: today });
    const repair = app.faults.add({
      matches: ({ operation }) => operation === 'getTasks',
      effect: { type: 'status', status: 503 },
    });
    await app.hours(1);
    repair();
    await app.hours(2);
    expect(app.told()).toEqual(['due-today Minutes member 2026-07-20T13:00']);
  });

  it('costs no reading where it is done, or no project looks for tasks there', async () => {
    const app = await tasksApp((build) => void meeting(build, [{ due: today }]));
    const elsewhere = app.build.space({ key: 'ELSE' });
    await app.until('2026-07-20T11:00:00Z');
    rewrite(app, { owner: 'member', due: today, done: true });
    meeting(app.build, [{ owner: 'member', due: today }], { title: 'Other', spaceId: elsewhere.id });
    await app.hours(2);
    expect(eventCalls(app)).toHaveLength(2);
    expect(app.exchanges.filter(({ url }) => url.includes('task-id='))).toEqual([]);
    expect(app.told()).toEqual([]);
  });
});
