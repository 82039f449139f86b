import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { CheckFailed } from './failure';
import { runWorker } from './worker';

const Answer = z.object({ folder: z.string(), entries: z.array(z.string()), warnings: z.array(z.string()) });

const SourceMap = z.object({
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string().nullable()),
});
export type SourceMap = z.output<typeof SourceMap>;

export interface Bundle {
  /** The script that would be deployed. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes, gzip. */
  readonly zipped: number;
  /** What the bundler found odd. */
  readonly warnings: readonly string[];
  /** Bytes of source by package, biggest first; the app's own are `src`. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/** @throws CheckFailed where the bundler refuses the app, or the app is more than one script. */
export async function bundleApp(folder: string, env: NodeJS.ProcessEnv): Promise<Bundle> {
  const answer = await runWorker({
    file: join(__dirname, 'bundle-worker.ts'),
    args: [folder],
    env,
    answer: Answer,
    name: "Atlassian's bundler",
  });
  const [entry, ...others] = answer.entries;
  if (entry === undefined || others.length > 0)
    throw new CheckFailed(
      `The manifest's handlers are in ${answer.entries.join(', ') || 'no file'}, not in one.`,
    );
  const file = join(answer.folder, `${entry}.cjs`);
  const script = readFileSync(file);
  const map = SourceMap.parse(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  return {
    file,
    size: script.length,
    zipped: gzipSync(script).length,
    warnings: answer.warnings,
    parts: partsOf(map),
  };
}

/** How much source each package puts in the bundle. What the bundler adds itself is left out. */
export function partsOf({ sources, sourcesContent }: SourceMap): [name: string, bytes: number][] {
  const bytes = new Map<string, number>();
  for (const [i, source] of sources.entries()) {
    // The innermost one: a package may bring its own copy of another.
    const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
    const name = inPackage ?? (/\/src\//.test(source) ? 'src' : undefined);
    if (name === undefined) continue;
    bytes.set(name, (bytes.get(name) ?? 0) + Buffer.byteLength(sourcesContent[i] ?? ''));
  }
  return [...bytes].sort(([, a], [, b]) => b - a);
}
