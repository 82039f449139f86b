import { callApp } from '../../sandbox/cli/app-call';
import { addPage } from '../../sandbox/site/confluence/pages';
import { settings } from '../../src/contract';
import { appWith, type TestApp, type TestAppOptions } from './app';
import { minutes, type TaskText } from './minutes';
import type { Builders } from './site';

/** A task's date as Confluence keeps it: midnight UTC. */
export const due = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** A page with these tasks, written through the site, so that it tells its listeners. */
export const meeting = (
  build: Builders,
  tasks: readonly TaskText[],
  change: { spaceId?: string; title?: string; parentId?: string; readers?: string[] } = {},
) =>
  addPage(build.state, {
    spaceId: [...build.state.spaces.all()][0]?.id ?? build.space({ key: 'TEAM' }).id,
    title: 'Minutes',
    body: minutes(...tasks.map((task, n) => ({ localId: `t${n}`, ...task }))),
    authorId: 'lead',
    ...change,
  });

type Tasks = { spaceKeys?: string[]; pageIds?: string[]; chaseOn?: 'page' | 'issue' };

const GOOD = {
  enabled: true,
  sponsorId: null,
  holidays: [],
  zone: 'UTC',
  report: { enabled: false, spaceKey: null, parentPageId: null },
};

/** Saves the project's settings with these places to look for tasks. */
export const follow = (app: TestApp, tasks: Tasks = {}, more: object = {}) =>
  callApp(app.host, app.screen('project-settings'), settings.save, {
    ...GOOD,
    tasks: { spaceKeys: ['TEAM'], pageIds: [], chaseOn: 'page', ...tasks },
    ...more,
  });

/** The app with a project that follows the tasks of the space TEAM. */
export async function tasksApp(
  fill: (build: Builders) => void,
  tasks: Tasks = {},
  options: TestAppOptions = {},
): Promise<TestApp> {
  const app = await appWith(
    (build) => {
      build.project();
      build.space({ key: 'TEAM' });
      fill(build);
    },
    { switchedOn: false, ...options },
  );
  await follow(app, tasks);
  return app;
}
