import { join } from 'node:path';
import type { Hono } from 'hono';
import { chooseSite } from '../cli/choose-site';
import { openDocket } from '../cli/opening';
import { createSandbox, type Sandbox } from '../index';
import { createFrontDoor } from '../web/front-door';
import { listen } from '../web/listen';
import { macroOn } from '../web/macro-settings';
import { pagePath, settingsPath } from '../web/pages/wiki';
import { reminderPath } from '../web/walks';
import type { Ground } from './screen';

const MANIFEST = join(__dirname, '..', '..', 'manifest.yml');

export interface ScreensSite {
  /** Two weeks in. */
  readonly origin: string;
  /** The same people and projects on the day on which Docket was installed: nobody has switched it on. */
  readonly untouched: string;
  readonly ground: Ground;
  close(): Promise<void>;
}

function groundOf(sandbox: Sandbox): Ground {
  const { state } = sandbox;
  return {
    sandbox,
    issue(summary) {
      const [project] = state.projects.where('key', 'PAY');
      const found = state.issues.where('project', project?.id ?? '').find((one) => one.summary === summary);
      if (!found) throw new Error(`The site has no issue "${summary}".`);
      return found.key;
    },
    reminder(to) {
      const path = reminderPath(sandbox, to);
      if (path === undefined) throw new Error(`Nobody has reminded ${to}.`);
      return path;
    },
    page(title) {
      const found = [...state.pages.all()].findLast((one) => one.title.includes(title));
      const space = found && state.spaces.get(found.spaceId);
      if (!found || !space) throw new Error(`The site has no page with "${title}" in its title.`);
      return pagePath(space, found);
    },
    macroSettings(localId) {
      const found = [...state.pages.all()].findLast((one) => macroOn(one, localId) !== undefined);
      if (!found) throw new Error(`The site has no macro ${localId}.`);
      return settingsPath(found, localId);
    },
  };
}

/** A site of its own on a free port, made for the address that it gets. */
async function serve(make: (baseUrl: string) => Promise<Sandbox>) {
  let door: Hono | undefined;
  // The port comes first: every link that the site and the app hand out names it.
  const server = await listen({ fetch: (request) => door?.fetch(request) ?? new Response() }, { port: 0 });
  try {
    const sandbox = await make(server.origin);
    door = createFrontDoor(sandbox, MANIFEST);
    return { server, sandbox };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** What `npm start` serves, in this process and on free ports. @throws Error where the opening was refused something. */
export async function serveDemonstration(): Promise<ScreensSite> {
  const { records, story, until, sponsors, ...chosen } = await chooseSite({ importPath: null, now: null });
  const app = await import('../../src/index');
  const untouched = await serve((baseUrl) => createSandbox({ ...chosen, app, baseUrl }));
  const shown = await serve(async (baseUrl) => {
    const sandbox = await createSandbox({ ...chosen, app, baseUrl });
    const opened = await openDocket(sandbox, { records, story, until, sponsors, onStep: () => undefined });
    const problems = opened.flatMap((project) => project.problems);
    if (problems.length > 0) throw new Error(`The demonstration did not open: ${problems.join(' ')}`);
    return sandbox;
  }).catch(async (error: unknown) => {
    await untouched.server.close();
    throw error;
  });
  return {
    origin: shown.server.origin,
    untouched: untouched.server.origin,
    ground: groundOf(shown.sandbox),
    close: async () => {
      await Promise.all([shown.server.close(), untouched.server.close()]);
    },
  };
}
