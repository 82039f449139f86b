#!/usr/bin/env node
/**
 * Makes a fresh clone ready, with nothing but Node and npm: installs the locked packages where they are missing or
 * stale, and builds the screens where their sources changed. Does nothing, quickly, when all is in place.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules', '.docket');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 18)) {
  fail(`Docket needs Node 20.18 or newer; this is ${process.versions.node}.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const filesUnder = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .filter((name) => name !== 'dist')
        .flatMap((name) => filesUnder(join(path, name)))
    : [path];

/** One digest over the given files and folders: names and contents. */
function digest(...paths) {
  const hash = createHash('sha256');
  for (const file of paths
    .map((path) => join(root, path))
    .filter(existsSync)
    .flatMap(filesUnder)) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const isCurrent = (name, value) => {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
};

function step(name, value, done, title, args) {
  if (done && isCurrent(name, value)) return;
  console.log(title);
  try {
    execFileSync(npm, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    fail(`"npm ${args.join(' ')}" failed; its own words are above.`);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

step(
  'installed',
  digest('package-lock.json'),
  existsSync(join(root, 'node_modules')),
  'Installing packages (first use, or the lock file changed) ...',
  ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
);
step(
  'built',
  digest('static', 'src/contract', 'package-lock.json'),
  existsSync(join(root, 'static', 'dist', 'project-page.html')),
  "Building the app's screens ...",
  ['run', '-s', 'build'],
);
