import type { ConfiguredRegister, StoredRecord } from '../../domain/registers';
import type { Ids } from '../../ports/ids';
import type { Numbers } from '../../ports/counters';
import type { FoundRecord, RecordCopies, RecordCopy, Records } from '../../ports/records';
import type { ObligationDeps } from './refresh-obligations';

export interface ChangeDeps extends ObligationDeps {
  /** With the rights of the person who is present. */
  readonly records: Records;
  /** With the rights of Docket itself: whether a number is used up does not depend on who asks. */
  readonly bookkeeping: Pick<Records, 'withId'>;
  readonly copies: RecordCopies;
  readonly numbers: Numbers;
  readonly ids: Ids;
  readonly standing: Standings;
}

/** Who decides in a project where its settings name nobody. */
export interface Standings {
  of(projectId: string): Promise<{ readonly lead: string | null; readonly sponsor: string | null }>;
}

/** Who changes what, and where: actor and project come from the trusted context. */
export interface Change {
  readonly actor: string;
  readonly projectId: string;
  readonly register: ConfiguredRegister;
  readonly now: Date;
}

/** A record on its issue, with Docket's own copy of it. */
export interface Entry {
  readonly issue: FoundRecord;
  readonly record: StoredRecord;
  /** `null` for a record that Docket has never written. */
  readonly copy: RecordCopy | null;
}
