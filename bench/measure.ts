import { fork } from 'node:child_process';
import { compare, type Difference, type Floor, floorOf } from './floor';
import { expectedMessages } from './oracle/expected';
import { WeekResult, type WeekOrder } from './run';
import { createTenant, type TenantOptions } from './tenant';

/** What each call takes in the run that looks at time limits. */
export const LATENCY_MS = 150;

/**
 * Live data at the end of the largest week is about 100 MiB, the libraries' code included. Without a limit Node lets
 * garbage lie for as long as memory is to be had, and its peak says how much that was, not what the work needs.
 */
const NODE_FLAGS = ['--expose-gc', '--max-old-space-size=176', '--max-semi-space-size=8'];

/** A week is a matter of seconds; one that takes this long hangs. */
const TIMEOUT_MS = 600_000;

export interface Measured {
  readonly issues: number;
  readonly floor: Floor;
  /** Of both runs: messages that were owed and did not come, or came unasked. */
  readonly difference: Difference;
  readonly week: WeekResult;
  /** The same week with each call taking `LATENCY_MS`: its messages and its longest invocation count, nothing else. */
  readonly slowWeek: WeekResult;
}

/** Runs one tenant's week twice, each in a process of its own: as it is, and with slow calls. `file` is the compiled worker. */
export async function measure(file: string, tenant: TenantOptions): Promise<Measured> {
  const expected = expectedMessages(createTenant(tenant));
  const week = await runApart(file, { tenant, latencyMs: 0 });
  const slowWeek = await runApart(file, { tenant, latencyMs: LATENCY_MS });
  const differences = [week, slowWeek].map(({ messages }) => compare(expected, messages));
  return {
    issues: tenant.issues,
    floor: floorOf(expected),
    difference: {
      missing: differences.flatMap(({ missing }) => missing),
      unexpected: differences.flatMap(({ unexpected }) => unexpected),
    },
    week,
    slowWeek,
  };
}

/** @throws Error with what the process wrote, where it ends without a result. */
function runApart(file: string, order: WeekOrder): Promise<WeekResult> {
  return new Promise((resolve, reject) => {
    const child = fork(file, [], {
      execArgv: NODE_FLAGS,
      timeout: TIMEOUT_MS,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    let result: unknown;
    child.once('message', (value) => (result = value));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 && result !== undefined) resolve(WeekResult.parse(result));
      else
        reject(
          new Error(
            `A week of ${order.tenant.issues} issues ended with ${signal ?? code}:\n${output.trim()}`,
          ),
        );
    });
    child.send(order);
  });
}
