import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileTo } from './compile';
import { measure, type Measured } from './measure';
import { measureReports, reportLines } from './report';
import { measureScreens } from './screens/measure-screens';
import { screenVerdicts } from './screens/verdicts';
import { tableOf, verdictLines } from './table';
import { verdicts } from './targets';
import { ONE_TENANT } from './tenant';

const USAGE =
  'npm run bench -- [--json [FILE]] [--issues N]... | --report [--json [FILE]] | --screens [--records N] [--json [FILE]]';
/** As long as a list is said to become. */
const RECORDS = 5_000;
/** The tenant of the plan, and the same with twice and four times as many issues, none of the new ones a commitment. */
const SIZES = [20_000, 40_000, 80_000];
const STDOUT = '-';
/** As many wrong messages as help to find the reason. */
const SHOWN = 20;

interface Args {
  /** A file, `-` for the standard output, `null` for the table. */
  readonly json: string | null;
  readonly sizes: readonly number[];
  /** How many rows the lists have whose screens are measured, instead of the week; `null` for the week. */
  readonly records: number | null;
  /** The weekly reports instead of the week. */
  readonly reports: boolean;
}

/** @throws Error with a sentence for the caller. */
function parse(argv: readonly string[]): Args {
  // `--json` alone is the standard output; `parseArgs` knows no optional values.
  const args = argv.map((arg, i) => {
    const next = argv[i + 1];
    return arg === '--json' && (next === undefined || next.startsWith('--')) ? `--json=${STDOUT}` : arg;
  });
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      issues: { type: 'string', multiple: true },
      report: { type: 'boolean', default: false },
      screens: { type: 'boolean' },
      records: { type: 'string' },
    },
  });
  const sizes = (values.issues ?? []).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= ONE_TENANT.commitments))
    throw new Error(
      `--issues takes whole numbers from ${ONE_TENANT.commitments}: ${(values.issues ?? []).join(', ')}.`,
    );
  const records = Number(values.records ?? RECORDS);
  if (!Number.isInteger(records) || records < 1)
    throw new Error(`--records takes a whole number from 1: ${values.records}.`);
  return {
    json: values.json ?? null,
    sizes: sizes.length > 0 ? sizes : SIZES,
    records: values.screens === true ? records : null,
    reports: values.report,
  };
}

/** What goes into the JSON: all figures, without the thousands of messages. */
function figuresOf(sizes: readonly Measured[]) {
  return {
    targets: verdicts(sizes),
    sizes: sizes.map(({ issues, floor, difference, week, slowWeek }) => ({
      issues,
      commitments: ONE_TENANT.commitments,
      projects: ONE_TENANT.projects,
      floor,
      difference,
      week: { ...week, messages: week.messages.length },
      slowWeek: { longest: slowWeek.longest, messages: slowWeek.messages.length, faults: slowWeek.faults },
    })),
  };
}

/** The figures where they were asked for, and lines for a person unless these would get between them. */
function report(json: string | null, figures: object, lines: () => readonly string[]): void {
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (json === STDOUT) process.stdout.write(text);
  else {
    if (json !== null) writeFileSync(json, text);
    for (const line of lines()) console.log(line);
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const { json, sizes, records, reports } = parse(argv);
  const say = json === STDOUT ? console.error : console.log;
  if (records !== null) {
    say(`The project page with a register and a list of commitments of ${records} rows each ...`);
    const figures = await measureScreens(records);
    report(json, { targets: screenVerdicts(figures), ...figures }, () =>
      verdictLines(screenVerdicts(figures)),
    );
    return 0;
  }
  if (reports) {
    say('One report on 2,000 issues, and fifty in one hour ...');
    const figures = await measureReports();
    report(json, figures, () => reportLines(figures));
    return figures.some(({ faults }) => faults.length > 0) ? 1 : 0;
  }
  const worker = compileTo('bench/worker.ts');
  const measured: Measured[] = [];
  for (const issues of sizes) {
    say(`One week of ${issues} issues, ${ONE_TENANT.commitments} of them commitments ...`);
    measured.push(await measure(worker, { ...ONE_TENANT, issues }));
  }
  report(json, figuresOf(measured), () => [
    '',
    ...tableOf(measured),
    '',
    ...verdictLines(verdicts(measured)),
  ]);
  const wrong = measured.flatMap(({ difference: { missing, unexpected }, week, slowWeek }) => [
    ...missing.map((words) => `missing: ${words}`),
    ...unexpected.map((words) => `unexpected: ${words}`),
    ...week.faults,
    ...slowWeek.faults,
  ]);
  for (const words of wrong.slice(0, SHOWN)) console.error(words);
  if (wrong.length > SHOWN) console.error(`... and ${wrong.length - SHOWN} more`);
  return wrong.length > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error(`Usage: ${USAGE}`);
    process.exitCode = 2;
  },
);
