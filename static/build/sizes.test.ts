import { BUDGET, type BuiltFile, entrySizes, overBudget } from './sizes';

const BUILD: Readonly<Record<string, BuiltFile>> = {
  'page.html': {
    file: 'page.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['a.tsx', 'b.tsx'],
  },
  '_shared.js': { file: 'shared.js', imports: ['_react.js'] },
  '_react.js': { file: 'react.js' },
  'a.tsx': { file: 'a.js', imports: ['_shared.js', '_form.js'] },
  'b.tsx': { file: 'b.js', dynamicImports: ['deck.ts'] },
  '_form.js': { file: 'form.js', imports: ['_react.js'] },
  'deck.ts': { file: 'deck.js' },
};
const BYTES: Readonly<Record<string, number>> = {
  'page.js': 1,
  'shared.js': 10,
  'react.js': 100,
  'a.js': 1_000,
  'form.js': 10_000,
  'b.js': 5_000,
  'deck.js': 1_000_000,
};

it('counts each file once, with the heaviest part, and nothing that a part asks for later', () => {
  expect(entrySizes(BUILD, (file) => BYTES[file] ?? NaN)).toEqual([
    { entry: 'page.html', start: 111, largest: 11_111, heaviest: 'a.tsx' },
  ]);
});

it('breaks on a file that the build does not list', () => {
  const build = { 'page.html': { file: 'page.js', isEntry: true, imports: ['_gone.js'] } };
  expect(() => entrySizes(build, () => 1)).toThrow('_gone.js');
});

it('holds every page to the budget, and a page of routes with each of its parts', () => {
  const size = { start: BUDGET, largest: BUDGET + 1, heaviest: 'a.tsx' };
  expect(overBudget([{ ...size, entry: 'issue-panel.html' }])).toEqual([]);
  expect(overBudget([{ ...size, entry: 'issue-panel.html', start: BUDGET + 1 }])).toHaveLength(1);
  expect(overBudget([{ ...size, entry: 'project-page.html' }])).toEqual([
    `project-page.html with a.tsx loads ${BUDGET + 1} bytes of compressed JavaScript before it can be used; the budget is ${BUDGET}.`,
  ]);
});
