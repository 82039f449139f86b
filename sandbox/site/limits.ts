/** Limits of the site, as Atlassian documents them. Units are in the names. */

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
export const PROPERTY_VALUE_MAX_CHARACTERS = 32_768;
export const PROPERTY_KEY_MAX_CHARACTERS = 255;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
export const SEARCH_DEFAULT_RESULTS = 50;
/** Where any field other than `id` and `key` is asked for. */
export const SEARCH_MAX_RESULTS_WITH_FIELDS = 100;
export const SEARCH_MAX_RESULTS_IDS_ONLY = 5_000;
export const SEARCH_MAX_PROPERTIES = 5;
export const SEARCH_MAX_RECONCILED_ISSUES = 50;
export const SEARCH_TOKEN_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
export const BULK_FETCH_MAX_ISSUES = 100;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulk-post */
export const BULK_CREATE_MAX_ISSUES = 50;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
export const PERMISSION_CHECK_MAX_SUBJECTS = 1_000;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get */
export const USER_BULK_DEFAULT_RESULTS = 10;
export const USER_BULK_MAX_RESULTS = 200;
export const USER_SEARCH_MAX_RESULTS = 1_000;

/** Server-side cap of offset-paged lists: https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#pagination */
export const PAGE_MAX_RESULTS = 100;
/** Comments come in larger pages than other lists. */
export const COMMENTS_MAX_RESULTS = 5_000;

/** https://support.atlassian.com/jira-cloud-administration/docs/what-are-the-limits-per-issue/ */
export const ISSUE_MAX_COMMENTS = 5_000;
export const SUMMARY_MAX_CHARACTERS = 255;
export const LABEL_MAX_CHARACTERS = 255;
export const TEXT_FIELD_MAX_CHARACTERS = 32_767;

/** Writes to one issue: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const ISSUE_WRITE_WINDOWS = [
  { writes: 20, milliseconds: 2_000 },
  { writes: 100, milliseconds: 30_000 },
] as const;
