import type { Product } from './operation';

/** Who relies on an operation: the app itself, real clients over HTTP, or people at the front door. */
export type CoverageUser = 'docket' | 'clients' | 'people';

/** One modelled operation, as the coverage tables claim it; a test holds the claim against the router. */
export interface CoverageLine {
  readonly product: Product;
  /** Operation id in Atlassian's document. */
  readonly id: string;
  /** `METHOD /path`, the path templated as in Atlassian's document. */
  readonly route: string;
  /** The scope of the manifest that covers Docket's use, or `''` where Docket does not call it. */
  readonly scope: string;
  /** `partial` where parameters or branches of the real operation are missing; `note` says which. */
  readonly status: 'full' | 'partial';
  readonly usedBy: readonly CoverageUser[];
  /** Path of the test file that exercises it, from the project's root. */
  readonly testedBy: string;
  readonly note: string;
}
