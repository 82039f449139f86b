import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { type BuiltFile, entrySizes, type EntrySize, overBudget } from './sizes.ts';

/** What each page of a finished build weighs, by the manifest that Vite leaves in it. */
export function sizesOfBuild(folder: string): EntrySize[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Readonly<
    Record<string, BuiltFile>
  >;
  return entrySizes(manifest, (file) => gzipSync(readFileSync(join(folder, file))).length);
}

/** Fails the build where a page has grown beyond its budget. */
export const sizeBudget = (folder: string): Plugin => ({
  name: 'size-budget',
  apply: 'build',
  closeBundle() {
    const faults = overBudget(sizesOfBuild(folder));
    if (faults.length > 0) this.error(faults.join('\n'));
  },
});
