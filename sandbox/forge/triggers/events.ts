import type { SandboxClock } from '../../clock';
import type { ProductEvent, SiteState } from '../../site/state';
import type { DeadLetter } from '../dead-letters';
import { type Invoker, jsonCopy } from '../invocation';
import type { Subscription } from '../manifest';
import { type Attempt, decideRetry, retryContext } from '../retry';

/** Events arrive within three minutes; https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
const DELIVERY_DELAY_MS = 5_000;
const EVENT_MAX_BYTES = 200 * 1024;

export interface EventParts {
  readonly clock: SandboxClock;
  readonly state: SiteState;
  readonly invoker: Invoker;
  readonly subscriptions: readonly Subscription[];
  readonly bury: (letter: DeadLetter) => void;
}

/** Delivers events to the triggers that wait for them, and again where the function asks for it. */
export function createEvents({ clock, state, invoker, subscriptions, bury }: EventParts) {
  const deliver = async (
    subscription: Subscription,
    event: Record<string, unknown>,
    { number, firstAt }: { readonly number: number; readonly firstAt: number },
  ): Promise<void> => {
    const { key, functionKey } = subscription;
    const result = await invoker.run({
      moduleType: 'trigger',
      moduleKey: key,
      functionKey,
      accountId: null,
      payload: event,
    });
    const endedAt = clock.now() + result.record.elapsedMs;
    const attempt: Attempt = { number, firstAt, endedAt, retriesErrors: false };
    const verdict = decideRetry(result, attempt);
    if (verdict.do === 'give-up') bury({ queue: `trigger ${key}`, body: event, why: verdict.why });
    if (verdict.do === 'retry') {
      const again = { ...event, retryContext: retryContext(verdict, attempt) };
      clock.schedule(verdict.at, () => deliver(subscription, again, { number: number + 1, firstAt }));
    }
  };

  const waiting = (eventType: string): Subscription[] =>
    subscriptions.filter((subscription) => subscription.eventType === eventType);

  return {
    /** Hands a product event on, a few seconds later. */
    publish(event: ProductEvent): void {
      const subscribed = waiting(event.eventType);
      if (subscribed.length === 0) return;
      const selfGenerated = event.actorId !== null && event.actorId === state.appAccountId;
      const wire = jsonCopy({
        ...event.payload,
        eventType: event.eventType,
        selfGenerated,
        ...(event.actorId === null ? {} : { atlassianId: event.actorId }),
      }) as Record<string, unknown>;
      for (const subscription of subscribed) {
        if (subscription.ignoreSelf && selfGenerated) continue;
        if (Buffer.byteLength(JSON.stringify(wire)) > EVENT_MAX_BYTES) {
          bury({ queue: `trigger ${subscription.key}`, body: wire, why: 'The event is larger than 200 KB' });
          continue;
        }
        const at = clock.now() + DELIVERY_DELAY_MS;
        clock.schedule(at, () => deliver(subscription, wire, { number: 0, firstAt: at }));
      }
    },
    /** Hands a lifecycle event over now. */
    async announce(eventType: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
      for (const subscription of waiting(eventType))
        await deliver(subscription, { ...payload, eventType }, { number: 0, firstAt: clock.now() });
    },
  };
}
