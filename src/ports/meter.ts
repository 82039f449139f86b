/** What one invocation has asked of the products: calls by operation, and points by Atlassian's published costs. */
export interface Usage {
  readonly calls: number;
  readonly points: number;
  readonly byOperation: Readonly<Record<string, number>>;
  /** True once a product has said that its rate limit is near: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
  readonly isNearLimit: boolean;
}

export interface Meter {
  usage(): Usage;
}
