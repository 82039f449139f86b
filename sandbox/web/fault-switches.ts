import type { Fault, Faults } from '../faults';

/** One fault that a person may switch on: what it is called, and what it does. `amount` is the form's number. */
export interface FaultSwitch {
  readonly name: string;
  readonly label: string;
  /** What happens, and what Docket is expected to do about it. */
  readonly does: string;
  readonly amount: { readonly label: string; readonly usual: number; readonly max: number };
  /** Without end: strikes until it is switched off. */
  readonly endless?: true;
  readonly fault: (amount: number) => Fault;
}

const RETRY_AFTER_SECONDS = 30;

export const FAULT_SWITCHES: readonly FaultSwitch[] = [
  {
    name: 'rate-limit',
    label: 'Jira answers 429',
    does: 'Jira asks for a pause of 30 seconds. Docket waits or comes back later, and sends nothing twice.',
    amount: { label: 'of the next Jira calls', usual: 3, max: 100 },
    fault: (times) => ({
      effect: { type: 'status', status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS },
      matches: ({ kind }) => kind === 'jira',
      times,
    }),
  },
  {
    name: 'comment-fails',
    label: 'A comment cannot be added',
    does: 'Jira answers 500 to the reminder. It stays claimed and goes out with a later run.',
    amount: { label: 'of the next comments', usual: 1, max: 100 },
    fault: (times) => ({
      effect: { type: 'status', status: 500 },
      matches: ({ operation }) => operation === 'addComment',
      times,
    }),
  },
  {
    name: 'crash',
    label: 'The app dies after a comment',
    does: 'The process ends before it can write down that the reminder is out. The next run finds the comment and sends no second one.',
    amount: { label: 'of the next comments', usual: 1, max: 10 },
    fault: (times) => ({
      effect: { type: 'crash', when: 'after' },
      matches: ({ operation }) => operation === 'addComment',
      times,
    }),
  },
  {
    name: 'confluence-down',
    label: 'Confluence cannot be reached',
    does: 'No answer at all. Pages are written later; what Jira alone can do goes on.',
    amount: { label: 'of the next Confluence calls', usual: 2, max: 100 },
    fault: (times) => ({ effect: { type: 'network' }, matches: ({ kind }) => kind === 'confluence', times }),
  },
  {
    name: 'storage-fails',
    label: 'Storage refuses to write',
    does: 'Forge storage answers 500. Nothing is sent that could not be claimed first.',
    amount: { label: 'of the next storage calls', usual: 5, max: 100 },
    fault: (times) => ({
      effect: { type: 'status', status: 500 },
      matches: ({ kind }) => kind === 'kvs',
      times,
    }),
  },
  {
    name: 'latency',
    label: 'Everything is slow',
    does: 'Every call takes this much longer, until it is switched off. Jobs stop in time and go on in a new run.',
    amount: { label: 'milliseconds a call', usual: 1500, max: 60_000 },
    endless: true,
    fault: (milliseconds) => ({ effect: { type: 'latency', milliseconds } }),
  },
];

/** A switch as it stands. */
export interface FaultView extends FaultSwitch {
  readonly isOn: boolean;
  /** How often it has struck since it was switched on. */
  readonly struck: number;
  /** What it was switched on with, or the usual amount. */
  readonly value: number;
}

export interface SwitchedFaults {
  views(): readonly FaultView[];
  /** Switches it on afresh. @returns false for a switch or an amount that does not exist. */
  turnOn(name: string, amount: number): boolean;
  /** @returns false for a switch that does not exist. */
  turnOff(name: string): boolean;
  reset(): void;
}

export function createSwitchedFaults(faults: Faults): SwitchedFaults {
  const on = new Map<string, { amount: number; struck: number; remove: () => void }>();
  const find = (name: string) => FAULT_SWITCHES.find((candidate) => candidate.name === name);
  const turnOff = (name: string): boolean => {
    on.get(name)?.remove();
    on.delete(name);
    return find(name) !== undefined;
  };
  return {
    views: () =>
      FAULT_SWITCHES.map((one) => {
        const { amount, struck } = on.get(one.name) ?? { amount: one.amount.usual, struck: 0 };
        const isOn = on.has(one.name) && (one.endless === true || struck < amount);
        return { ...one, isOn, struck, value: amount };
      }),
    turnOn(name, amount) {
      const found = find(name);
      if (!found || !Number.isInteger(amount) || amount < 1 || amount > found.amount.max) return false;
      turnOff(name);
      const { matches = () => true, ...fault } = found.fault(amount);
      const entry = { amount, struck: 0, remove: (): void => {} };
      entry.remove = faults.add({
        ...fault,
        // Asked only while the fault has strikes left, so each match is one.
        matches: (call) => {
          const strikes = matches(call);
          if (strikes) entry.struck += 1;
          return strikes;
        },
      });
      on.set(name, entry);
      return true;
    },
    turnOff,
    reset() {
      for (const name of on.keys()) turnOff(name);
    },
  };
}
