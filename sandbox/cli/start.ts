import { join } from 'node:path';
import type { Hono } from 'hono';
import { createSandbox } from '../index';
import { createFrontDoor } from '../web/front-door';
import { codeOf, listen, type Listening } from '../web/listen';
import { parseStartArgs, START_USAGE, UsageError, type StartArgs } from './args';
import { chooseSite, isCallersFault, type ChosenSite } from './choose-site';
import { createLifetime } from './lifetime';
import { openDocket } from './opening';
import { welcome } from './welcome';

const MANIFEST = join(__dirname, '..', '..', 'manifest.yml');

/** Where the site is served unless `--port` says otherwise, and how many ports after it may be tried instead. */
const PORT = 8110;
const PORTS_TRIED = 20;
const IDLE_MINUTES = 60;

/** The command was called with something unusable. */
const UNUSABLE = 2;

const STARTING = () =>
  new Response('The site is starting. This page reloads by itself.', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', refresh: '1', 'retry-after': '1' },
  });

/** @throws UsageError where the port that was asked for, or every usual one, is taken or not allowed. */
async function bind(args: StartArgs, app: Pick<Hono, 'fetch'>, onRequest: () => void): Promise<Listening> {
  const wanted = args.port ?? PORT;
  const tries = args.port === null ? PORTS_TRIED : 0;
  try {
    return await listen(app, { port: wanted, tries, onRequest });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE' && args.port === null)
      throw new UsageError(
        `Ports ${wanted} to ${wanted + tries} are all taken; name a free one with --port.`,
      );
    if (code === 'EADDRINUSE')
      throw new UsageError(`Port ${wanted} is taken; name another with --port, or leave it out.`);
    if (code === 'EACCES') throw new UsageError(`Port ${wanted} is not allowed; choose one above 1023.`);
    throw error;
  }
}

/** Makes the site behind `server`, lets Docket do its first day's work there, and says so. @returns the pages. */
async function open(chosen: ChosenSite, { origin }: Listening, print: (line: string) => void): Promise<Hono> {
  const began = performance.now();
  print(`Docket on a local Atlassian site: ${origin}`);
  const sandbox = await createSandbox({
    now: chosen.now,
    seed: chosen.seed,
    // Loaded late, so that a wrong flag is answered at once.
    app: await import('../../src/index'),
    baseUrl: origin,
  });
  const opened = await openDocket(sandbox, {
    sponsors: chosen.sponsors,
    records: chosen.records,
    story: chosen.story,
    until: chosen.until,
    onStep: (what) => print(`  ${what} ...`),
  });
  const seconds = (performance.now() - began) / 1000;
  const lines = welcome(sandbox, { origin, chosen, opened, seconds, idleMinutes: IDLE_MINUTES });
  for (const line of lines) print(line);
  return createFrontDoor(sandbox, MANIFEST);
}

/** Starts the site and serves it until it is stopped, idle, or over. @returns why it ended, in words. */
export async function start(args: StartArgs, print: (line: string) => void): Promise<string> {
  const chosen = await chooseSite(args);
  const lifetime = createLifetime({
    idleMinutes: IDLE_MINUTES,
    ...(args.forSeconds === null ? {} : { forSeconds: args.forSeconds }),
  });
  let server: Listening | undefined;
  let door: Hono | undefined;
  try {
    // The port comes first: every link that the site and the app hand out names it.
    server = await bind(args, { fetch: (request) => door?.fetch(request) ?? STARTING() }, lifetime.touch);
    door = await open(chosen, server, print);
    return await lifetime.over;
  } finally {
    await server?.close();
    lifetime.stop();
  }
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(START_USAGE);
    return 0;
  }
  try {
    const why = await start(parseStartArgs(argv), console.log);
    console.log(`\nStopped: ${why}.`);
    return 0;
  } catch (error) {
    if (!isCallersFault(error)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
