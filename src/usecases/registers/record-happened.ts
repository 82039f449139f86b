import { type ConfiguredRegister, handedOn, moveRecord, newRecord } from '../../domain/registers';
import { AppError, isAppError } from '../../errors';
import type { Spawned } from '../../ports/records';
import { say } from '../../words';
import { claimNumber, isFree } from './claim-number';
import { createNumbered } from './create-record';
import type { Change, ChangeDeps, Entry } from './deps';
import { findRecord } from './find-record';
import { accepted, changedMeanwhile, type Edit, readable, writeRecord } from './write-record';

/** The record that happened, and the one that was made of it. */
export interface Happening {
  readonly happened: Entry;
  readonly made: Entry;
}

/**
 * Moves a record to the state that says it happened, and makes a record of the other register that links back to it.
 * The number of the new one is kept with the old one, so that asking again, after a failure or a double click, ends
 * with the same one.
 *
 * @param target the register that gets the new record
 * @throws AppError BAD_INPUT where a record of this register cannot happen, or not from its state; CONFLICT
 */
export async function recordHappened(
  deps: ChangeDeps,
  change: Change,
  target: ConfiguredRegister,
  seen: Edit,
  given: { readonly summary: string | null; readonly values: Readonly<Record<string, unknown>> },
): Promise<Happening> {
  const making = { ...change, register: target };
  const before = await readable(deps, change, await findRecord(deps, change, seen.issueId));
  const made = await madeBefore(deps, making, before, change.register.happened?.link ?? '');
  if (made) return { happened: before, made };
  const isThere = before.record.state === change.register.happened?.state;
  if (!isThere && before.record.revision !== seen.revision) throw changedMeanwhile(before);
  const values = {
    ...handedOn(change.register, target, before.record.values, before.issue.issueKey),
    ...given.values,
  };
  accepted(newRecord(target, values, change.now));
  const claim = await claimNumber(deps, making);
  const { number, id } = claim;
  const spawned = { kind: target.kind, number, id };
  const happened = await moved(deps, change, before, seen.reason, spawned).catch(async (error: unknown) => {
    await deps.numbers.free(claim);
    throw error;
  });
  const summary = given.summary ?? happened.issue.summary;
  return {
    happened,
    made: await createNumbered(deps, making, { summary, values }, claim).catch(halfDone(happened)),
  };
}

/** The first step stands although the second failed: whoever asked is told, and may ask again. */
const halfDone =
  ({ issue }: Entry) =>
  (error: unknown): never => {
    if (!isAppError(error)) throw error;
    const message = say('problem.happenedInPart', { key: issue.issueKey, why: error.words });
    throw new AppError(error.code, message, { cause: error });
  };

async function moved(
  deps: ChangeDeps,
  change: Change,
  before: Entry,
  reason: string | null,
  spawned: Spawned,
): Promise<Entry> {
  const { register, actor, now } = change;
  const standing = { actor, createdBy: null, lead: null, sponsor: null };
  const to = register.happened?.state ?? '';
  const record =
    before.record.state === to
      ? { ...before.record, revision: before.record.revision + 1, updatedAt: now.toISOString() }
      : accepted(moveRecord(register, before.record, to, standing, now));
  return writeRecord(deps, change, before, { action: 'happened', record, reason, spawned });
}

/** The record that an earlier call made, if it got so far. @throws AppError CONFLICT while that call may be at work */
async function madeBefore(
  deps: ChangeDeps,
  making: Change,
  { issue: source, copy: sourceCopy }: Entry,
  link: string,
): Promise<Entry | null> {
  const spawned = sourceCopy?.spawned;
  if (!spawned) return null;
  const { projectId, register } = making;
  const open = (await deps.numbers.open(projectId, register.kind)).find(
    ({ number }) => number === spawned.number,
  );
  const isOpen = open !== undefined && (await isFree(deps, making, open));
  const issueId = await deps.numbers.holder(projectId, register.kind, spawned.number);
  if (issueId === null) {
    if (isOpen || open === undefined) return null;
    throw new AppError('CONFLICT', say('problem.beingMade', { id: spawned.id }));
  }
  const { issue, copy, reading } = await findRecord(deps, making, issueId);
  // A number that was given back may have gone to another record since.
  if (reading.is !== 'record') return null;
  const links = reading.record.values[link];
  const isOurs = Array.isArray(links) && links.includes(source.issueKey);
  return isOurs ? { issue, record: reading.record, copy } : null;
}
