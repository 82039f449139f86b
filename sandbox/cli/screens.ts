import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../test/support/browser';
import { contactSheet } from '../screens/contact-sheet';
import { shootAll, type Shot } from '../screens/shoot';
import { serveDemonstration } from '../screens/site';
import { SCREENS } from '../screens/table';
import { parseScreensArgs, SCREENS_USAGE, UsageError } from './args';

const BUILT = join(__dirname, '..', '..', 'static', 'dist');
/** Two processors are busy with two pages; more would only wait for each other. */
const AT_ONCE = 2;
const FAILED = 1;
const UNUSABLE = 2;

/** Writes a picture of each screen whose name contains one of `only`, and a page with all of them. */
export async function takeScreens(
  out: string,
  only: readonly string[],
  print: (line: string) => void,
): Promise<Shot[]> {
  if (!existsSync(BUILT)) throw new UsageError('The screens are not built yet: npm run build.');
  const screens = SCREENS.filter(
    ({ role, name }) => only.length === 0 || only.some((part) => `${role}-${name}`.includes(part)),
  );
  if (screens.length === 0) throw new UsageError(`No screen has a name with ${only.join(' or ')} in it.`);
  await mkdir(out, { recursive: true });
  const site = await serveDemonstration();
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await site.server.close();
    throw cause;
  });
  try {
    const shots = await shootAll(browser, site, screens, {
      out,
      at: AT_ONCE,
      onShot: ({ file, problem }) => print(problem === null ? `  ${file}` : `  ${file}: FAILED, ${problem}`),
    });
    await writeFile(join(out, 'index.html'), await contactSheet(shots));
    return shots;
  } finally {
    await browser.close();
    await site.server.close();
  }
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(SCREENS_USAGE);
    return 0;
  }
  try {
    const { out, only } = parseScreensArgs(argv);
    const began = performance.now();
    const shots = await takeScreens(out, only, console.log);
    const failed = shots.filter(({ problem }) => problem !== null);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `\n${shots.length - failed.length} of ${shots.length} pictures in ${seconds} s: ${join(out, 'index.html')}`,
    );
    for (const { file, problem } of failed) console.error(`${file}: ${problem}`);
    return failed.length === 0 ? 0 : FAILED;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
