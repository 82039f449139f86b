/**
 * Limits of the Async events API, per installation.
 * https://developer.atlassian.com/platform/forge/limits-async-events/
 */
export const MAX_EVENTS_PER_PUSH = 50;
export const MAX_EVENTS_PER_MINUTE = 500;
export const PUSH_MAX_BYTES = 200 * 1024;
/** Of one event, where the consumer's function may run longer than 55 s. */
export const LONG_RUNNING_EVENT_MAX_BYTES = 100 * 1024;
/** Pushes that one first invocation may set off, directly or through consumers. */
export const MAX_CYCLIC_PUSHES = 1000;
export const MAX_DELAY_SECONDS = 900;
