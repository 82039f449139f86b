import type { LocalDate } from '../domain/calendar';
import type { Target } from '../domain/commitments';
import type { Text } from '../words';

export type LedgerState = 'claimed' | 'sent' | 'withdrawn' | 'withheld';

/** What is remembered of one message for good. */
export interface LedgerEntry {
  readonly key: string;
  readonly state: LedgerState;
  readonly projectId: string;
  /** The commitment, and where its comment goes. */
  readonly commitmentId: string;
  readonly target: Pick<Target, 'kind' | 'id'>;
  /** The key, or the page's title. */
  readonly item: string;
  readonly recipient: string;
  readonly stage: string;
  readonly dueDate: LocalDate;
  /** The rule that fired; for what was withdrawn or withheld, the reason. */
  readonly why: Text;
  /** Recipient's wall clock at the decision, YYYY-MM-DDTHH:MM. */
  readonly local: string;
  /** When it was decided first, and when the claim was made or last taken over. Instants, ISO 8601. */
  readonly decidedAt: string;
  readonly claimedAt: string;
  readonly settledAt: string | null;
  readonly commentId: string | null;
  /** Who asked for it by hand; `null`: the policy did. */
  readonly askedBy: string | null;
  /** When the item had last changed before this message was written, ISO instant; `null` where nothing says so. */
  readonly itemUpdatedAt: string | null;
  /** Names the claim, so that a run whose answer was lost can tell its own claim from another's. */
  readonly claim: string;
}

export interface Ledger {
  /** Creates the entry unless its key exists. @returns true where this claim is the one that stands. */
  claim(entry: LedgerEntry): Promise<boolean>;
  /** Takes over the claim `entry`, whose run has died, as `mine`. @returns false where another run was faster. */
  takeOver(entry: LedgerEntry, mine: LedgerEntry): Promise<boolean>;
  /**
   * Replaces entries that this run has claimed or taken over, each on its own: after a failure some may be replaced and
   * others not.
   */
  record(entries: readonly LedgerEntry[]): Promise<void>;
  /** Gives claims back, so that a later run can make them; after a failure some may be given back and others not. */
  release(keys: readonly string[]): Promise<void>;
  /** Claims of all projects made before `before` that nobody settled: their run has died. */
  expired(before: Date): Promise<LedgerEntry[]>;
  /** Which of these keys have an entry, whatever became of it. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these keys that have one. */
  get(keys: readonly string[]): Promise<LedgerEntry[]>;
  /** Newest first, at most `limit`. */
  ofProject(projectId: string, limit: number): Promise<LedgerEntry[]>;
  /** The same page by page. @param cursor `next` of the page before; `null` for the newest, and at the end. */
  pageOfProject(
    projectId: string,
    limit: number,
    cursor: string | null,
  ): Promise<{ readonly entries: LedgerEntry[]; readonly next: string | null }>;
  /** The same of one commitment; of an issue together with what its records asked. */
  ofCommitment(commitmentId: string, limit: number): Promise<LedgerEntry[]>;
}
