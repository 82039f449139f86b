import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as app from '../../src/index';
import { line, writeArchive } from '../archive/example';
import { createSandbox } from '../index';
import { parseDemoArgs } from './args';
import { chooseSite } from './choose-site';
import { demo } from './demo';
import { outcomeOf, type Outcome } from './outcome';
import { replay } from './replay';
import { projectsOf, switchOn } from './switch-on';

const sprint = line.version('14036', { name: 'Sprint 14', releaseDate: '2012-07-19' });
const lines = [
  line.project({ versions: [sprint] }),
  line.user(),
  line.user({ accountId: 'acc-2', timeZone: 'Asia/Kathmandu' }),
  line.issue(1, { fixVersions: [sprint] }),
  line.issue(2, { fixVersions: [sprint], assignee: 'acc-2' }),
  // Done on Tuesday: told on Monday, and never again.
  line.issue(3, {
    fixVersions: [sprint],
    status: 'Closed',
    statusCategory: 'done',
    resolution: 'Fixed',
    resolutiondate: '2012-07-17T10:00:00.000+0000',
  }),
  // Created on Thursday afternoon, Berlin time: its last working day is then already half over.
  line.issue(4, { fixVersions: [sprint], created: '2012-07-19T12:30:00.000+0000' }),
];
const folder = mkdtempSync(join(tmpdir(), 'docket-demo-'));

async function run(archive: string, ...more: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const json = join(folder, 'out.json');
  const argv = ['--import', archive, '--now', '2012-07-16', '--days', '5', '--json', json, ...more];
  const code = await demo(
    parseDemoArgs(argv),
    (text) => said.push(text),
    (text) => complained.push(text),
  );
  return { code, said, complained, outcome: JSON.parse(readFileSync(json, 'utf8')) as Outcome };
}

describe('the demo', () => {
  test('tells who was told what, when on their own clock', async () => {
    const { code, complained, outcome } = await run(writeArchive(lines));
    expect(complained).toEqual([]);
    expect(code).toBe(0);
    expect(
      outcome.messages.map(({ item, recipient, stage, local }) => [item, recipient, stage, local]),
    ).toEqual(
      expect.arrayContaining([
        ['OWL-1', 'acc-1', 'upcoming(3)', '2012-07-16T09:00'],
        ['OWL-2', 'acc-2', 'upcoming(3)', '2012-07-16T09:45'],
        ['OWL-3', 'acc-1', 'upcoming(3)', '2012-07-16T09:00'],
        ['OWL-1', 'acc-1', 'upcoming(1)', '2012-07-18T09:00'],
        ['OWL-2', 'acc-2', 'upcoming(1)', '2012-07-18T09:45'],
        ['OWL-1', 'acc-1', 'due-today', '2012-07-19T09:00'],
        ['OWL-2', 'acc-2', 'due-today', '2012-07-19T09:45'],
        ['OWL-4', 'acc-1', 'due-today', '2012-07-19T15:00'],
        ['OWL-1', 'acc-1', 'overdue(1)', '2012-07-20T09:00'],
        ['OWL-2', 'acc-2', 'overdue(1)', '2012-07-20T09:45'],
        ['OWL-4', 'acc-1', 'overdue(1)', '2012-07-20T09:00'],
      ]),
    );
    expect(outcome.messages).toHaveLength(11);
    expect(outcome.unmodelled).toEqual([]);
    expect(outcome.points).toBeGreaterThan(0);
    expect(outcome.calls['jira addComment']).toBe(11);
  });

  test('tells the figures of the page that it published', async () => {
    const { outcome, said } = await run(writeArchive(lines), '--project', 'OWL');
    expect(outcome.pages).toHaveLength(1);
    expect(outcome.pages[0]).toMatchObject({
      project: 'OWL',
      week: '2012-W29',
      version: 1,
      figures: { opened: 1, resolved: 1, open: 3, overdue: 3 },
    });
    expect(said).toContain('1 status page published:');
  });

  test('records what passes between app and site', async () => {
    const path = join(folder, 'exchanges.ndjson');
    await run(writeArchive(lines), '--record', path);
    const exchanges = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { url: string });
    expect(exchanges.filter(({ url }) => url.endsWith('/comment'))).toHaveLength(11);
  });

  test('finishes over an archive with a bad line, names the line, and does not call that clean', async () => {
    const { code, complained, outcome } = await run(writeArchive([...lines, 'nonsense']));
    expect(code).toBe(1);
    expect(complained).toEqual(['1 problem in the archive:', '  line 8: not JSON']);
    expect(outcome.messages).toHaveLength(11);
  });

  test('refuses a project that is not there and an instant outside the data', async () => {
    const path = writeArchive(lines);
    await expect(run(path, '--project', 'CAT')).rejects.toThrow(
      'The archive has no project CAT; it has OWL.',
    );
    await expect(run(path, '--now', '2011-01-01')).rejects.toThrow('is outside the data');
    await expect(run(path, '--json', join(folder, 'no', 'such'))).rejects.toThrow('cannot be written');
  });

  test('sends nothing when an hour runs a second time', async () => {
    const chosen = await chooseSite({ importPath: writeArchive(lines), now: Date.UTC(2012, 6, 16), days: 1 });
    const sandbox = await createSandbox({ now: chosen.now, seed: chosen.seed, app });
    for (const project of projectsOf(sandbox.state, [])) await switchOn(sandbox, project, null);
    await replay(sandbox, 1);
    const before = outcomeOf(sandbox).messages;
    expect(before).toHaveLength(3);
    await sandbox.clock.advanceTo(sandbox.clock.now() + 1);
    await sandbox.host.fireTrigger('hourly');
    await sandbox.host.drain();
    expect(outcomeOf(sandbox)).toMatchObject({ messages: before, faults: [] });
  });

  test('answers a wrong command with one line and no stack trace', async () => {
    const script = join(__dirname, 'demo.ts');
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', script, '--dayz', '5'], (error, _out, stderr) =>
        resolve({ code: error?.code ?? 0, stderr }),
      );
    });
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(/^Unknown option '--dayz'\. Usage: .*$/);
  });
});
