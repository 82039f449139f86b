import {
  bundle,
  type Delivery,
  type Ended,
  type IntendedMessage,
  isEnded,
  itemName,
  type LiveCommitment,
  recheck,
  stageName,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import type { LedgerEntry } from '../../ports/ledger';
import { inParallel } from '../parallel';
import { add, type DeliverDeps, NOTHING, type Outcome, type ProjectContext } from './deps';
import type { Due } from './deliver';
import { CALLS, giveBack, sendAll, settle } from './send';
import { lookAgain } from './sights';
import type { Source } from './source';
import type { ProjectWorld } from './world';

/** Older than this, an item is read again between its claim and its comment. */
export const FRESH_MS = 30_000;

/** A message that this run alone may send. */
export interface Claim {
  readonly entry: LedgerEntry;
  readonly project: ProjectWorld;
  /** As the project was when the message was decided. */
  readonly context: ProjectContext;
  readonly source: Source;
  /** What it was decided on; `null` where another run decided it. */
  readonly read: { readonly item: LiveCommitment; readonly at: Date } | null;
}

/** Items as they stand now, by project and commitment. */
type LiveItems = ReadonlyMap<string, LiveCommitment | Ended>;

const itemKey = ({ project, entry }: Pick<Claim, 'project' | 'entry'>): string =>
  `${project.config.projectId} ${entry.commitmentId}`;

/** @returns the claims that are this run's; the other messages are some other run's. */
export async function claimAll(deps: DeliverDeps, due: readonly Due[]): Promise<Claim[]> {
  const claims: Claim[] = [];
  try {
    await inParallel(due, CALLS, async ({ message, project, source, readAt }) => {
      const entry = newEntry(deps, message);
      const read = readAt && { item: message.commitment, at: readAt };
      if (await deps.ledger.claim(entry))
        claims.push({ entry, project, context: project.context, source, read });
    });
  } catch (error) {
    // Nothing was sent yet. What cannot be given back either waits for its lease.
    await giveBack(
      deps,
      claims.map(({ entry }) => entry),
    ).catch(() => undefined);
    throw error;
  }
  return claims;
}

function newEntry({ clock, ids }: DeliverDeps, message: IntendedMessage): LedgerEntry {
  const decidedAt = clock.now().toISOString();
  const { commitment } = message;
  return {
    key: message.key,
    state: 'claimed',
    projectId: commitment.projectId,
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
    askedBy: message.askedBy?.accountId ?? null,
    itemUpdatedAt: commitment.updatedAt ?? null,
    claim: ids.next(),
  };
}

/**
 * The items as they are now: what was just read, or another reading where that has grown old. Claims on items that
 * their source cannot read now are given back, and left out.
 */
async function withLiveItems(
  deps: DeliverDeps,
  claims: readonly Claim[],
): Promise<{ readonly claims: readonly Claim[]; readonly live: LiveItems }> {
  const now = deps.clock.now().getTime();
  const live = new Map<string, LiveCommitment | Ended>();
  const old: Claim[] = [];
  for (const claim of claims) {
    if (claim.read && now - claim.read.at.getTime() <= FRESH_MS) live.set(itemKey(claim), claim.read.item);
    else old.push(claim);
  }
  const unread = new Set<Claim>(old);
  for (const [source, own] of groupBy(old, (claim) => claim.source)) {
    for (const [project, ofProject] of groupBy(own, (claim) => claim.project)) {
      const { projectId } = project.config;
      await source.guard([projectId], async () => {
        const items = await source.live(project, [
          ...new Set(ofProject.map(({ entry }) => entry.commitmentId)),
        ]);
        const present = [...items.values()].flatMap((item) => (isEnded(item) ? [] : [item]));
        await lookAgain(deps, present, project.context);
        for (const [id, item] of items) live.set(`${projectId} ${id}`, item);
        for (const claim of ofProject) unread.delete(claim);
      });
    }
  }
  await giveBack(
    deps,
    [...unread].map(({ entry }) => entry),
  );
  return { claims: claims.filter((claim) => !unread.has(claim)), live };
}

interface Ready {
  readonly claim: Claim;
  readonly message: IntendedMessage;
  readonly entry: LedgerEntry;
}

/** Sends what this run holds the claims of, after a last look at each item. */
export async function sendClaimed(deps: DeliverDeps, claimed: readonly Claim[]): Promise<Outcome> {
  const { claims, live } = await withLiveItems(deps, claimed);
  const ready: Ready[] = [];
  const ended: LedgerEntry[] = [];
  const released: string[] = [];
  for (const claim of claims) {
    const { entry, context } = claim;
    const item = live.get(itemKey(claim));
    const now = item && !isEnded(item) ? context.effective(item) : (item ?? null);
    const verdict = recheck(entry, now, context, deps.clock.now());
    if (verdict.do === 'release') released.push(entry.key);
    else if (verdict.do === 'withdraw') ended.push({ ...entry, state: 'withdrawn', why: verdict.why });
    else if (verdict.message.withheld !== undefined)
      ended.push({ ...entry, state: 'withheld', why: verdict.message.withheld });
    else ready.push({ claim, message: verdict.message, entry: entryOf(entry, verdict.message) });
  }
  await settle(deps, ended);
  if (released.length > 0) await deps.ledger.release(released);
  const withdrawn = ended.filter(({ state }) => state === 'withdrawn').length;
  const outcome = { ...NOTHING, withdrawn, withheld: ended.length - withdrawn };
  return ready.length > 0 ? add(outcome, await sendReady(deps, ready)) : outcome;
}

/** What was decided again may go to somebody else than was claimed. */
const entryOf = (entry: LedgerEntry, { recipient, local, why }: IntendedMessage): LedgerEntry => ({
  ...entry,
  recipient: recipient.accountId,
  local,
  why,
});

async function sendReady(deps: DeliverDeps, ready: readonly Ready[]): Promise<Outcome> {
  const readyOf = new Map(ready.map((one) => [one.message, one]));
  const contextOf = (message: IntendedMessage): ProjectContext =>
    (readyOf.get(message) as Ready).claim.context;
  const entriesOf = ({ messages, target }: Delivery): LedgerEntry[] =>
    messages
      .flatMap((message) => readyOf.get(message)?.entry ?? [])
      .map((entry) => ({ ...entry, target: { kind: target.kind, id: target.id } }));
  const deliveries = bundle([...readyOf.keys()], contextOf);
  return sendAll(
    deps,
    deliveries.map((delivery) => ({ delivery, entries: entriesOf(delivery) })),
  );
}
