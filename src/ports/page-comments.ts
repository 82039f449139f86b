/** Footer comments of pages. Each carries a short reference in its words, which it is recognised by. */
export interface PageComments {
  /** Writes a comment; `doc` is an ADF document. @returns the comment's id. */
  write(pageId: string, doc: unknown): Promise<string>;
  /** The comment with this reference, written since `since`; `null` where there is none, or the page is out of sight. */
  find(pageId: string, reference: string, since: Date): Promise<string | null>;
}
