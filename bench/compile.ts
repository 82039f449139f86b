import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Options, transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '..');
const OUT = join(ROOT, 'node_modules', '.docket', 'bench');
const FOLDERS = ['src', 'sandbox', 'bench'];

const OPTIONS: Options = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};

/**
 * Turns app, sandbox and bench into JavaScript, file by file under `node_modules`, so that a loader's own time and
 * memory are in no figure. @returns the file that corresponds to `source`, a path from the project's root.
 */
export function compileTo(source: string): string {
  rmSync(OUT, { recursive: true, force: true });
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue;
      const file = join(entry.parentPath, entry.name);
      write(compiledOf(file.slice(ROOT.length + 1)), transformFileSync(file, OPTIONS).code);
    }
  }
  // Both are looked for where they stand in the project: the sandbox reads its manifest, the app its words.
  copyFileSync(join(ROOT, 'manifest.yml'), join(OUT, 'manifest.yml'));
  cpSync(join(ROOT, 'locales'), join(OUT, 'locales'), { recursive: true });
  return compiledOf(source);
}

const compiledOf = (source: string): string => join(OUT, source.replace(/\.ts$/, '.js'));

function write(file: string, code: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}
