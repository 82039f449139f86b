import { readFileSync, writeFileSync } from 'node:fs';
import { readArchive } from '.';
import { line, writeArchive } from './example';

const small = [{ kind: 'source' }, line.project(), line.user(), line.issue(1)];
const read = (...more: Parameters<typeof writeArchive>[0]) => readArchive(writeArchive([...small, ...more]));

describe('reading an archive', () => {
  test.each(['archive.ndjson', 'archive.ndjson.gz'])('takes %s', async (name) => {
    const archive = await readArchive(writeArchive(small, name));
    expect(archive.problems).toEqual([]);
    expect(archive.projects.map((project) => project.key)).toEqual(['OWL']);
    expect(archive.issues[0]).toMatchObject({
      key: 'OWL-1',
      created: Date.UTC(2012, 6, 2, 8),
      resolved: null,
    });
  });

  test('goes by the content of a file, not by its name', async () => {
    const path = writeArchive(small, 'archive.ndjson.gz');
    writeFileSync(path, readFileSync(writeArchive(small)));
    expect((await readArchive(path)).issues).toHaveLength(1);
  });

  test('names a bad line by its number, skips it and goes on', async () => {
    const archive = await read(
      '{"kind":"issue",}',
      '',
      line.issue(2),
      { kind: 'sprint' },
      line.issue(3, { status: 7 }),
    );
    expect(archive.issues.map((issue) => issue.key)).toEqual(['OWL-1', 'OWL-2']);
    expect(archive.problems).toEqual([
      { line: 5, why: 'not JSON' },
      { line: 8, why: expect.stringContaining('of kind source, project, user or issue') },
      { line: 9, why: expect.stringMatching(/^status: /) },
    ]);
  });

  test('counts what comes twice as a problem and keeps the first', async () => {
    const archive = await read(line.issue(1, { id: '1', summary: 'Other' }), line.user(), line.project());
    expect(archive.issues.map((issue) => issue.summary)).toEqual(['Issue 1']);
    expect(archive.problems.map((problem) => [problem.line, problem.why.replace(/;.*/, '')])).toEqual([
      [5, 'issue OWL-1 comes twice'],
      [6, 'user acc-1 comes twice'],
      [7, 'project OWL comes twice'],
    ]);
  });

  test('ignores dates that no calendar has, and says so once', async () => {
    const bad = line.version('7', { releaseDate: '2012-02-31' });
    const good = line.version('8', { releaseDate: '2012-02-29' });
    const archive = await read(
      line.issue(2, { fixVersions: [bad, good] }),
      line.issue(3, { fixVersions: [bad], resolutiondate: '2012-13-01T00:00:00.000+0000' }),
      line.issue(4, { created: '2011-02-29T10:00:00.000+0000' }),
      line.issue(5, { comments: [{ author: null, created: '2012-06-31T10:00:00.000+0000', length: 3 }] }),
    );
    expect(archive.issues.map((issue) => [issue.key, issue.dueDate, issue.resolved])).toEqual([
      ['OWL-1', null, null],
      ['OWL-2', '2012-02-29', null],
      ['OWL-3', null, null],
      ['OWL-5', null, null],
    ]);
    expect(archive.issues[3]?.comments).toEqual([]);
    expect(archive.problems.map((problem) => problem.line)).toEqual([5, 6, 7, 8]);
  });

  test('reads an instant with any offset', async () => {
    const { issues } = await read(line.issue(2, { created: '2012-07-02T08:00:00.000+0530' }));
    expect(issues[1]?.created).toBe(Date.UTC(2012, 6, 2, 2, 30));
  });

  test('takes the release date of the earliest dated fix version as due date', async () => {
    const fixVersions = [
      line.version('1'),
      line.version('2', { releaseDate: '2012-08-01' }),
      line.version('3', { releaseDate: '2012-07-19', archived: true }),
    ];
    expect((await read(line.issue(2, { fixVersions }))).issues[1]?.dueDate).toBe('2012-07-19');
  });

  test('makes the most frequent assignee the lead, the lower account id on a tie', async () => {
    const others = [line.user({ accountId: 'acc-0' }), line.user({ accountId: 'acc-2' })];
    const tie = await read(
      ...others,
      line.issue(2, { assignee: 'acc-0' }),
      line.issue(3, { assignee: null }),
    );
    expect(tie.projects[0]?.lead).toBe('acc-0');
    const clear = await read(
      ...others,
      line.issue(2, { assignee: 'acc-2' }),
      line.issue(3, { assignee: 'acc-2' }),
    );
    expect(clear.projects[0]?.lead).toBe('acc-2');
  });

  test('takes UTC for an unknown zone and leaves out unknown people, both reported', async () => {
    const archive = await read(
      line.user({ accountId: 'acc-9', timeZone: 'Mars/Olympus' }),
      line.issue(2, { assignee: 'nobody' }),
      line.issue(3, { project: 'GONE' }),
    );
    expect(archive.users[1]?.timeZone).toBe('UTC');
    expect(archive.issues.map((issue) => issue.assignee)).toEqual(['acc-1', null]);
    expect(archive.problems.map((problem) => problem.line)).toEqual([5, 6, 7]);
  });

  test('keeps only the issues of the projects asked for, but the span of all', async () => {
    const path = writeArchive([
      ...small,
      line.project({ key: 'FOX', id: '501' }),
      line.issue(77, { key: 'FOX-1', project: 'FOX', created: '2010-01-01T00:00:00.000+0000' }),
    ]);
    const archive = await readArchive(path, { projects: ['OWL'] });
    expect(archive.issues.map((issue) => issue.key)).toEqual(['OWL-1']);
    expect(archive.first).toBe(Date.UTC(2010, 0, 1));
    await expect(readArchive(path, { projects: ['owl', 'OWL'] })).rejects.toThrow(
      'The archive has no project owl; it has OWL, FOX.',
    );
  });

  describe('refuses, in a sentence,', () => {
    test('a file that is not there, and a folder', async () => {
      await expect(readArchive('/nowhere/at-all')).rejects.toThrow('There is no file "/nowhere/at-all".');
      await expect(readArchive('/')).rejects.toThrow('is a folder');
    });

    test('a gzip file that is cut off or damaged', async () => {
      const path = writeArchive(small, 'archive.ndjson.gz');
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, whole.length - 20));
      await expect(readArchive(path)).rejects.toThrow(/half-written: its compressed data ends too early/);
      writeFileSync(path, Buffer.concat([whole.subarray(0, 12), Buffer.alloc(40, 0xff)]));
      await expect(readArchive(path)).rejects.toThrow(/is damaged/);
    });

    test('a plain file that ends in the middle of a line', async () => {
      const path = writeArchive(small);
      const whole = readFileSync(path, 'utf8');
      writeFileSync(path, whole.slice(0, -40));
      await expect(readArchive(path)).rejects.toThrow(/half-written: it ends in the middle of line 4/);
      writeFileSync(path, whole.trimEnd());
      expect((await readArchive(path)).issues).toHaveLength(1);
    });

    test('a file with nothing of an archive in it', async () => {
      await expect(readArchive(writeArchive([]))).rejects.toThrow('no project and no user and no issue');
      await expect(readArchive(writeArchive(['hello', 'world']))).rejects.toThrow(
        /2 problems; line 1: not JSON/,
      );
      await expect(readArchive(writeArchive([line.project(), line.user()]))).rejects.toThrow(
        'holds no issue',
      );
    });
  });
});
