import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the build as Vite's manifest has it: https://vite.dev/guide/backend-integration */
export interface BuiltFile {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Bytes of JavaScript, compressed, that a page loads before a person can do anything. */
export interface EntrySize {
  /** The page's HTML file. */
  readonly entry: string;
  /** What comes with the page itself. */
  readonly start: number;
  /** The same with the heaviest of the parts that the page loads later or, on a link to it, at once. */
  readonly largest: number;
  /** That part, or `null` where the page has none. */
  readonly heaviest: string | null;
}

/** Ours: the platform has none. */
export const BUDGET = 250_000;

/** Pages on which a link can open any part, so that every part counts as the first. */
const ROUTED: readonly string[] = ['project-page.html'];

/** @returns What breaks the budget, in words. */
export const overBudget = (sizes: readonly EntrySize[]): string[] =>
  sizes.flatMap(({ entry, start, largest, heaviest }) => {
    const size = ROUTED.includes(entry) ? largest : start;
    if (size <= BUDGET) return [];
    const at = size === start ? entry : `${entry} with ${heaviest}`;
    return [
      `${at} loads ${size} bytes of compressed JavaScript before it can be used; the budget is ${BUDGET}.`,
    ];
  });

/**
 * What each page weighs.
 *
 * @param compressed bytes of a built file, gzip.
 * @throws Error where the manifest names a file that it lacks.
 */
export function entrySizes(
  manifest: Readonly<Record<string, BuiltFile>>,
  compressed: (file: string) => number,
): EntrySize[] {
  const fileOf = (key: string): BuiltFile => {
    const file = manifest[key];
    if (!file) throw new Error(`The build's manifest names ${key} and does not list it.`);
    return file;
  };
  /** All that comes with a file before it runs. */
  const withImports = (key: string, known = new Set<string>()): Set<string> => {
    if (known.has(key)) return known;
    known.add(key);
    for (const next of fileOf(key).imports ?? []) withImports(next, known);
    return known;
  };
  const weight = (keys: Iterable<string>) =>
    [...new Set([...keys].map((key) => fileOf(key).file))].reduce((sum, file) => sum + compressed(file), 0);

  return Object.entries(manifest)
    .filter(([, { isEntry }]) => isEntry === true)
    .map(([entry, { dynamicImports = [] }]) => {
      const own = withImports(entry);
      const parts = dynamicImports.map((part) => ({ part, size: weight([...own, ...withImports(part)]) }));
      const heaviest = parts.reduce<{ part: string; size: number } | null>(
        (most, next) => (most === null || next.size > most.size ? next : most),
        null,
      );
      const start = weight(own);
      return { entry, start, largest: heaviest?.size ?? start, heaviest: heaviest?.part ?? null };
    });
}

/** What each page of a finished build weighs, by the manifest that Vite leaves in it. */
export function sizesOfBuild(folder: string): EntrySize[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Readonly<
    Record<string, BuiltFile>
  >;
  return entrySizes(manifest, (file) => gzipSync(readFileSync(join(folder, file))).length);
}
