import { judge, type LintReport } from './lint';

const clean: LintReport = { files: 2, parsed: 2, findings: [], said: [] };
const finding = { file: 'manifest.yml', line: 3, column: 5, message: 'so it is' };

describe('the verdict on what the linter says', () => {
  it('passes an app in which nothing was found', () => {
    expect(judge(clean)).toEqual({ failures: [], warnings: [] });
  });

  it('fails for errors and for what needs approval, and shows warnings', () => {
    const levels = ['error', 'warning', 'approval'] as const;
    const findings = levels.map((level) => ({ ...finding, level }));
    expect(judge({ ...clean, findings })).toEqual({
      failures: ['manifest.yml:3:5 error: so it is', 'manifest.yml:3:5 approval: so it is'],
      warnings: ['manifest.yml:3:5 warning: so it is'],
    });
  });

  it('names the file alone where a finding is about all of it', () => {
    const findings = [{ ...finding, line: 0, column: 0, level: 'warning' as const }];
    expect(judge({ ...clean, findings }).warnings).toEqual(['manifest.yml warning: so it is']);
  });

  it.each([
    [0, 2],
    [1, 2],
    [0, 0],
  ])('does not take silence for consent where %i of %i sources were looked at', (parsed, files) => {
    const [failure] = judge({ ...clean, parsed, files }).failures;
    expect(failure).toContain(`looked at ${parsed} of ${files} sources`);
  });

  it('fails where a linter fell over, in plain words', () => {
    const said = ['\u001b[33mWarning: could not perform some linting actions\u001b[39m\n'];
    expect(judge({ ...clean, said }).failures).toEqual(['Warning: could not perform some linting actions']);
  });
});
