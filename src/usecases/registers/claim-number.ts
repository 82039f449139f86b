import { judge } from '../../domain/registers';
import type { OpenNumber } from '../../ports/counters';
import type { AuditEntry, Claim, RecordCopy } from '../../ports/records';
import type { Change, ChangeDeps } from './deps';

/** Longer than anybody who has claimed a number can be at work: what is older was left by a crash. */
export const CLAIM_MS = 5 * 60_000;

/** Takes the next number of the register. */
export async function claimNumber(deps: ChangeDeps, change: Change): Promise<Claim> {
  const [claim] = await claimNumbers(deps, change, 1);
  return claim as Claim;
}

/**
 * Takes the next numbers of the register, in order. Those that were given back, or that a crash left without a record,
 * come first: ids have no gaps. Every step is decided by one conditional write, so that a number is never given twice.
 */
export async function claimNumbers(deps: ChangeDeps, change: Change, count: number): Promise<Claim[]> {
  const { numbers, ids } = deps;
  const { projectId, register, actor, now } = change;
  const claims: Claim[] = [];
  const claimOf = (number: number): Claim => ({
    projectId,
    kind: register.kind,
    number,
    id: `${register.settings.prefix}-${number}`,
    at: now.toISOString(),
    actor,
    writer: ids.next(),
  });
  if (count === 0) return claims;
  for (const open of await numbers.open(projectId, register.kind)) {
    if (claims.length === count) return claims;
    if (!(await isFree(deps, change, open))) continue;
    const claim = claimOf(open.number);
    if (await numbers.take(open, claim)) claims.push(claim);
  }
  const highest = await numbers.highest(projectId, register.kind);
  for (let number = highest + 1; claims.length < count; number += 1) {
    const claim = claimOf(number);
    if (await numbers.claim(claim)) claims.push(claim);
  }
  return claims;
}

/** Whether no record has the number, and nobody is making one. A record that a crash kept from settling it gets it. */
export async function isFree(deps: ChangeDeps, change: Change, open: OpenNumber): Promise<boolean> {
  if (open.state === 'free') return true;
  if (change.now.getTime() - Date.parse(open.at) < CLAIM_MS) return false;
  return (await recoverNumber(deps, change, open)) === null;
}

/** Settles a number that was left open if a record has it. @returns that record's issue */
export async function recoverNumber(
  { bookkeeping, copies, numbers }: ChangeDeps,
  { projectId, register }: Change,
  open: OpenNumber,
): Promise<string | null> {
  const [issue] = await bookkeeping.withId(projectId, register.propertyKey, open.id);
  if (!issue) return null;
  const { issueId } = issue;
  const copy = await copies.get({ kind: register.kind, issueId });
  const reading = judge(register, issue.property, copy);
  if (copy?.pending) await copies.settle(copy, copy.pending, { announced: true, claim: open });
  else if (copy || reading.is !== 'record') await numbers.settle(open, issueId);
  else {
    const place = { projectId, kind: register.kind, issueId };
    const { at, actor } = open;
    const entry: AuditEntry = {
      ...place,
      at,
      actor,
      action: 'created',
      from: null,
      to: reading.record,
      reason: null,
    };
    await copies.settle(madeCopy(entry, open), entry, { announced: false, claim: open });
  }
  return issueId;
}

/** The copy of a record that was made together with its issue. */
export const madeCopy = (entry: AuditEntry, { writer, actor }: Claim): RecordCopy => ({
  projectId: entry.projectId,
  kind: entry.kind,
  issueId: entry.issueId,
  copy: entry.to,
  createdBy: actor,
  writer,
  pending: null,
  spawned: null,
});
