import type { StoredRecord } from '../domain/registers';

/** An issue that carries a property of a register, as read from Jira: the property may hold anything. */
export interface FoundRecord {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly summary: string;
  /** `undefined` where the issue has no such property. */
  readonly property: unknown;
}

/** Records where they live: on issues, read and written with the rights of the person who asks. */
export interface Records {
  /** Every visible issue of the project whose property the search index knows. */
  indexed(projectId: string, propertyKey: string, indexedPath: string): Promise<FoundRecord[]>;
  /** These issues, as far as they are visible. */
  read(issueIdsOrKeys: readonly string[], propertyKey: string): Promise<FoundRecord[]>;
  /** A new issue with the property on it. @throws AppError FORBIDDEN, BAD_INPUT */
  create(
    projectId: string,
    summary: string,
    propertyKey: string,
    value: StoredRecord,
  ): Promise<{ readonly issueId: string; readonly issueKey: string }>;
  write(issueId: string, propertyKey: string, value: StoredRecord): Promise<void>;
}

/** Docket's own copy of each record: what was good last, and who may write next. */
export interface RecordCopies {
  /**
   * Moves a record from revision `from` (0: it is new) to `copy`. `writer` is a mark that nobody else has.
   * @returns false where somebody else did so first.
   */
  advance(
    place: RecordPlace,
    from: number,
    copy: StoredRecord,
    write: { readonly now: Date; readonly writer: string },
  ): Promise<boolean>;
  /** Every record that was ever written through Docket. */
  known(
    projectId: string,
    kind: string,
  ): Promise<readonly { readonly issueId: string; readonly copy: StoredRecord; readonly at: string }[]>;
}

export interface RecordPlace {
  readonly projectId: string;
  readonly kind: string;
  readonly issueId: string;
}

/** One change, for good: who, when, from what, to what, why. */
export interface AuditEntry extends RecordPlace {
  readonly at: string;
  readonly actor: string;
  readonly action: 'created' | 'attached' | 'edited' | 'moved';
  readonly from: StoredRecord | null;
  readonly to: StoredRecord;
  readonly reason: string | null;
}

export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  ofRecord(kind: string, issueId: string, limit: number): Promise<AuditEntry[]>;
}
