/** Where an issue is shown. Without a site the link is relative: Jira and Confluence share one host. */
export function issueUrl(siteUrl: string | null, key: string): string {
  return `${siteUrl ?? ''}/browse/${encodeURIComponent(key)}`;
}

/** Where Jira lists what a query finds. */
export function jqlUrl(siteUrl: string | null, jql: string): string {
  return `${siteUrl ?? ''}/issues/?jql=${encodeURIComponent(jql)}`;
}
