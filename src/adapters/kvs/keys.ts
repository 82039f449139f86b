/**
 * A storage key for any text of ours. Forge allows letters, digits and `: . _ - #` and space in a key, which excludes
 * the slashes and brackets of `jira:1/2026-11-18/overdue(1)`; see
 * https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-basic/
 */
export function storageKey(text: string): string {
  return text.replace(/\//g, '#').replace(/\(/g, ':').replace(/\)/g, '');
}
