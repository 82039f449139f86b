import { isMentioned, keyWithoutPerson, mentionsOf, withoutPerson } from './mentions';

/** One row of Docket's storage, whatever it holds. */
export interface KeptRow {
  /** An entity's name, or `values` for what stands under plain keys. */
  readonly store: string;
  readonly key: string;
  readonly value: unknown;
}

/** Plain keys, which belong to no entity. */
export const VALUES = 'values';

/**
 * What an erasure does with a row that names the person.
 * `anonymised`: the fact stays, the person goes. `removed`: nothing but the person was in it.
 * `settings`, `record`: a human has to put somebody else there; a rule without its person would break unseen.
 * `busy`: a run is at work on it, which ends by itself.
 */
export type Effect = 'anonymised' | 'removed' | 'settings' | 'record' | 'busy';

export interface Outcome {
  readonly effect: Effect;
  /** What stands there afterwards; absent where the row stays as it is. */
  readonly next?: Pick<KeptRow, 'key' | 'value'>;
}

/** Tables of people by account id: the entry is all there is of them. */
const TABLES = /^(people|sight):\d+$|^channels$/;
/** What project and site admins have decided. */
const SETTINGS = /^(site-defaults$|register-settings:)/;

type Tree = Readonly<Record<string, unknown>>;
const treeOf = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};

/** True where the row, or its key, names the person. */
export const namesPerson = ({ key, value }: KeptRow, accountId: string): boolean =>
  isMentioned(key, accountId) || mentionsOf(value, accountId).length > 0;

/** What becomes of a row that names the person, with `erased` as the id that stands for nobody. */
export function eraseFrom(row: KeptRow, accountId: string, erased: string): Outcome {
  const { store, key, value } = row;
  if (store === 'project' || (store === VALUES && SETTINGS.test(key))) return { effect: 'settings' };
  if (store === VALUES && key === 'checkpoint') return { effect: 'busy' };
  if (store === 'ledger' && treeOf(value)['state'] === 'claimed') return { effect: 'busy' };
  if (store === VALUES && TABLES.test(key)) {
    const { [accountId]: _gone, ...others } = treeOf(value);
    return { effect: 'removed', next: { key, value: withoutPerson(others, accountId, erased) } };
  }
  if (store === VALUES && key.startsWith('sweep:'))
    return { effect: 'removed', next: { key, value: withoutLead(treeOf(value), accountId) } };
  if (store === 'record') return eraseFromRecord(row, accountId, erased);
  const next = {
    key: keyWithoutPerson(key, accountId, erased),
    value: withoutPerson(value, accountId, erased),
  };
  return { effect: 'anonymised', next };
}

/** A remembered lead is read again; a wrong one would be looked up in vain. */
const withoutLead = (memories: Tree, accountId: string): Tree =>
  Object.fromEntries(
    Object.entries(memories).map(([id, memory]) => {
      const lead = treeOf(treeOf(memory)['lead']);
      return [id, lead['accountId'] === accountId ? { ...treeOf(memory), lead: null } : memory];
    }),
  );

/**
 * The copy of a record has to be what stands in Jira to the letter, or the record counts as changed by somebody else:
 * who is named in it is named in Jira as well, and is replaced there by whoever keeps the register.
 */
function eraseFromRecord({ key, value }: KeptRow, accountId: string, erased: string): Outcome {
  const stored = treeOf(value);
  const { copy, pending, ...around } = treeOf(stored['row']);
  if (mentionsOf({ copy, pending }, accountId).length > 0) return { effect: 'record' };
  const row = { ...treeOf(withoutPerson(around, accountId, erased)), copy, pending };
  return { effect: 'anonymised', next: { key, value: { ...stored, row } } };
}
