import type { SandboxClock } from '../../clock';
import type { SiteState } from '../../site/state';
import type { Invoker } from '../invocation';
import type { Interval, ScheduledTrigger } from '../manifest';
import type { Invocation } from '../types';

const MINUTE_MS = 60_000;

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
const INTERVAL_MS: Record<Interval, number> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};

export interface SchedulerParts {
  readonly clock: SandboxClock;
  readonly state: SiteState;
  readonly invoker: Invoker;
  readonly triggers: readonly ScheduledTrigger[];
  /** Minutes past the hour at which intervals of an hour or more fire. */
  readonly triggerMinute: number;
}

/** Fires scheduled triggers by the clock, once an interval, from `start` on. What a run throws is not retried. */
export function createScheduler({ clock, state, invoker, triggers, triggerMinute }: SchedulerParts) {
  const fire = async (trigger: ScheduledTrigger): Promise<Invocation> => {
    const { key, functionKey } = trigger;
    const { record } = await invoker.run({
      moduleType: 'scheduledTrigger',
      moduleKey: key,
      functionKey,
      accountId: null,
      payload: {
        context: { cloudId: state.cloudId, moduleKey: key },
        contextToken: `context-token-of-${key}`,
      },
    });
    return record;
  };

  const plan = (trigger: ScheduledTrigger, at: number): void => {
    clock.schedule(at, async () => {
      plan(trigger, at + INTERVAL_MS[trigger.interval]);
      await fire(trigger);
    });
  };

  return {
    start(): void {
      for (const trigger of triggers) plan(trigger, firstAfter(clock.now(), trigger.interval, triggerMinute));
    },
    /** @throws Error where the manifest has no such scheduled trigger. */
    async fire(moduleKey: string): Promise<Invocation> {
      const trigger = triggers.find(({ key }) => key === moduleKey);
      if (!trigger) throw new Error(`The manifest has no scheduled trigger ${moduleKey}.`);
      return fire(trigger);
    },
  };
}

/** The platform gives each installation a minute of its own; here it is the given one, in the next hour that has it. */
function firstAfter(now: number, interval: Interval, triggerMinute: number): number {
  const step = Math.min(INTERVAL_MS[interval], INTERVAL_MS.hour);
  const offset = interval === 'fiveMinute' ? 0 : triggerMinute * MINUTE_MS;
  return Math.floor((now - offset) / step + 1) * step + offset;
}
