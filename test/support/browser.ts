import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { extract } from 'tar-fs';

/** Names a Chrome or Chromium of one's own, by the path of its executable. */
const OWN_BROWSER = 'DOCKET_BROWSER';

/** Nothing here weakens web security: a test must see the CSP and CORS faults that a user would see. */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/** A machine that is busy with other tests is slow, not wrong; less than Jest's own limit, which cannot name what never came. */
const PATIENCE_MS = 100_000;

/**
 * Starts a headless browser that needs no system package: on Linux x64 the Chromium from npm, elsewhere an installed
 * Chrome, and anywhere the one that `DOCKET_BROWSER` names.
 *
 * @throws Error that says what to do, where there is no browser.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launch();
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

async function launch(): Promise<Browser> {
  const own = process.env[OWN_BROWSER];
  if (own !== undefined && own !== '') return chromium.launch({ executablePath: own });
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpackedChromium();
    return chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: FLAGS,
      env: environment(folder),
    });
  }
  try {
    return await chromium.launch({ channel: 'chrome' });
  } catch (cause) {
    throw new Error(
      `The Chromium in the packages is for Linux x64; on ${process.platform} ${process.arch} the browser tests use an ` +
        `installed Chrome, and none was found. Install Chrome, or set ${OWN_BROWSER} to the path of a Chromium.`,
      { cause },
    );
  }
}

/** The package's libraries come last: what the system has is a better match for the system. */
function environment(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const libraries = [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  return {
    ...Object.fromEntries(inherited),
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
}

/** @returns The folder with the browser of the installed version, unpacked on first use. */
async function unpackedChromium(): Promise<string> {
  const packed = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const manifest: unknown = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '0';
  const cache = await cacheFolder();
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  // Parallel test files each unpack beside and rename: the first to finish wins, and nobody meets a half-written file.
  const beside = await mkdtemp(`${folder}.`);
  try {
    await unpack(join(packed, 'bin'), beside, folder);
    await rename(beside, folder).catch((cause: unknown) => {
      if (!existsSync(folder)) throw cause;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return folder;
}

async function unpack(bin: string, into: string, final: string): Promise<void> {
  const brotli = (name: string) => [createReadStream(join(bin, name)), createBrotliDecompress()] as const;
  const executable = join(into, 'chromium');
  await Promise.all([
    pipeline(...brotli('chromium.br'), createWriteStream(executable)),
    pipeline(...brotli('al2023.tar.br'), extract(join(into, 'al2023'))),
    // The software renderer is looked for beside the executable.
    pipeline(...brotli('swiftshader.tar.br'), extract(into)),
    pipeline(...brotli('fonts.tar.br'), extract(join(into, 'fonts'))),
  ]);
  await chmod(executable, 0o755);
  await writeFile(
    join(into, 'fonts.conf'),
    fontsConfiguration(join(final, 'fonts'), join(final, 'font-cache')),
  );
}

/** The package's own font first, so that a screenshot looks alike on every machine; the system's for other scripts. */
const fontsConfiguration = (fonts: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** The user's cache folder, or the temporary one where there is no writable home. */
async function cacheFolder(): Promise<string> {
  const candidates = [process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), tmpdir()];
  for (const candidate of candidates) {
    const folder = join(candidate, 'docket');
    try {
      await mkdir(folder, { recursive: true });
      await rm(await mkdtemp(join(folder, 'probe-')), { recursive: true });
      return folder;
    } catch {
      // Not writable: the next candidate.
    }
  }
  throw new Error(
    `Neither of ${candidates.join(' and ')} is writable; set XDG_CACHE_HOME to a folder that is.`,
  );
}
