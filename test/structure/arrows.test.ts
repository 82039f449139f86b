import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

const ROOT = join(__dirname, '../..');

/** A layer and what it may import from: our own layers, and packages by prefix. */
const MAY: Readonly<Record<string, { layers: readonly string[]; packages: readonly string[] }>> = {
  // node:crypto for digests: a hash is a pure function.
  'src/domain': {
    layers: ['src/domain', 'src/words'],
    packages: ['@date-fns/tz', 'date-fns', 'zod', '@atlaskit/adf-utils', 'node:crypto'],
  },
  'src/contract': { layers: ['src/contract'], packages: ['zod'] },
  'src/ports': { layers: ['src/ports', 'src/domain', 'src/words'], packages: [] },
  'src/usecases': {
    layers: ['src/usecases', 'src/ports', 'src/domain', 'src/contract', 'src/errors', 'src/words'],
    packages: ['zod'],
  },
  'src/adapters': {
    layers: ['src/adapters', 'src/ports', 'src/domain', 'src/errors', 'src/words'],
    packages: ['@forge/', 'zod', 'node:crypto', 'date-holidays'],
  },
  'src/handlers': {
    layers: [
      'src/handlers',
      'src/usecases',
      'src/ports',
      'src/domain',
      'src/contract',
      'src/errors',
      'src/words',
      'src/compose',
    ],
    packages: ['@forge/resolver', '@forge/events', 'zod'],
  },
  'src/compose': { layers: ['src/adapters'], packages: ['@forge/api'] },
  'src/errors': { layers: ['src/words'], packages: [] },
  // Words in English stand in the message file of that language, below `said`.
  'src/words': { layers: ['locales/en-US.json'], packages: ['intl-messageformat'] },
  'src/index': { layers: ['src/handlers'], packages: [] },
  'static/src': {
    // Of the messages, only the type of their keys.
    layers: ['static/src', 'src/contract', 'locales/en-US.json'],
    packages: [
      '@forge/bridge',
      '@atlaskit/',
      '@tanstack/react-virtual',
      'intl-messageformat',
      'papaparse',
      'pptxgenjs',
      'react',
      'react-dom',
      'wouter',
      'write-excel-file',
      'zod',
    ],
  },
};

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Module specifiers of a file: static imports, re-exports and dynamic imports. */
const importsOf = (file: string): string[] =>
  preProcessFile(readFileSync(join(ROOT, file), 'utf8')).importedFiles.map(({ fileName }) => fileName);

const layerOf = (path: string): string =>
  Object.keys(MAY).find(
    (layer) => path === `${layer}.ts` || path === layer || path.startsWith(`${layer}/`),
  ) ?? path;

const sources = [...filesUnder('src'), ...filesUnder('static/src')];

function offences(file: string): string[] {
  const rule = MAY[layerOf(file)];
  if (!rule) return [`${file} lies in no layer`];
  return importsOf(file).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      return rule.packages.some(
        (prefix) =>
          specifier === prefix || specifier.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
      )
        ? []
        : [`${file} -> ${specifier}`];
    }
    const target = layerOf(relative(ROOT, resolve(ROOT, dirname(file), specifier)));
    return rule.layers.includes(target) ? [] : [`${file} -> ${target}`];
  });
}

describe('imports', () => {
  it('point inward, and only adapters and the composition root meet the platform', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(offences)).toEqual([]);
  });

  it('of @forge/bridge are kept to static/src/api', () => {
    const users = sources.filter((file) =>
      importsOf(file).some((specifier) => specifier.startsWith('@forge/bridge')),
    );
    expect(users.filter((file) => !file.startsWith('static/src/api/'))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('leave src/index.ts with nothing but exports', () => {
    const lines = readFileSync(join(ROOT, 'src/index.ts'), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('//'));
    expect(lines.filter((line) => !/^export \{ \w+ \} from '[^']+';$/.test(line))).toEqual([]);
  });
});
