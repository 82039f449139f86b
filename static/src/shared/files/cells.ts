/** What stands in a cell of a file; `null`: nothing. */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'date'; readonly date: string }
  /** ISO 8601; files show it in UTC. */
  | { readonly type: 'instant'; readonly instant: string }
  /** In whole units with their decimals, as `-12.50`. */
  | { readonly type: 'amount'; readonly text: string }
  | null;

/** A table as a file has it: headings, and rows under them. */
export interface Sheet {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
