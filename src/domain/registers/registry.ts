import { joined, term, type Text } from '../../words';
import { assumption } from './assumption';
import { change } from './change';
import { decision } from './decision';
import type { DueRule, Register } from './define';
import { dependency } from './dependency';
import { issue } from './issue';
import { risk } from './risk';

const entered: Register[] = [];

/** Every register there is. A new one is one file and one line below. */
export const REGISTERS: readonly Register[] = entered;

for (const register of [risk, issue, change, decision, assumption, dependency]) enterRegister(register);

/**
 * Adds a register; whatever is derived from the registers takes it in.
 *
 * @throws Error where it takes the kind, the prefix or an alias of another: a programming fault
 */
export function enterRegister(register: Register): Register {
  const words = namesOf(register);
  for (const other of entered) {
    const shared = namesOf(other).find((name) => words.includes(name));
    if (shared !== undefined)
      throw new Error(`The registers ${other.kind} and ${register.kind} both take the ${shared}.`);
  }
  entered.push(register);
  return register;
}

/** JQL reads aliases whatever their case. */
function namesOf({ kind, defaults, index }: Register): string[] {
  return [
    `kind ${kind}`,
    `prefix ${defaults.prefix}`,
    ...index.map(({ alias }) => `alias ${alias.toLowerCase()}`),
  ];
}

/** The register of a kind; `undefined` for any other word. */
export const registerOfKind = (kind: string): Register | undefined =>
  REGISTERS.find((register) => register.kind === kind);

/** "Decision, CR-3", as an obligation with this id calls what it asks for; news have English words alone. */
export function ruleInWords(obligationId: string, rule: string): Text {
  const ask = askOf(obligationId);
  const label = ask?.rule.label ?? '';
  if (!ask || !rule.startsWith(`${label}, `)) return rule;
  const what = term(`registerWords.${ask.kind}.due.${ask.rule.key}`, label);
  return joined([what, rule.slice(label.length)], '');
}

/** What an obligation's id says: the record, and the rule of its register by which it is asked; `null` for anything else. */
export function askOf(
  obligationId: string,
): { readonly issueId: string; readonly kind: string; readonly rule: DueRule } | null {
  const [, issueId, kind, key] = /^record:(\d+):(\w+):(.+)$/.exec(obligationId) ?? [];
  const rule = kind === undefined ? undefined : registerOfKind(kind)?.due?.find((one) => one.key === key);
  return issueId !== undefined && kind !== undefined && rule ? { issueId, kind, rule } : null;
}
