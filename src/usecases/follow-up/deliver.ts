import {
  bundle,
  type Commitment,
  type Delivery,
  type IntendedMessage,
  itemName,
  type LiveCommitment,
  recheck,
  stageName,
} from '../../domain/commitments';
import type { LedgerEntry } from '../../ports/ledger';
import { inParallel } from '../parallel';
import { add, type FollowUpDeps, NOTHING, type Outcome, type ProjectContext } from './deps';
import { CALLS, giveBack, sendAll, settle } from './send';
import { decideSeen, lookAgain } from './sights';

export type DeliverDeps = Pick<
  FollowUpDeps,
  'clock' | 'ids' | 'log' | 'issues' | 'ledger' | 'messenger' | 'visibility'
>;

/** What was read, and when: it counts as the re-check while it is this fresh. */
export interface Reading {
  readonly commitments: readonly Commitment[];
  readonly readAt: Date;
}

/** Older than this, an item is read again between its claim and its comment. */
const FRESH_MS = 30_000;
/** About as many messages as are claimed at once, unless one comment carries more. */
export const SLICE = 50;
/**
 * What one comment may carry. Jira takes 32,767 characters of text, and 32,768 in the property that keeps the keys, at
 * up to 200 a message: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comment-properties/
 */
const MOST_IN_COMMENT = { messages: 100, characters: 25_000 };
/** What a message says beside the words of its item, at most. */
const SENTENCE = 150;

interface Ready {
  readonly message: IntendedMessage;
  readonly entry: LedgerEntry;
}

/**
 * Decide, claim, re-check, send, settle: for each message that no run has claimed before. What fails after its claim
 * stays claimed and is recovered when the lease is over.
 */
export async function deliver(
  deps: DeliverDeps,
  { commitments, readAt }: Reading,
  context: ProjectContext,
): Promise<Outcome> {
  const intended = await decideSeen(deps, commitments.map(context.effective), context);
  let outcome = NOTHING;
  for (const slice of slicesOf(intended, context)) {
    const claimed = await claimAll(deps, slice, context.projectId);
    if (claimed.length === 0) continue;
    const live = await liveItems(deps, slice, claimed, readAt, context);
    outcome = add(outcome, await sendClaimed(deps, claimed, live, () => context));
  }
  return outcome;
}

/** Messages in slices that split no comment: a digest, or a page with many owners, comes whole as far as it fits. */
function slicesOf(messages: readonly IntendedMessage[], context: ProjectContext): IntendedMessage[][] {
  const slices: IntendedMessage[][] = [];
  for (const part of bundle(messages, context).flatMap(fitting)) {
    const last = slices.at(-1);
    if (last && last.length + part.length <= SLICE) last.push(...part);
    else slices.push([...part]);
  }
  return slices;
}

/** The messages of one comment, in as many parts as Jira makes necessary. */
function fitting({ messages }: Delivery): IntendedMessage[][] {
  const parts: IntendedMessage[][] = [];
  let characters = 0;
  for (const message of messages) {
    const size = message.commitment.summary.length + SENTENCE;
    const last = parts.at(-1);
    characters += size;
    if (last && last.length < MOST_IN_COMMENT.messages && characters <= MOST_IN_COMMENT.characters)
      last.push(message);
    else {
      parts.push([message]);
      characters = size;
    }
  }
  return parts;
}

async function claimAll(
  deps: DeliverDeps,
  messages: readonly IntendedMessage[],
  projectId: string,
): Promise<LedgerEntry[]> {
  const claimed: LedgerEntry[] = [];
  try {
    await inParallel(messages, CALLS, async (message) => {
      const entry = newEntry(deps, projectId, message);
      if (await deps.ledger.claim(entry)) claimed.push(entry);
    });
  } catch (error) {
    // Nothing was sent yet. What cannot be given back either waits for its lease.
    await giveBack(deps, claimed).catch(() => undefined);
    throw error;
  }
  return claimed;
}

function newEntry({ clock, ids }: DeliverDeps, projectId: string, message: IntendedMessage): LedgerEntry {
  const decidedAt = clock.now().toISOString();
  const { commitment } = message;
  return {
    key: message.key,
    state: 'claimed',
    projectId,
    commitmentId: commitment.id,
    target: { kind: commitment.target.kind, id: commitment.target.id },
    item: itemName(commitment),
    recipient: message.recipient.accountId,
    stage: stageName(message.stage),
    dueDate: commitment.dueDate,
    why: message.why,
    local: message.local,
    decidedAt,
    claimedAt: decidedAt,
    settledAt: null,
    commentId: null,
    claim: ids.next(),
  };
}

/** The items as they are now: what was just read, or another reading where that has grown old. */
async function liveItems(
  deps: DeliverDeps,
  messages: readonly IntendedMessage[],
  claimed: readonly LedgerEntry[],
  readAt: Date,
  context: ProjectContext,
): Promise<ReadonlyMap<string, LiveCommitment>> {
  if (deps.clock.now().getTime() - readAt.getTime() <= FRESH_MS) {
    return new Map(messages.map(({ commitment }) => [commitment.id, commitment]));
  }
  const live = await deps.issues.live([...new Set(claimed.map(({ commitmentId }) => commitmentId))]);
  await lookAgain(deps, live.values(), context);
  return live;
}

/** Sends what this run holds the claims of, after a last look at each item. */
export async function sendClaimed(
  deps: DeliverDeps,
  claimed: readonly LedgerEntry[],
  live: ReadonlyMap<string, LiveCommitment>,
  contextOf: (entry: LedgerEntry) => ProjectContext,
): Promise<Outcome> {
  const ready: Ready[] = [];
  let outcome = NOTHING;
  for (const entry of claimed) {
    const verdict = recheck(entry, liveOf(live, entry, contextOf(entry)), contextOf(entry), deps.clock.now());
    if (verdict.do === 'send') {
      const { message } = verdict;
      if (message.withheld !== undefined) {
        await settle(deps, [entry], { state: 'withheld', why: message.withheld });
        outcome = add(outcome, { ...NOTHING, withheld: 1 });
        continue;
      }
      ready.push({
        message,
        entry: { ...entry, recipient: message.recipient.accountId, local: message.local, why: message.why },
      });
    } else if (verdict.do === 'withdraw') {
      await deps.ledger.record({
        ...entry,
        state: 'withdrawn',
        why: verdict.why,
        settledAt: deps.clock.now().toISOString(),
      });
      outcome = add(outcome, { ...NOTHING, withdrawn: 1 });
    } else {
      await deps.ledger.release(entry.key);
    }
  }
  const [first] = claimed;
  if (ready.length === 0 || !first) return outcome;
  const entryOf = new Map(ready.map(({ message, entry }) => [message.key, entry]));
  const deliveries = bundle(
    ready.map(({ message }) => message),
    contextOf(first),
  );
  const sent = await sendAll(
    deps,
    deliveries.map((delivery) => ({ delivery, entries: entriesOf(delivery, entryOf) })),
  );
  return add(outcome, sent);
}

/** The claims of what a comment carries, with the place where it is written. */
function entriesOf({ messages, target }: Delivery, entryOf: ReadonlyMap<string, LedgerEntry>): LedgerEntry[] {
  return messages
    .flatMap(({ key }) => entryOf.get(key) ?? [])
    .map((entry) => ({ ...entry, target: { kind: target.kind, id: target.id } }));
}

function liveOf(
  live: ReadonlyMap<string, LiveCommitment>,
  { commitmentId }: LedgerEntry,
  { effective }: ProjectContext,
): LiveCommitment | null {
  const item = live.get(commitmentId);
  return item ? effective(item) : null;
}
