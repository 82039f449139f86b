import type { Sandbox } from '../../index';
import { readLedger } from '../messages';

/** One call of Docket, or of somebody's own client, to Jira or Confluence. */
export interface ProductCall {
  /** Epoch milliseconds on the site's clock. */
  readonly at: number;
  readonly accountId: string;
  readonly viaApp: boolean;
  /** The operation's name, or method and path where nothing models it. */
  readonly operation: string;
  readonly status: number;
  readonly points: number;
}

/** What came of moving the clock once. */
export interface ClockStep {
  readonly from: number;
  readonly to: number;
  /** Runs by function of the app. */
  readonly runs: Readonly<Record<string, number>>;
  readonly failed: number;
  readonly sent: number;
  readonly points: number;
}

/** What went on since the pages were opened, for those who watch. */
export interface Activity {
  /** Newest first. */
  calls(): readonly ProductCall[];
  step(): ClockStep | null;
  /** Moves the clock, delivers what falls due, and remembers what came of it. */
  advance(to: number): Promise<void>;
  /** @returns a way to stop listening. */
  onChange(listener: () => void): () => void;
}

const KEPT = 40;

export function createActivity({ site, host, clock }: Sandbox): Activity {
  const calls: ProductCall[] = [];
  const listeners = new Set<() => void>();
  let step: ClockStep | null = null;
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  site.onExchange(({ at, accountId, viaApp, operation, method, url, status, points }) => {
    const called = operation ?? `${method} ${new URL(url).pathname}`;
    calls.unshift({ at, accountId, viaApp, operation: called, status, points });
    calls.splice(KEPT);
    change();
  });
  host.onInvocation(change);
  const sentSoFar = (): number => readLedger(host).messages.filter(({ state }) => state === 'sent').length;

  return {
    calls: () => calls,
    step: () => step,
    async advance(to) {
      const before = { from: clock.now(), runs: host.invocations.length, sent: sentSoFar() };
      const points = host.totals.points;
      await clock.advanceTo(to);
      await host.drain();
      const ran = host.invocations.slice(before.runs);
      const runs: Record<string, number> = {};
      for (const { functionKey } of ran) runs[functionKey] = (runs[functionKey] ?? 0) + 1;
      step = {
        from: before.from,
        to,
        runs,
        failed: ran.filter(({ outcome }) => outcome !== 'ok').length,
        sent: sentSoFar() - before.sent,
        points: host.totals.points - points,
      };
      change();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
