import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../sandbox/cli/screens';
import type { Screen } from '../../sandbox/screens/screen';
import { SCREENS } from '../../sandbox/screens/table';

const named = (name: string): Screen => {
  const found = SCREENS.find((screen) => `${screen.role}-${screen.name}` === name);
  if (!found) throw new Error(`There is no screen ${name}.`);
  return found;
};

/** What `npm run screens -- OUT` does, over two screens and one that is not there. */
describe('the pictures of the screens', () => {
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'docket-screens-'));
  });
  afterAll(() => rm(out, { recursive: true, force: true }));

  it('are written in light and dark, with a page of all, and name the screen that failed', async () => {
    const said: string[] = [];
    const lost: Screen = {
      ...named('sponsor-issue-change'),
      name: 'lost',
      path: ({ issue }) => `/browse/${issue('Nobody has written this')}`,
    };
    const screens = [named('coordinator-wiki'), named('coordinator-registers'), lost];
    expect(await main([out], (line) => said.push(line), screens)).toBe(1);

    const sheet = await readFile(join(out, 'index.html'), 'utf8');
    const pictures = await Promise.all(
      ['coordinator-wiki', 'coordinator-registers'].flatMap((name) =>
        ['light', 'dark'].map(async (theme) => {
          expect(sheet).toContain(`${name}-${theme}.png`);
          return readFile(join(out, `${name}-${theme}.png`));
        }),
      ),
    );
    for (const picture of pictures) expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(4);
    expect(said.join('\n')).toMatch(/4 of 6 pictures/);
    expect(said.at(-1)).toBe('sponsor-lost-dark.png: The site has no issue "Nobody has written this".');
  });

  it.each([
    ['no folder', [], 'Name the folder'],
    ['an unknown name', ['OUT', '--only', 'nonsense'], 'No screen has a name with nonsense in it.'],
    ['an unknown flag', ['OUT', '--bogus'], "Unknown option '--bogus'"],
  ])('are refused in one sentence with %s', async (_what, args, sentence) => {
    const said: string[] = [];
    expect(await main(args, (line) => said.push(line))).toBe(2);
    expect(said).toEqual([expect.stringContaining(sentence)]);
  });

  it('have names of their own', () => {
    const names = SCREENS.map(({ role, name }) => `${role}-${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
