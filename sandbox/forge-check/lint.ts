import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { runWorker } from './worker';

/** What the linters came to. */
export const LintReport = z.object({
  /** Sources under `src`. */
  files: z.number(),
  /** Those of them that the linters looked at. */
  parsed: z.number(),
  findings: z.array(
    z.object({
      file: z.string(),
      line: z.number(),
      column: z.number(),
      level: z.enum(['error', 'warning', 'approval']),
      message: z.string(),
    }),
  ),
  /** What the linters said besides: each line is about a linter that fell over and so found nothing. */
  said: z.array(z.string()),
});
export type LintReport = z.output<typeof LintReport>;

export interface LintVerdict {
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

/** @throws CheckFailed where the linter does not run. */
export function lintApp(folder: string, env: NodeJS.ProcessEnv): Promise<LintReport> {
  const file = join(__dirname, 'lint-worker.ts');
  return runWorker({ file, args: [folder], env, answer: LintReport, name: "Atlassian's linter" });
}

/** Line 0 means the file as a whole. */
const nameOf = ({ file, line, column }: { file: string; line: number; column: number }): string =>
  line === 0 ? file : `${file}:${line}:${column}`;

/** Which of it must stop a deployment. A linter that saw nothing has not passed anything, so silence is not enough. */
export function judge({ files, parsed, findings, said }: LintReport): LintVerdict {
  const told = (fails: boolean) =>
    findings
      .filter(({ level }) => (level !== 'warning') === fails)
      .map(({ level, message, ...place }) => `${nameOf(place)} ${level}: ${message}`);
  const failures = told(true);
  if (parsed === 0 || parsed < files)
    failures.push(
      `the linter looked at ${parsed} of ${files} sources: it takes those that the globs of \`include\` in tsconfig.json name`,
    );
  failures.push(...said.map((line) => stripVTControlCharacters(line).trim()));
  return { failures, warnings: told(false) };
}
