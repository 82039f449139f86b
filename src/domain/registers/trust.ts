import { say, type Text, type Words } from '../../words';
import { sameJson } from '../json';
import type { ConfiguredRegister } from './configure';
import { readRecord } from './record';
import type { StoredRecord } from './stored';
import { singularOf, stateOf } from './terms';

/** What Docket knows to have written: the last that is in Jira, and what may be on its way there. */
export interface Written {
  readonly copy: StoredRecord | null;
  readonly pending: { readonly to: StoredRecord } | null;
}

/** What stands on an issue, held against what Docket wrote. */
export type Reading =
  | { readonly is: 'absent' }
  /** `isApplied`: the change that was on its way has arrived. */
  | { readonly is: 'record'; readonly record: StoredRecord; readonly isApplied: boolean }
  | { readonly is: 'unreadable' | 'changedOutside'; readonly why: Text };

/**
 * Anybody with Edit Issues may write the property through REST: only what Docket wrote last counts. Where Docket has
 * written nothing, what can be read counts, less what nobody may say by hand: that it was approved.
 */
export function judge(register: ConfiguredRegister, property: unknown, written: Written | null): Reading {
  const { copy = null, pending = null } = written ?? {};
  if (property === undefined) {
    if (copy === null) return { is: 'absent' };
    return { is: 'changedOutside', why: say('registers.outside.deleted', { thing: singularOf(register) }) };
  }
  const read = readRecord(register, property);
  if (!read.ok) return { is: 'unreadable', why: read.refusal.message };
  const isApplied = pending !== null && sameJson(property, pending.to);
  if (isApplied || (copy !== null && sameJson(property, copy)))
    return { is: 'record', record: read.value, isApplied };
  if (copy === null) {
    const why = forgedApproval(register, read.value);
    return why === null ? { is: 'record', record: read.value, isApplied } : { is: 'changedOutside', why };
  }
  return { is: 'changedOutside', why: difference(read.value.revision, copy.revision) };
}

function difference(found: number, last: number): Words {
  if (found < last) return say('registers.outside.older', { found, last });
  if (found > last) return say('registers.outside.newer', { found, last });
  return say('registers.outside.other', { last });
}

/** Of a record that Docket never wrote no vote is known, so it can be in no state that only votes lead to. */
function forgedApproval(register: ConfiguredRegister, { state, approval }: StoredRecord): Words | null {
  const { approvals, initialState, lifecycle } = register;
  if (!approvals) return null;
  const reached = new Set([initialState]);
  for (const from of reached)
    for (const to of lifecycle[from]?.next ?? []) if (to !== approvals.waits) reached.add(to);
  if (reached.has(state) && approval === undefined) return null;
  return say('registers.outside.forged', {
    state: stateOf(register, state),
    first: stateOf(register, initialState),
  });
}
