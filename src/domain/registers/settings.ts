import type { Ladder } from '../commitments';
import type { Band } from './score';
import type { Money } from './money';

/** The two sides of a rating. What a register calls them is in its definition. */
export type Axis = 'probability' | 'impact';

/** From the two steps of a rating to its score. */
export type ScoreRule =
  /** Step times step. */
  | { readonly method: 'product' }
  /** A figure for each step, lowest first, multiplied. */
  | {
      readonly method: 'numeric';
      readonly probability: readonly number[];
      readonly impact: readonly number[];
    }
  /** A score for each cell: rows by probability, columns by impact, lowest first. */
  | { readonly method: 'matrix'; readonly cells: readonly (readonly number[])[] };

export type ApprovalRule = 'all' | 'any' | { readonly quorum: number };

/** Who may decide on a change, up to what it costs in days and money; `null` is without limit. */
export interface Authority {
  readonly name: string;
  readonly upToDays: number | null;
  readonly upToMoney: Money | null;
  /** Account ids. Empty: the sponsor where that is its role, else the project lead. */
  readonly people: readonly string[];
  readonly role?: 'manager' | 'board' | 'sponsor' | undefined;
}

export interface ApprovalSettings {
  readonly rule: ApprovalRule;
  /** Whether an approver may decide on a request of their own. */
  readonly selfApproval: boolean;
  /** Lowest first: the first whose limits hold decides. */
  readonly authorities: readonly Authority[];
  /** Working days that an approval may wait before it is escalated. */
  readonly graceDays: number;
}

/** What a project decides about one of its registers. */
export interface RegisterSettings {
  /** Of the ids of its records: `R` gives. */
  readonly prefix: string;
  /** The words of the steps, lowest first; none where the register has no ratings. */
  readonly scales: Readonly<Record<Axis, readonly string[]>>;
  readonly rule: ScoreRule;
  /** Highest first. */
  readonly bands: readonly Band[];
  /** A score above it is escalated (ISO 31000:2018, 6.3.4: the risk that an organisation is ready to take). */
  readonly appetite: number | null;
  /** By band label: a record is looked at again after so many calendar days; `null` for never. */
  readonly cadence: Readonly<Record<string, number | null>>;
  /** Fields that this project needs beside those that every project does. */
  readonly required: readonly string[];
  /** Name of the issue type of new records; `null` leaves it to Docket. */
  readonly issueType: string | null;
  readonly labels: readonly string[];
  /** When people are told of what a record asks of them. */
  readonly ladder: Ladder;
  readonly approval: ApprovalSettings;
}

/** How many of these approvers must approve: a quorum larger than the group is the whole group. */
export function votesNeeded(rule: ApprovalRule, approvers: number): number {
  if (rule === 'any') return Math.min(1, approvers);
  return rule === 'all' ? approvers : Math.min(rule.quorum, approvers);
}
