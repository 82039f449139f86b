/** What happens to a record after it was entered: a move by its author, or somebody's vote. */
export type Step =
  | { readonly to: string }
  | { readonly vote: 'approved' | 'rejected'; readonly by: string; readonly comment: string };

/** One call of `registers.create`, and those after it, as people make them. */
export interface RecordEntry {
  readonly projectKey: string;
  /** Account id of who enters and moves it. */
  readonly accountId: string;
  readonly kind: string;
  readonly summary: string;
  /** Field values of the register by key. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly then: readonly Step[];
}
