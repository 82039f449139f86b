import * as app from '../../src/index';
import { createSandbox } from '../index';
import { DEMO_USAGE, parseDemoArgs, type DemoArgs } from './args';
import { chooseSite, isCallersFault } from './choose-site';
import { outcomeOf } from './outcome';
import { createProgress } from './progress';
import { openOutput, record } from './record';
import { replay, ticksOf } from './replay';
import { complaintsOf, summaryOf } from './summary';
import { projectsOf, switchOn } from './switch-on';

/** Exit codes: the run was not clean; the command was called wrongly or with something unusable. */
const NOT_CLEAN = 1;
const UNUSABLE = 2;

/** Runs Docket over some days of a site and tells what it did. @returns the exit code. */
export async function demo(args: DemoArgs, print: (line: string) => void, complain: (line: string) => void) {
  const chosen = await chooseSite(args);
  const json = args.jsonPath === null ? null : openOutput('--json', args.jsonPath);
  const sandbox = await createSandbox({ now: chosen.now, seed: chosen.seed, app });
  const projects = projectsOf(sandbox.state, args.projects);
  const stopRecording = args.recordPath === null ? null : record(sandbox.site, args.recordPath);
  for (const project of projects) await switchOn(sandbox, project, chosen.sponsors[project.key] ?? null);

  const progress = createProgress(ticksOf(chosen.now, args.days).length);
  try {
    await replay(sandbox, args.days, progress.step);
  } finally {
    progress.stop();
    stopRecording?.();
  }

  const outcome = outcomeOf(sandbox);
  json?.write(`${JSON.stringify(outcome, null, 2)}\n`);
  json?.close();
  const from = new Date(chosen.now).toISOString();
  print(`Docket followed up ${projects.map((project) => project.key).join(', ')} from ${from}.`);
  for (const line of summaryOf(sandbox, outcome, args.days)) print(line);
  if (args.jsonPath !== null) print(`Everything is in ${args.jsonPath}.`);
  const complaints = complaintsOf(outcome, chosen.problems);
  for (const line of complaints) complain(line);
  return complaints.length > 0 ? NOT_CLEAN : 0;
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(DEMO_USAGE);
    return 0;
  }
  try {
    return await demo(parseDemoArgs(argv), console.log, console.error);
  } catch (error) {
    if (!isCallersFault(error)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
