import { execFileSync } from 'node:child_process';
import { compileTo } from './compile';

it('has all that the compiled app reads beside its code, its words included', () => {
  const app = compileTo('src/index.ts');
  const script = `console.log(Object.keys(require(${JSON.stringify(app)})).length > 0)`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('true\n');
});
