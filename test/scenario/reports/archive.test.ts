import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line, writeArchive } from '../../../sandbox/archive/example';
import { parseDemoArgs } from '../../../sandbox/cli/args';
import { demo } from '../../../sandbox/cli/demo';
import type { Outcome } from '../../../sandbox/cli/outcome';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2012, 6, 16);
const stamp = (instant: number): string => new Date(instant).toISOString().replace('Z', '+0000');

/** Issues of all ages: created and resolved at odd hours of the fortnight and before it, due in six sprints. */
const sprints = [-10, -3, 2, 5, 9, 12].map((days, n) =>
  line.version(String(14_000 + n), {
    name: `Sprint ${n}`,
    releaseDate: new Date(MONDAY + days * DAY).toISOString().slice(0, 10),
  }),
);
const issues = Array.from({ length: 40 }, (_, n) => {
  const created = MONDAY + ((n * 37) % 500) * HOUR - 14 * DAY + n * 60_000;
  const resolved = n % 3 === 0 ? created + ((n * 53) % 250) * HOUR : null;
  const fixVersions = n % 4 === 0 ? [] : [sprints[n % sprints.length]!];
  return { number: n + 1, created, resolved, fixVersions };
});
const lines = [
  line.project({ versions: sprints }),
  line.user(),
  ...issues.map(({ number, created, resolved, fixVersions }) =>
    line.issue(number, {
      fixVersions,
      created: stamp(created),
      updated: stamp(resolved ?? created),
      ...(resolved !== null && {
        status: 'Closed',
        statusCategory: 'done',
        resolution: 'Fixed',
        resolutiondate: stamp(resolved),
      }),
    }),
  ),
];

/** What the archive itself says at an instant of the week that began then: no line of Docket or of the site takes part. */
function countAt(now: number, weekStart: number) {
  const there = issues.filter(({ created }) => created <= now);
  const open = there.filter(({ resolved }) => resolved === null || resolved > now);
  const today = new Date(now).toISOString().slice(0, 10);
  const isOverdue = ({ fixVersions }: (typeof issues)[number]) =>
    fixVersions.some(({ releaseDate }) => String(releaseDate) < today);
  return {
    open: open.length,
    overdue: open.filter(isOverdue).length,
    opened: there.filter(({ created }) => created >= weekStart).length,
    resolved: there.filter(({ resolved }) => resolved !== null && resolved <= now && resolved >= weekStart)
      .length,
  };
}

describe('two reports on an archive', () => {
  it('say what a count over its lines says', async () => {
    const json = join(mkdtempSync(join(tmpdir(), 'docket-archive-')), 'out.json');
    const argv = ['--import', writeArchive(lines), '--now', '2012-07-20', '--days', '8', '--json', json];
    const quiet = () => undefined;

    expect(await demo(parseDemoArgs(argv), quiet, quiet)).toBe(0);

    const { pages } = JSON.parse(readFileSync(json, 'utf8')) as Outcome;
    const friday = MONDAY + 4 * DAY + 15 * HOUR;
    expect(pages.map(({ week }) => week)).toEqual(['2012-W29', '2012-W30']);
    expect(pages[0]?.figures).toMatchObject(countAt(friday, MONDAY));
    expect(pages[1]?.figures).toMatchObject(countAt(friday + 7 * DAY, MONDAY + 7 * DAY));
    expect(countAt(friday, MONDAY).overdue).toBeGreaterThan(0);
    expect(countAt(friday, MONDAY).resolved).toBeGreaterThan(0);
  });
});
