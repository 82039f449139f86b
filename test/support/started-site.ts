import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What `npm start` runs, as a process of its own, with all that it printed until the site was usable. */
export interface StartedSite {
  readonly origin: string;
  readonly lines: readonly string[];
  /** Addresses that it told a person to look at, by name. */
  readonly places: Readonly<Record<string, string>>;
  /** `Authorization` of the person whom it told a REST client to be. */
  readonly authorization: string;
  stop(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..');
const LAST_LINE = /^Ctrl-C stops the site/;

/** @throws Error with all that it printed, where it ended before it was usable. */
export async function startSite(): Promise<StartedSite> {
  const command = ['--import', 'tsx', join('sandbox', 'cli', 'start.ts'), '--port', '0', '--for', '1800'];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = await usable(child).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  const places = Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, url] = /^ {2}(\S.*?) {2,}(https?:\S+)$/.exec(line) ?? [];
      return name === undefined || url === undefined ? [] : [[name, url]];
    }),
  );
  const [, credentials = ''] = /curl -u (\S+)/.exec(lines.join('\n')) ?? [];
  return {
    origin: new URL(places['Start here'] ?? '').origin,
    lines,
    places,
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    stop: () => ended(child),
  };
}

function usable(child: ChildProcess): Promise<string[]> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (LAST_LINE.test(line)) resolve(lines);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The site ended with ${code}:\n${lines.join('\n')}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await exit;
}
