import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { coverage } from './coverage';
import { operations } from './operations';

const ROOT = resolve(__dirname, '../..');

/** Scopes for what is no product call, with the reason why the app asks for them. */
const NOT_FOR_CALLS: Readonly<Record<string, string>> = {
  'report:personal-data': 'Atlassian is told each week of whom something is kept',
  'storage:app': 'settings, ledger and audit live in the app’s own storage',
  'read:inlinetask:confluence': 'events of inline tasks ask for it',
  'read:content.metadata:confluence': 'events of inline tasks ask for it',
  'read:user:confluence': 'events of inline tasks ask for it',
};

const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as {
  permissions: { scopes: string[] };
};
const granted = new Set(manifest.permissions.scopes);
const byDocket = coverage.filter(({ usedBy }) => usedBy.includes('docket'));

/** Ids of the operations that the app's adapters name: `operation: 'addComment'`. */
function namedByAdapters(product: string): string[] {
  const folder = join(ROOT, 'src/adapters', product);
  const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const named = sources.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/\boperation: '(\w+)'/g),
  ]);
  return [...new Set(named.map((match) => match[1] as string))];
}

describe('the coverage table', () => {
  it('claims exactly the routes that the site serves', () => {
    const served = operations.map(({ product, id, method, path }) => `${product} ${id} ${method} ${path}`);
    const claimed = coverage.map(({ product, id, route }) => `${product} ${id} ${route}`);
    expect(claimed.sort()).toEqual(served.sort());
  });

  it('names test files that exist', () => {
    expect(coverage.filter(({ testedBy }) => !existsSync(join(ROOT, testedBy)))).toEqual([]);
  });

  it('says what is missing wherever it claims less than all', () => {
    expect(coverage.filter(({ status, note }) => status === 'partial' && note === '')).toEqual([]);
  });

  it('lets the manifest’s scopes cover every operation that Docket uses', () => {
    const uncovered = byDocket.filter(({ product, id }) => {
      const operation = operations.find((one) => one.product === product && one.id === id);
      return !operation?.scopes.some((set) => set.every((scope) => granted.has(scope)));
    });
    expect(uncovered).toEqual([]);
  });

  it('names, for each operation that Docket uses, a scope that the operation asks for and the manifest grants', () => {
    const wrong = byDocket.filter(({ product, id, scope }) => {
      const operation = operations.find((one) => one.product === product && one.id === id);
      return !granted.has(scope) || !operation?.scopes.flat().includes(scope);
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no scope in the manifest that nothing needs', () => {
    const needed = new Set([...byDocket.map(({ scope }) => scope), ...Object.keys(NOT_FOR_CALLS)]);
    expect([...granted].filter((scope) => !needed.has(scope))).toEqual([]);
  });

  it.each(['jira', 'confluence'] as const)(
    'counts every %s operation that the app’s adapters call as used by Docket',
    (product) => {
      const named = namedByAdapters(product);
      expect(named).not.toEqual([]);
      const known = new Set(byDocket.filter((one) => one.product === product).map(({ id }) => id));
      expect(named.filter((id) => !known.has(id))).toEqual([]);
    },
  );
});
