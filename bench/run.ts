import { z } from 'zod';
import * as app from '../src/index';
import { createSandbox, type Sandbox } from '../sandbox';
import { outcomeOf } from '../sandbox/cli/outcome';
import { replay } from '../sandbox/cli/replay';
import { switchOn } from '../sandbox/cli/switch-on';
import type { Tenant } from './tenant';
import { scheduleChanges } from './tenant/play';
import { seedTenant } from './tenant/seed';

const HOUR = 3_600_000;
const MIB = 1024 * 1024;

const Spent = z.object({ points: z.number(), calls: z.record(z.string(), z.number()) });

/** What one simulated week of one tenant came to. It crosses a process boundary, so it is a schema. */
export const WeekResult = z.object({
  messages: z.array(
    z.object({ item: z.string(), recipient: z.string(), stage: z.string(), tick: z.number() }),
  ),
  withdrawn: z.number(),
  /** From installation to the end of the week, switching on included. */
  total: Spent,
  /** The part that switching on in every project took. */
  switchingOn: Spent,
  /** CPU seconds of the whole process, app and site, from switching on to the end of the week. */
  cpuSeconds: z.number(),
  memoryMib: z.object({
    /** Live heap with app and sandbox loaded, before the tenant is there. */
    heapBefore: z.number().nullable(),
    heapSeeded: z.number().nullable(),
    heapAfter: z.number().nullable(),
    rssSeeded: z.number(),
    rssPeak: z.number(),
  }),
  invocations: z.number(),
  /** The invocation that came nearest to its limit, in simulated time. */
  longest: z.object({ module: z.string(), elapsedMs: z.number(), limitMs: z.number() }),
  /** Everything that should not have happened, in words. */
  faults: z.array(z.string()),
});
export type WeekResult = z.output<typeof WeekResult>;

/** Which week to play; `latencyMs` is what each call takes, in simulated time. */
export const WeekOrder = z.object({
  tenant: z.object({
    projects: z.number(),
    people: z.number(),
    issues: z.number(),
    commitments: z.number(),
    days: z.number(),
    changes: z.object({ resolve: z.number(), move: z.number(), assign: z.number(), create: z.number() }),
  }),
  latencyMs: z.number(),
});
export type WeekOrder = z.output<typeof WeekOrder>;

/** Live heap in MiB, where Node was started with `--expose-gc`. */
function liveHeap(): number | null {
  const { gc } = globalThis;
  if (!gc) return null;
  gc();
  return process.memoryUsage().heapUsed / MIB;
}

const spentBy = ({ host }: Sandbox): z.output<typeof Spent> => ({
  points: host.totals.points,
  calls: { ...host.totals.calls },
});

/** Plays the tenant's week hour by hour with Docket switched on in every project, and measures this process. */
export async function runWeek(
  tenant: Tenant,
  { latencyMs }: Pick<WeekOrder, 'latencyMs'>,
): Promise<WeekResult> {
  const heapBefore = liveHeap();
  const sandbox = await createSandbox({
    now: tenant.start,
    seed: (state) => seedTenant(state, tenant),
    app,
    latencyMs,
  });
  const heapSeeded = liveHeap();
  const rssSeeded = process.memoryUsage().rss / MIB;
  scheduleChanges(sandbox, tenant);

  const cpu = process.cpuUsage();
  for (const { id, sponsorId } of tenant.projects) {
    const project = sandbox.state.projects.get(id);
    if (project) await switchOn(sandbox, project, sponsorId);
  }
  const switchingOn = spentBy(sandbox);
  await replay(sandbox, tenant.days);
  const { user, system } = process.cpuUsage(cpu);
  // Before anything else is computed: what follows is the bench's own.
  const rssPeak = process.resourceUsage().maxRSS / 1024;
  const heapAfter = liveHeap();

  const outcome = outcomeOf(sandbox);
  return {
    messages: outcome.messages.map(({ item, recipient, stage, sentAt }) => ({
      item,
      recipient,
      stage,
      tick: Math.floor(Date.parse(sentAt) / HOUR) * HOUR,
    })),
    withdrawn: outcome.withdrawn.length,
    total: spentBy(sandbox),
    switchingOn,
    cpuSeconds: (user + system) / 1e6,
    memoryMib: { heapBefore, heapSeeded, heapAfter, rssSeeded, rssPeak },
    invocations: sandbox.host.invocations.length,
    longest: longestOf(sandbox),
    faults: [...outcome.faults, ...outcome.unmodelled.map((what) => `the sandbox does not model ${what}`)],
  };
}

function longestOf({ host }: Sandbox): WeekResult['longest'] {
  const [first] = [...host.invocations].sort((a, b) => b.elapsedMs / b.limitMs - a.elapsedMs / a.limitMs);
  if (!first) throw new Error('The app was never called.');
  return { module: first.moduleKey, elapsedMs: first.elapsedMs, limitMs: first.limitMs };
}
