import { fork } from 'node:child_process';
import type { z } from 'zod';
import { CheckFailed } from './failure';
import { ROOT } from './tools';

export interface WorkerOptions<Schema extends z.ZodType> {
  /** A TypeScript file that ends in a call of `work`. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Shape of its one answer. */
  readonly answer: Schema;
  /** What it does, for messages: `The linter`. */
  readonly name: string;
}

/** No tool needs a tenth of it: one that takes longer is waiting for something, and would wait for ever. */
const TIMEOUT = 300_000;

/**
 * Runs a piece of work in a process of its own, in the project's folder, as the tools expect to be run.
 *
 * @throws CheckFailed with what the process wrote, where it ends without an answer.
 */
export function runWorker<Schema extends z.ZodType>(
  options: WorkerOptions<Schema>,
): Promise<z.output<Schema>> {
  const { file, args, env, answer, name } = options;
  return new Promise((resolve, reject) => {
    // The file is TypeScript for the same loader that runs this one: `fork` hands on its options.
    const child = fork(file, [...args], {
      cwd: ROOT,
      env,
      timeout: TIMEOUT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    let result: { readonly value: unknown } | undefined;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    child.once('message', (value) => (result = { value }));
    child.once('error', (error) => reject(new CheckFailed(`${name} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0 && result) resolve(answer.parse(result.value));
      else reject(new CheckFailed(`${name} ended with ${signal ?? code}:\n${output.trim()}`));
    });
  });
}

/** The other side of `runWorker`: sends what `task` comes to, or says what went wrong and ends with 1. */
export function work(task: () => Promise<unknown>): void {
  task().then(
    (answer) => {
      process.send?.(answer, () => process.disconnect());
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
