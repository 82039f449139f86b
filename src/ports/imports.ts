import type { Claim } from './records';

/** A row of a file that was imported before, and the number that its record was to get. */
export interface ImportedRow extends Pick<Claim, 'projectId' | 'kind' | 'number' | 'id' | 'writer'> {
  /** Digest of the row as it stood in the file. */
  readonly source: string;
}

/** Which rows have become records: so that a file that is imported twice, or again after a failure, doubles nothing. */
export interface Imports {
  /** What is known of these rows. */
  of(projectId: string, kind: string, sources: readonly string[]): Promise<ImportedRow[]>;
  /** Notes what is about to be made of a row. @returns false where somebody else was first */
  begin(before: ImportedRow | null, next: ImportedRow): Promise<boolean>;
}
