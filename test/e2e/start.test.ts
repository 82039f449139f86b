import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { API_TOKENS } from '../../sandbox/seed/basics';
import { listen, type Listening } from '../../sandbox/web/listen';

const ROOT = join(__dirname, '..', '..');

const started: ChildProcessWithoutNullStreams[] = [];

/** The command behind `npm start`, as a process of its own. */
function startWith(...flags: string[]): ChildProcessWithoutNullStreams {
  const command = ['--import', 'tsx', join(ROOT, 'sandbox', 'cli', 'start.ts'), ...flags];
  const child = spawn(process.execPath, command, { cwd: ROOT });
  started.push(child);
  return child;
}

// A test that fails half-way leaves no server behind.
afterEach(() => started.splice(0).forEach((child) => child.kill()));

const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
};

/** Reads lines up to the first that `pattern` matches. @throws Error with what was said where none does. */
async function readUntil(lines: AsyncIterator<string>, pattern: RegExp): Promise<string[]> {
  const seen: string[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    seen.push(next.value);
    if (pattern.test(next.value)) return seen;
  }
  throw new Error(`It ended without ${pattern}:\n${seen.join('\n')}`);
}

describe('npm start', () => {
  it('does the first day’s work, says where to look, serves it, and ends with its input', async () => {
    const child = startWith('--port', '0');
    const complaints = textOf(child.stderr);
    const ended = once(child, 'exit');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const said = (await readUntil(lines, /^Ctrl-C/)).join('\n');
    expect(said).toMatch(/Reminders +\d+ messages to \d+ people/);
    expect(said).toMatch(/Records +20 entered/);
    expect(said).toMatch(/Status pages +3 published/);
    expect(said).not.toContain('Not as it should be');

    const urls = [...said.matchAll(/^ {2}[A-Z][^:]*? (http:\S+)$/gm)].map(([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThan(4);
    for (const url of urls) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    const [, email, rest] = /curl -u (\S+?):\S+ (\S+)$/m.exec(said) ?? [];
    const authorization = `Basic ${Buffer.from(`${email}:${API_TOKENS[0]}`).toString('base64')}`;
    expect((await fetch(rest ?? '', { headers: { authorization } })).status).toBe(200);

    child.stdin.end();
    await readUntil(lines, /^Stopped: its input was closed\.$/);
    expect((await ended)[0]).toBe(0);
    expect(await complaints).toBe('');
  });

  it.each([
    ['an unknown flag', ['--bogus'], /^Unknown option '--bogus'\. Usage: npm start/],
    ['an archive that is not there', ['--import', 'no-such-file', '--now', '2012-07-16'], /no-such-file/],
    ['a day outside the data', ['--now', '2010-01-01'], /outside the data/],
  ])('says in one sentence what is wrong with %s', async (_case, flags, sentence) => {
    const child = startWith(...flags);
    const [said, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit')]);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(2);
  });

  describe('where a port is taken', () => {
    let other: Listening;
    beforeEach(async () => {
      other = await listen({ fetch: () => new Response() }, { port: 0 });
    });
    afterEach(() => other.close());

    it('says so, if that port was asked for', async () => {
      const child = startWith('--port', String(other.port));
      const [said, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit')]);
      expect(said).toBe(`Port ${other.port} is taken; name another with --port, or leave it out.\n`);
      expect(code).toBe(2);
    });

    it('takes the next free one, if it may', async () => {
      const next = await listen({ fetch: () => new Response() }, { port: other.port, tries: 20 });
      await next.close();
      expect(next.port).toBeGreaterThan(other.port);
    });
  });
});
