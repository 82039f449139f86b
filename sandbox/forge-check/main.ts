import { AppRefusal } from '../cli/app-call';
import { bundleApp, type Bundle } from './bundle';
import { CheckFailed } from './failure';
import { judge, lintApp, type LintReport } from './lint';
import { loadBundle, medianLoad } from './load';
import { runStory } from './story';
import { ensureTools } from './tools';
import { createWorkspace } from './workspace';

const PARTS_SHOWN = 8;

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Measures a piece of work. @returns what it came to, and how many seconds it took, as `2.3 s`. */
async function timed<T>(task: Promise<T>): Promise<{ value: T; took: string }> {
  const start = performance.now();
  const value = await task;
  return { value, took: `${((performance.now() - start) / 1000).toFixed(1)} s` };
}

function sayLint(report: LintReport, knowsScopes: boolean, took: string): void {
  const { failures, warnings } = judge(report);
  for (const warning of warnings) console.log(`  ${warning}`);
  if (failures.length > 0)
    throw new CheckFailed(`Atlassian's linter found what must not be deployed:\n- ${failures.join('\n- ')}`);
  // It sees only calls that are written out in place; Docket's go through one client, so the host enforces their scopes.
  const scopes = knowsScopes
    ? "scopes of calls written out in place held against Atlassian's API documents"
    : "scopes left to the host below, since Atlassian's API documents are not beside the project";
  console.log(
    `Lint: ${report.parsed} sources and the manifest, ${warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`}; ${scopes} (${took})`,
  );
}

function sayBundle({ size, zipped, parts, warnings }: Bundle, took: string): void {
  for (const warning of warnings) console.log(`  warning: ${warning}`);
  console.log(`Bundle: ${size} bytes, ${zipped} gzipped (${took})`);
  const shown = parts.slice(0, PARTS_SHOWN).map(([name, bytes]) => `${name} ${kB(bytes)}`);
  console.log(`In it, by source: ${shown.join(', ')}`);
}

/** Atlassian's own tools over the real app, and then what they made on the sandbox's host. @throws CheckFailed */
async function check(): Promise<void> {
  const { folder, names } = ensureTools(console.log);
  const workspace = createWorkspace();
  const { env, knowsScopes } = workspace;
  try {
    console.log(`Linting and bundling the app as a deployment would (${names.join(', ')}) ...`);
    const bundling = timed(bundleApp(folder, env));
    const linting = timed(lintApp(folder, env));
    // Both run to their end, so that neither is left behind where the other fails.
    await Promise.allSettled([bundling, linting]);
    const { value: report, took: lintTook } = await linting;
    sayLint(report, knowsScopes, lintTook);
    const { value: bundle, took: bundleTook } = await bundling;
    sayBundle(bundle, bundleTook);
    console.log(`Load: ${medianLoad(bundle.file, env).toFixed(0)} ms in plain Node (median of 3)`);
    for (const line of await runStory(loadBundle(bundle.file))) console.log(`On the host, ${line}`);
    console.log('The app that would be deployed works.');
  } finally {
    workspace.remove();
  }
}

check().catch((error: unknown) => {
  const isPlain = error instanceof CheckFailed || error instanceof AppRefusal;
  // Anything else is a fault of the check itself, or one that the app threw: the stack says where.
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
});
