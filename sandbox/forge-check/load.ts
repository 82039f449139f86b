import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { compileFunction } from 'node:vm';
import { installGlobals } from '../forge/globals';
import type { AppModule } from '../forge/types';
import { CheckFailed } from './failure';

const TIMED_LOAD = `
const start = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - start));
`;

/** Milliseconds that plain Node takes to load the script, in a fresh process. @throws CheckFailed where it cannot. */
function timeLoad(file: string, env: NodeJS.ProcessEnv): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', TIMED_LOAD, file], {
    encoding: 'utf8',
    env,
  });
  const milliseconds = Number(stdout);
  if (status !== 0 || stdout === '' || !Number.isFinite(milliseconds))
    throw new CheckFailed(`Plain Node cannot load the bundle:\n${stderr.trim() || stdout}`);
  return milliseconds;
}

/** The middle one of `runs` (odd) fresh loads, in milliseconds. @throws CheckFailed where the bundle does not load. */
export function medianLoad(file: string, env: NodeJS.ProcessEnv, runs = 3): number {
  const times = Array.from({ length: runs }, () => timeLoad(file, env)).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] as number;
}

/**
 * Loads the bundle here, past the loader that lets this process run TypeScript, and with nothing but what Node itself has
 * to require: a deployed app has no `node_modules`.
 *
 * @throws CheckFailed where it asks for more, or whatever the bundle throws.
 */
export function loadBundle(file: string): AppModule {
  // `@forge/api` keeps the `fetch` that it finds, so the platform comes first.
  installGlobals();
  const load = createRequire(file);
  const require = (id: string): unknown => {
    if (!isBuiltin(id)) throw new CheckFailed(`The bundle is not whole: it requires ${id}.`);
    return load(id);
  };
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const script = compileFunction(readFileSync(file, 'utf8'), ['exports', 'require', 'module'], {
    filename: file,
  });
  script.call(module.exports, module.exports, require, module);
  return module.exports;
}
