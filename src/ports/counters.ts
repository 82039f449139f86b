import type { Claim } from './records';

/** A number that no record has settled: under way, given back, or left behind by a crash. */
export interface OpenNumber extends Claim {
  /** `claimed`: its writer may be at work. `free`: given back. */
  readonly state: 'claimed' | 'free';
}

/** A number that was taken at some time, and the issue whose record has it. */
export interface TakenNumber extends Claim {
  readonly state: 'claimed' | 'free' | 'settled';
  readonly issueId: string | null;
}

/** The numbers of a project's registers: each is one row, so that none is given twice and none is lost. */
export interface Numbers {
  /** What is open, lowest first. */
  open(projectId: string, kind: string): Promise<OpenNumber[]>;
  /** The highest number that was ever taken; 0 for none. */
  highest(projectId: string, kind: string): Promise<number>;
  /** Takes a number that was never taken. @returns false where somebody else has it. */
  claim(claim: Claim): Promise<boolean>;
  /** Takes an open number over. @returns false where somebody else was first. */
  take(open: OpenNumber, claim: Claim): Promise<boolean>;
  /** Gives it back: no record has it. */
  free(claim: Claim): Promise<void>;
  /** Every register of every project that has given its first number, and so may have records. */
  inUse(): Promise<Pick<Claim, 'projectId' | 'kind'>[]>;
  /** The issue whose record has the number; `null` where it is open or unknown. */
  holder(projectId: string, kind: string, number: number): Promise<string | null>;
  /** Who took these numbers, as far as anybody did. */
  taken(projectId: string, kind: string, numbers: readonly number[]): Promise<TakenNumber[]>;
  /** The number belongs to the record on this issue, which a crash had left without it. */
  settle(open: OpenNumber, issueId: string): Promise<void>;
}
