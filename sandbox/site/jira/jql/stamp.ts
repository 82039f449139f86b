import { parseDate } from './dates';
import { inSeconds } from './moments';

const STAMP = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A property's date as the search index takes it, in seconds: `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm:ss` with `±hh:mm` or
 * `Z`. Anything else, above all the milliseconds of `toISOString()`, is not indexed: `null`.
 * A bare date is its midnight where the asker is, so that it equals the same date in a query. That zone is a choice;
 * Atlassian's page does not say: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
export function parseStamp(text: string, timeZone: string): number | null {
  const match = STAMP.exec(text);
  if (!match) return null;
  const midnight = parseDate(match[1] as string, timeZone);
  if (midnight === null || match[2] === undefined) return midnight === null ? null : inSeconds(midnight);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : inSeconds(instant);
}
