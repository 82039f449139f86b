/** What one invocation has asked of the products: calls by operation, and points by Atlassian's published costs. */
export interface Usage {
  readonly calls: number;
  readonly points: number;
  readonly byOperation: Readonly<Record<string, number>>;
}

export interface Meter {
  usage(): Usage;
}
