import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CheckFailed } from './failure';

/** The project's own folder. */
export const ROOT = join(__dirname, '..', '..');

const WANTED = join(__dirname, 'tools');
const HOME = join(ROOT, '.docket', 'forge-tools');

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

export interface ForgeTools {
  /** The folder that `@forge/lint` and `@forge/bundler` are resolved from. */
  readonly folder: string;
  /** `@forge/lint 6.3.1`, and so on. */
  readonly names: readonly string[];
}

/** One name for exactly what `tools/` locks, so that a changed lock file is another folder. */
function nameOfWanted(): string {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(WANTED, file)));
  return hash.digest('hex').slice(0, 12);
}

function install(folder: string): void {
  cpSync(WANTED, folder, { recursive: true });
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    // No scripts: a credential store that only `forge login` needs has no build for every machine.
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--update-notifier=false'],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows },
  );
  if (status !== 0) {
    throw new CheckFailed(
      `Atlassian's tools could not be installed: npm ci in ${folder} ${error ? `failed: ${error.message}` : `ended with ${status}; its own words are above`}.`,
    );
  }
}

/**
 * Atlassian's linter and bundler, installed beside the project where they are not there yet: they are far bigger than the
 * project, and only this check needs them. A folder under the final name is always whole, since it is renamed into place.
 *
 * @throws CheckFailed where npm cannot install them.
 */
export function ensureTools(say: (line: string) => void): ForgeTools {
  const { dependencies } = Package.parse(JSON.parse(readFileSync(join(WANTED, 'package.json'), 'utf8')));
  const names = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  const wanted = nameOfWanted();
  const folder = join(HOME, wanted);
  if (existsSync(folder)) return { folder, names };

  say(
    `Installing ${names.join(', ')} into .docket/forge-tools (first use, or their lock file changed; about 250 MB) ...`,
  );
  mkdirSync(HOME, { recursive: true });
  const partial = `${folder}.${process.pid}`;
  try {
    install(partial);
    // Another run may have been quicker; what it installed is the same.
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  for (const other of readdirSync(HOME)) {
    if (!other.startsWith(wanted) && !other.includes('.'))
      rmSync(join(HOME, other), { recursive: true, force: true });
  }
  return { folder, names };
}
