import type { Fault, Faults } from '../faults';

/** One fault that a person may switch on: what it is called, and what it does. `amount` is the form's number. */
export interface FaultSwitch {
  readonly name: string;
  readonly label: string;
  readonly amount: { readonly label: string; readonly usual: number; readonly max: number };
  readonly fault: (amount: number) => Fault;
}

const RETRY_AFTER_SECONDS = 30;

export const FAULT_SWITCHES: readonly FaultSwitch[] = [
  {
    name: 'rate-limit',
    label: 'Jira answers 429',
    amount: { label: 'on the next calls', usual: 3, max: 100 },
    fault: (times) => ({
      effect: { type: 'status', status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS },
      matches: ({ kind }) => kind === 'jira',
      times,
    }),
  },
  {
    name: 'comment-fails',
    label: 'Adding a comment fails with 500',
    amount: { label: 'times', usual: 1, max: 100 },
    fault: (times) => ({
      effect: { type: 'status', status: 500 },
      matches: ({ operation }) => operation === 'addComment',
      times,
    }),
  },
  {
    name: 'crash',
    label: 'The function dies right after it added a comment',
    amount: { label: 'times', usual: 1, max: 10 },
    fault: (times) => ({
      effect: { type: 'crash', when: 'after' },
      matches: ({ operation }) => operation === 'addComment',
      times,
    }),
  },
  {
    name: 'confluence-down',
    label: 'Confluence cannot be reached',
    amount: { label: 'for the next calls', usual: 2, max: 100 },
    fault: (times) => ({ effect: { type: 'network' }, matches: ({ kind }) => kind === 'confluence', times }),
  },
  {
    name: 'latency',
    label: 'Every call takes longer, until it is reset',
    amount: { label: 'milliseconds', usual: 1500, max: 60_000 },
    fault: (milliseconds) => ({ effect: { type: 'latency', milliseconds } }),
  },
];

/** What was switched on since the last reset, in words, for the page. */
export interface SwitchedFaults {
  readonly lines: readonly string[];
  /** @returns false for a switch or an amount that does not exist. */
  turnOn(name: string, amount: number): boolean;
  reset(): void;
}

export function createSwitchedFaults(faults: Faults): SwitchedFaults {
  const lines: string[] = [];
  return {
    lines,
    turnOn(name, amount) {
      const found = FAULT_SWITCHES.find((candidate) => candidate.name === name);
      if (!found || !Number.isInteger(amount) || amount < 1 || amount > found.amount.max) return false;
      faults.add(found.fault(amount));
      lines.push(`${found.label}: ${amount} ${found.amount.label}`);
      return true;
    },
    reset() {
      faults.reset();
      lines.length = 0;
    },
  };
}
