import { partsOf } from './bundle';

describe('what a bundle is made of', () => {
  it('adds up sources by package, biggest first, and the app as src', () => {
    const parts = partsOf({
      sources: [
        'webpack://docket/./node_modules/zod/a.js',
        'webpack://docket/./src/index.ts',
        'webpack://docket/./node_modules/@forge/api/out/index.js',
        'webpack://docket/./node_modules/zod/b.js',
      ],
      sourcesContent: ['aaa', 'iiiiiiii', 'ff', 'bb'],
    });
    expect(parts).toEqual([
      ['src', 8],
      ['zod', 5],
      ['@forge/api', 2],
    ]);
  });

  it('counts a copy that a package brings along as that copy, in bytes', () => {
    const sources = ['webpack://docket/./node_modules/@forge/api/node_modules/tslib/tslib.js'];
    expect(partsOf({ sources, sourcesContent: ['ü'] })).toEqual([['tslib', 2]]);
  });

  it('leaves out what the bundler adds and what has no source', () => {
    const sources = ['webpack://docket/webpack/bootstrap', 'webpack://docket/./node_modules/a/index.js'];
    expect(partsOf({ sources, sourcesContent: ['x', null] })).toEqual([['a', 0]]);
  });
});
