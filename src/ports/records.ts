import type { StoredRecord } from '../domain/registers';

/** An issue that may carry a property of a register, as read from Jira: the property may hold anything. */
export interface FoundRecord {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly summary: string;
  /** Whether it has a security level, so that not everybody who browses the project sees it. */
  readonly restricted: boolean;
  /** `undefined` where the issue has no such property. */
  readonly property: unknown;
}

/** Issues of one page of a search, and where the next one begins. */
export interface FoundPage<T = FoundRecord> {
  readonly found: readonly T[];
  readonly next: string | null;
}

/** An issue with what it carries of several registers, by property key. */
export interface FoundRecords extends Omit<FoundRecord, 'property'> {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a new issue gets beside its record. */
export interface NewIssue {
  readonly summary: string;
  /** Name of an issue type; `null`: Task, or the first there is. */
  readonly issueType: string | null;
  readonly labels: readonly string[];
}

/** An issue that a record is linked to. */
export interface LinkedIssue {
  readonly issueKey: string;
  readonly projectId: string;
  readonly summary: string;
  readonly status: string;
  readonly done: boolean;
}

/** Records where they live: on issues, read and written with the rights of whoever asks. */
export interface Records {
  /** A page of the visible issues of the project whose property the search index knows, in the order of their keys. */
  indexed(
    projectId: string,
    propertyKey: string,
    indexedPath: string,
    next: string | null,
  ): Promise<FoundPage>;
  /**
   * A page of the visible issues of these projects that have one of these properties, at most five, as far as the
   * search index knows: one project after the other.
   */
  indexedIn(
    projectIds: readonly string[],
    propertyKeys: readonly string[],
    indexedPath: string,
    next: string | null,
  ): Promise<FoundPage<FoundRecords>>;
  /** The issues of the project whose record has this id, as far as the search index knows. */
  withId(projectId: string, propertyKey: string, id: string): Promise<FoundRecord[]>;
  /** How many there are, approximately; in these states, or in any. */
  count(projectId: string, propertyKey: string, states: readonly string[] | null): Promise<number>;
  /** These issues, as far as they are visible, at most 100. */
  read(issueIdsOrKeys: readonly string[], propertyKey: string): Promise<FoundRecord[]>;
  /** One issue with several properties, in their order. @throws AppError NOT_FOUND where it is out of sight */
  readAll(issueId: string, propertyKeys: readonly string[]): Promise<FoundRecord[]>;
  /** These issues for a list of links, at most 100; what is out of sight is left out. */
  linked(issueKeys: readonly string[]): Promise<LinkedIssue[]>;
  /** At most ten issues of the project whose key is the text, or whose summary has words that begin with it. */
  find(projectId: string, projectKey: string, text: string): Promise<LinkedIssue[]>;
  /** Names of the issue types that a record of the project could have. */
  issueTypes(projectId: string): Promise<readonly string[]>;
  /** A new issue with the property on it. @throws AppError FORBIDDEN, BAD_INPUT */
  create(
    projectId: string,
    issue: NewIssue,
    propertyKey: string,
    value: StoredRecord,
  ): Promise<{ readonly issueId: string; readonly issueKey: string }>;
  write(issueId: string, propertyKey: string, value: StoredRecord): Promise<void>;
}

export interface RecordPlace {
  readonly projectId: string;
  readonly kind: string;
  readonly issueId: string;
}

export type AuditAction =
  'created' | 'attached' | 'imported' | 'edited' | 'moved' | 'voted' | 'corrected' | 'happened' | 'restored';

/** One change, for good: who, when, from what, to what, why. */
export interface AuditEntry extends RecordPlace {
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly from: StoredRecord | null;
  readonly to: StoredRecord;
  readonly reason: string | null;
}

/** A record that is made of another one: its register, its id, and the number in it. */
export interface Spawned {
  readonly kind: string;
  readonly number: number;
  readonly id: string;
}

/** Docket's own copy of a record: what was good last, and who may write next. */
export interface RecordCopy extends RecordPlace {
  /** Exactly what was last written to Jira; `null` while the first is on its way. */
  readonly copy: StoredRecord | null;
  /** Who entered the record; `null` where it was there before Docket's first change to it. */
  readonly createdBy: string | null;
  /** A mark of whoever changed it last, which nobody else has. */
  readonly writer: string;
  /** A change that is on its way to Jira, or was when its writer died. */
  readonly pending: AuditEntry | null;
  readonly spawned: Spawned | null;
}

export interface RecordCopies {
  get(place: Pick<RecordPlace, 'kind' | 'issueId'>): Promise<RecordCopy | null>;
  /** Copies of what these registers have on one issue. */
  onIssue(kinds: readonly string[], issueId: string): Promise<RecordCopy[]>;
  /** Copies of the project's records on these issues, which may be any. */
  of(place: Omit<RecordPlace, 'issueId'>, issueIds: readonly string[]): Promise<RecordCopy[]>;
  /** Copies of the project's records after one issue and up to another, by number; `null`: from the first, to the last. */
  between(
    place: Omit<RecordPlace, 'issueId'>,
    after: string | null,
    upTo: string | null,
  ): Promise<RecordCopy[]>;
  /** Announces a change: `next` takes the place of `before`. @returns false where somebody else was first. */
  begin(before: RecordCopy | null, next: RecordCopy): Promise<boolean>;
  /**
   * The change is in Jira: the copy holds what the entry says, the audit has it, and the number that it took is used up, all at once.
   * `announced` is false for an issue that was made with its record.
   */
  settle(
    change: RecordCopy,
    entry: AuditEntry,
    options: { readonly announced: boolean; readonly claim: Claim | null },
  ): Promise<void>;
  /** Jira refused the change: `before` stands again. */
  withdraw(change: RecordCopy, before: RecordCopy | null): Promise<void>;
}

/** A number of a register, taken for a record that is about to be made. */
export interface Claim extends Omit<RecordPlace, 'issueId'> {
  readonly number: number;
  /** the number with the prefix of that moment. */
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  /** A mark that nobody else has. */
  readonly writer: string;
}

/** The history of records; `RecordCopies.settle` writes it. */
export interface Audit {
  /** Newest first. */
  ofRecord(kind: string, issueId: string, limit: number): Promise<AuditEntry[]>;
}
