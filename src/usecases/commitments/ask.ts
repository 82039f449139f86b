import { localDate } from '../../domain/calendar';
import {
  type Commitment,
  escalatedAs,
  type IntendedMessage,
  isQuiet,
  ladderOf,
  messageKey,
  personOf,
  recipientOf,
  type Request,
} from '../../domain/commitments';
import { AppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { claimAll, sendClaimed } from '../follow-up/claims';
import { decideSeen } from '../follow-up/sights';
import type { Source } from '../follow-up/source';
import { say } from '../../words';
import { type Ground, groundOf, switchedOn } from './ground';
import { type ItemDeps, readItem, sourceOf, visibleSource } from './item';

/** What came of a message that somebody asked for. */
export interface Asked {
  /** `already`: it was sent or claimed before. `unknown`: the product did not answer, and the next runs look for it. */
  readonly outcome: 'done' | 'already' | 'withheld' | 'withdrawn' | 'unknown';
  /** As the ledger keeps it; `null` where it was given back. */
  readonly entry: LedgerEntry | null;
}

/** Who asks, of which project's which commitment: actor and project come from the trusted context. */
export interface Asking {
  readonly projectId: string;
  readonly actor: string;
  readonly commitmentId: string;
}

/**
 * Tells whoever owes it now, in the way of the hourly run: claim, re-check, send, settle. However many ask on one day,
 * one reminder is sent.
 *
 * @throws AppError NOT_FOUND, BAD_INPUT where there is nothing to remind of, or it is snoozed
 */
export async function remindNow(deps: ItemDeps, asking: Asking): Promise<Asked> {
  const ground = await groundFor(deps, asking);
  const { item, source } = await itemOf(deps, ground, asking);
  const { config, context } = ground.project;
  refuseQuiet(item, ground);
  const recipient = recipientOf(item, context.people);
  if (!recipient) throw new AppError('BAD_INPUT', say('problem.nobodyOwns'));
  const until = context.snoozedUntil(item);
  if (until !== null && localDate(context.now, recipient.zone) < until)
    throw new AppError('BAD_INPUT', say('problem.isSnoozed', { date: { date: until } }));
  const on = localDate(context.now, config.zone);
  return tell(deps, ground, { item, source, request: { kind: 'remind', on, by: byOf(ground, asking) } });
}

/**
 * Tells the lowest level of the chain that was never told, ahead of its day: the ladder does not tell it again.
 *
 * @throws AppError NOT_FOUND, BAD_INPUT where it is not late, or the whole chain has been told
 */
export async function escalateNow(deps: ItemDeps, asking: Asking): Promise<Asked> {
  const ground = await groundFor(deps, asking);
  const { item, source } = await itemOf(deps, ground, asking);
  const { context, config } = ground.project;
  refuseQuiet(item, ground);
  if (localDate(context.now, recipientOf(item, context.people)?.zone ?? config.zone) <= item.dueDate)
    throw new AppError('BAD_INPUT', say('problem.notLate', { date: { date: item.dueDate } }));
  const level = await nextLevel(deps, ground, escalatedAs(item));
  if (level === null) throw new AppError('BAD_INPUT', say('problem.chainTold'));
  const request: Request = { kind: 'escalate', level, by: byOf(ground, asking) };
  return tell(deps, ground, { item: escalatedAs(item), source, request });
}

async function groundFor(deps: ItemDeps, { projectId, actor }: Asking): Promise<Ground> {
  const ground = await groundOf(deps, await switchedOn(deps, projectId));
  await ground.people.look(deps.issues, [actor]);
  return ground;
}

/** The item as Docket itself reads it, once the person who asks was seen to see it. */
async function itemOf(
  deps: ItemDeps,
  ground: Ground,
  { commitmentId }: Asking,
): Promise<{ readonly item: Commitment; readonly source: Source }> {
  await readItem(visibleSource(deps, ground, commitmentId), ground, commitmentId);
  const source = sourceOf(deps, ground, commitmentId);
  return { item: await readItem(source, ground, commitmentId), source };
}

function refuseQuiet({ status }: Commitment, { project }: Ground): void {
  if (isQuiet(project.context.policy, status))
    throw new AppError('BAD_INPUT', say('problem.isQuiet', { status }));
}

function byOf({ people }: Ground, { actor }: Asking): Request['by'] {
  const by = people.get(actor);
  if (!by) throw new AppError('FORBIDDEN', say('problem.unknownAsker'));
  return by;
}

async function nextLevel(
  { ledger }: Pick<ItemDeps, 'ledger'>,
  { project: { context } }: Ground,
  item: Commitment,
): Promise<number | null> {
  const { people, policy } = context;
  const levels = ladderOf(policy, item).escalations.flatMap(({ day, to }, i) => {
    const stage = { kind: 'escalated' as const, level: i + 1, days: day, to };
    const key = messageKey(item.id, item.dueDate, stage);
    return personOf(to, item, people, policy) ? [{ level: stage.level, key }] : [];
  });
  const told = await ledger.known(levels.map(({ key }) => key));
  return levels.find(({ key }) => !told.has(key))?.level ?? null;
}

interface Telling {
  readonly item: Commitment;
  readonly source: Source;
  readonly request: Request;
}

async function tell(deps: ItemDeps, { project }: Ground, { item, source, request }: Telling): Promise<Asked> {
  const context = { ...project.context, requests: new Map([[item.id, request]]) };
  const [message] = await decideSeen(deps, [item], context);
  if (!message) return { outcome: 'withdrawn', entry: null };
  // What was just read counts as the re-check, as in a run.
  const due = { message, project: { ...project, context }, source, readAt: context.now };
  const claims = await claimAll(deps, [due]);
  if (claims.length === 0) return { outcome: 'already', entry: await entryOf(deps, message) };
  const { sent, withheld, unanswered } = await sendClaimed(deps, claims);
  const outcome = sent > 0 ? 'done' : withheld > 0 ? 'withheld' : unanswered > 0 ? 'unknown' : 'withdrawn';
  return { outcome, entry: await entryOf(deps, message) };
}

async function entryOf(
  { ledger }: Pick<ItemDeps, 'ledger'>,
  { key }: Pick<IntendedMessage, 'key'>,
): Promise<LedgerEntry | null> {
  return (await ledger.get([key]))[0] ?? null;
}
