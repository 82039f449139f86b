/**
 * How long a function may run and how much may pass in and out.
 * https://developer.atlassian.com/platform/forge/limits-invocation/
 */
const SECOND_MS = 1_000;

/** Resolvers, product triggers, lifecycle, macro export and everything else without a line of its own. */
export const DEFAULT_LIMIT_SECONDS = 25;
/** Web triggers and Rovo actions. */
const LONGER_LIMIT_SECONDS = 55;
/** Consumers and scheduled triggers, unless their function names more; at most 900. */
export const BACKGROUND_LIMIT_SECONDS = 55;

export const INVOKE_REQUEST_BYTES = 500 * 1024;
export const INVOKE_RESPONSE_BYTES = 5 * 1024 * 1024;

/**
 * A call takes no simulated time unless a test gives it some; rate limits per second and minute would then count an
 * hour's honest work as one instant. They space one invocation's calls by a usual round trip instead.
 */
export const USUAL_CALL_MS = 25;

const BACKGROUND = new Set(['consumer', 'scheduledTrigger']);
const LONGER = new Set(['webtrigger', 'action']);

/** The running time in milliseconds that a module's function has. */
export function limitMsOf(moduleType: string, timeoutSeconds: number | undefined): number {
  if (BACKGROUND.has(moduleType)) return (timeoutSeconds ?? BACKGROUND_LIMIT_SECONDS) * SECOND_MS;
  return (LONGER.has(moduleType) ? LONGER_LIMIT_SECONDS : DEFAULT_LIMIT_SECONDS) * SECOND_MS;
}
