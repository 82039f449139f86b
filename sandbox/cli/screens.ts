import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../test/support/browser';
import { contactSheet } from '../screens/contact-sheet';
import type { Screen } from '../screens/screen';
import { shootAll, type Shot } from '../screens/shoot';
import { serveDemonstration } from '../screens/site';
import { SCREENS } from '../screens/table';
import { parseScreensArgs, SCREENS_USAGE, UsageError } from './args';

const BUILT = join(__dirname, '..', '..', 'static', 'dist');
/** Two processors are busy with two pages; more would only wait for each other. */
const AT_ONCE = 2;
const FAILED = 1;
const UNUSABLE = 2;

/** Writes a picture of each screen to `out`, and a page with all of them. */
async function takeScreens(
  out: string,
  screens: readonly Screen[],
  print: (line: string) => void,
): Promise<Shot[]> {
  if (!existsSync(BUILT)) throw new UsageError('The screens are not built yet: npm run build.');
  await mkdir(out, { recursive: true });
  const site = await serveDemonstration();
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await site.close();
    throw cause;
  });
  try {
    const shots = await shootAll(browser, site, screens, {
      out,
      at: AT_ONCE,
      onShot: ({ file, problem }) => print(`  ${file}${problem === null ? '' : ' FAILED'}`),
    });
    await writeFile(join(out, 'index.html'), await contactSheet(shots));
    return shots;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Those whose name has one of `only` in it. @throws UsageError where there are none. */
function chosenOf(screens: readonly Screen[], only: readonly string[]): readonly Screen[] {
  const chosen = screens.filter(
    ({ role, name }) => only.length === 0 || only.some((part) => `${role}-${name}`.includes(part)),
  );
  if (chosen.length === 0) throw new UsageError(`No screen has a name with ${only.join(' or ')} in it.`);
  return chosen;
}

/** @returns the exit code: 0 where every picture was taken, 1 where some failed, 2 where the call was unusable. */
export async function main(
  argv: readonly string[],
  print: (line: string) => void,
  screens: readonly Screen[] = SCREENS,
): Promise<number> {
  if (argv.includes('--help')) {
    print(SCREENS_USAGE);
    return 0;
  }
  try {
    const { out, only } = parseScreensArgs(argv);
    const began = performance.now();
    const shots = await takeScreens(out, chosenOf(screens, only), print);
    const failed = shots.filter(({ problem }) => problem !== null);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const taken = shots.length - failed.length;
    print(`${taken} of ${shots.length} pictures in ${seconds} s: ${join(out, 'index.html')}`);
    for (const { file, problem } of failed) print(`${file}: ${problem}`);
    return failed.length === 0 ? 0 : FAILED;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(error.message);
    return UNUSABLE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2), console.log).then((code) => {
    process.exitCode = code;
  });
}
