/**
 * Limits of Forge storage, per installation.
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
export const KEY_MAX_CHARACTERS = 500;
/** https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-customentities/ */
export const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

export const VALUE_MAX_BYTES = 240 * 1024;
/** Nested objects and arrays, the outermost counted. */
export const VALUE_MAX_DEPTH = 31;

export const INTEGER_MIN = -2_147_483_648;
export const INTEGER_MAX = 2_147_483_647;

export const PARTITION_MAX_BYTES = 1700;
export const RANGE_MAX_BYTES = 900;

export const TRANSACTION_MAX_OPERATIONS = 25;
export const BATCH_MAX_ITEMS = 25;
/** Of a transaction or a batch as a whole. */
export const REQUEST_MAX_BYTES = 4 * 1024 * 1024;

export const QUERY_DEFAULT_ROWS = 10;
export const QUERY_MAX_ROWS = 100;
export const MAX_CONDITIONS = 100;

export const MAX_REQUESTS_PER_SECOND = 1000;
export const MAX_READ_UNITS_PER_MINUTE = 4000;
export const MAX_WRITE_UNITS_PER_MINUTE = 4000;
export const UNIT_BYTES = 10 * 1024;

const HOUR_MS = 60 * 60 * 1000;
export const TTL_MAX_MS = 365 * 24 * HOUR_MS;
/**
 * Expired rows are deleted up to this much later, and until then they are read, queried and in the way of
 * FAIL_IF_EXISTS like any other: `expireTime` is the only sign. The sandbox always takes the full delay, so that an
 * app which leans on prompt deletion fails here.
 */
export const EXPIRY_DELAY_MS = 48 * HOUR_MS;
export const TTL_UNIT_MS = {
  SECONDS: 1000,
  MINUTES: 60 * 1000,
  HOURS: HOUR_MS,
  DAYS: 24 * HOUR_MS,
} as const;
