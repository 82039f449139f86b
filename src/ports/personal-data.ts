import type { KeptRow } from '../domain/privacy';

/** A row with the time at which the platform deletes it, if it does. */
export interface FoundRow extends KeptRow {
  readonly expiresAt: string | null;
}

/** All of Docket's storage, row by row: for questions about a person, who may stand anywhere. */
export interface PersonalData {
  /** Every part of the storage, in the order in which it is gone through. */
  readonly stores: readonly string[];
  /** One page of a part. `next` goes on from there, within minutes. */
  page(
    store: string,
    after: string | null,
  ): Promise<{ readonly rows: FoundRow[]; readonly next: string | null }>;
  /** Puts another row in its place. @returns false where somebody has written it since */
  replace(row: FoundRow, next: Pick<KeptRow, 'key' | 'value'>): Promise<boolean>;
}

/** What Atlassian says of accounts that it was told of. */
export interface AccountReports {
  /** @returns the ids of accounts that were closed since: what is kept of them has to be erased */
  report(accounts: readonly { readonly accountId: string; readonly updatedAt: string }[]): Promise<string[]>;
}

export interface ErasedCounts {
  readonly anonymised: number;
  readonly removed: number;
}

/** What a human has to change, since Docket must not. */
export interface StillNamed {
  readonly store: string;
  readonly key: string;
  readonly effect: 'settings' | 'record' | 'busy';
}

/** One person's erasure: the record of it, and how far it is. */
export interface Erasure {
  /** What stands in the account id's place. */
  readonly id: string;
  /** `null` once it has come to its end. */
  readonly accountId: string | null;
  /** The admin who asked for it; `null` where Atlassian reported the account as closed. */
  readonly by: string | null;
  readonly requestedAt: string;
  readonly state: 'running' | 'done' | 'cancelled';
  /** Where it goes on: the part of the storage, and the place in it. */
  readonly store: number;
  readonly after: string | null;
  /** How often it has gone through everything. */
  readonly passes: number;
  readonly counts: ErasedCounts;
  /** Of the present pass. */
  readonly still: readonly StillNamed[];
  readonly endedAt: string | null;
  /** A mark of whoever changed it last, which nobody else has. */
  readonly writer: string;
}

export interface Erasures {
  get(id: string): Promise<Erasure | null>;
  /** Newest first. */
  all(): Promise<Erasure[]>;
  /** @returns false where there is one of this id */
  create(erasure: Erasure): Promise<boolean>;
  /** Puts `next` in the place of `before`. @returns false where somebody else was first */
  replace(before: Erasure, next: Erasure): Promise<boolean>;
}
