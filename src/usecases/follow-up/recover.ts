import { isDigest, type Person, type Request, requestOf } from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { isAppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { inParallel } from '../parallel';
import { type Claim, sendClaimed } from './claims';
import { SLICE } from './deliver';
import { add, type DeliverDeps, type FollowUpDeps, NOTHING, type Outcome } from './deps';
import type { People } from './people';
import { CALLS, settle } from './send';
import type { Source } from './source';
import type { ProjectWorld, World } from './world';

/** A claim older than this has no living run behind it: no consumer of ours may run as long. */
export const LEASE_MS = 15 * 60_000;
/** How much earlier than its claim a comment may be dated: the product's clock is not ours. */
const SKEW_MS = 60_000;

/** A claim whose run has died. */
interface Dead {
  readonly entry: LedgerEntry;
  readonly project: ProjectWorld;
}

/**
 * Ends what dead runs left behind in all projects: a claim whose comment stands is settled, one without is sent now if
 * its day, on its recipient's calendar, is not over. Each is taken over first, so that two runs cannot both send. Once
 * `isOver`, the rest is left to the next run.
 */
export async function recoverClaims(
  deps: DeliverDeps & Pick<FollowUpDeps, 'issues'>,
  { projects, backlogs, people }: World,
  sources: readonly Source[],
  isOver: () => boolean,
): Promise<Outcome> {
  const before = new Date(deps.clock.now().getTime() - LEASE_MS);
  const byId = new Map(projects.map((project) => [project.config.projectId, project]));
  // What belongs to a project that is switched off, or out of sight, waits until it is there again.
  const dead = (await deps.ledger.expired(before)).flatMap((entry): Dead[] => {
    const project = byId.get(entry.projectId);
    return project ? [{ entry, project }] : [];
  });
  await backlogs.load(dead.map(({ entry }) => entry.projectId));
  await people.look(
    deps.issues,
    dead.flatMap(({ entry }) => entry.askedBy ?? []),
  );
  let outcome = NOTHING;
  for (const source of sources) {
    for (const slice of slicesOf(dead.filter(({ entry }) => source.owns(entry.commitmentId)))) {
      if (isOver()) return outcome;
      await source.guard([...new Set(slice.map(({ entry }) => entry.projectId))], async () => {
        outcome = add(outcome, await recoverSlice(deps, people, source, slice));
      });
    }
  }
  return outcome;
}

/** What was to be one comment stays together. */
function slicesOf(dead: readonly Dead[]): Dead[][] {
  const slices: Dead[][] = [];
  for (const together of groupBy(dead, placeOf).values()) {
    const last = slices.at(-1);
    if (last && last.length + together.length <= SLICE) last.push(...together);
    else slices.push(together);
  }
  return slices;
}

function placeOf({ entry: { recipient, target }, project: { context } }: Dead): string {
  const digest = isDigest({ recipient: { accountId: recipient } }, context) ? context.digestTarget : null;
  return digest ? `${digest.kind} ${digest.id} ${recipient}` : `${target.kind} ${target.id}`;
}

/** What somebody asked for is asked for still. */
function requestsIn(
  { commitmentId, stage, askedBy }: LedgerEntry,
  people: People,
): { readonly requests: ReadonlyMap<string, Request> } {
  const request = requestOf(stage, askedBy === null ? null : (people.get(askedBy) ?? somebody(askedBy)));
  return { requests: new Map(request ? [[commitmentId, request]] : []) };
}

/** Whoever is gone since still has asked. */
const somebody = (accountId: string): Person => ({
  accountId,
  displayName: 'Somebody',
  zone: 'UTC',
  active: false,
});

async function recoverSlice(
  deps: DeliverDeps,
  people: People,
  source: Source,
  dead: readonly Dead[],
): Promise<Outcome> {
  const found: LedgerEntry[] = [];
  const unsent: Claim[] = [];
  let unanswered = 0;
  await inParallel(dead, CALLS, async ({ entry, project }) => {
    const mine = { ...entry, claimedAt: deps.clock.now().toISOString(), claim: deps.ids.next() };
    if (!(await deps.ledger.takeOver(entry, mine))) return;
    const commentId = await findComment(deps, project, entry);
    if (commentId === undefined) unanswered += 1;
    else if (commentId !== null) found.push({ ...mine, state: 'sent', commentId });
    else {
      const context = { ...project.context, now: new Date(entry.decidedAt), ...requestsIn(entry, people) };
      unsent.push({ entry: mine, project, context, source, read: null });
    }
  });
  await settle(deps, found);
  const outcome = { ...NOTHING, sent: found.length, unanswered };
  if (unsent.length === 0) return outcome;
  return add(outcome, await sendClaimed(deps, unsent));
}

/**
 * The comment may stand on the item itself or where digests go. `undefined` where the product does not say: the claim
 * stays, and one item without an answer does not stop the others.
 */
async function findComment(
  { messenger, log }: DeliverDeps,
  { config: { digestTarget } }: ProjectWorld,
  { target, key, decidedAt }: LedgerEntry,
): Promise<string | null | undefined> {
  const since = new Date(Date.parse(decidedAt) - SKEW_MS);
  try {
    const onItem = await messenger.find(target, key, since);
    return onItem ?? (digestTarget ? await messenger.find(digestTarget, key, since) : null);
  } catch (error) {
    if (!isAppError(error) || error.code === 'RATE_LIMITED') throw error;
    log.warn('no answer about a lost message', { code: error.code });
    return undefined;
  }
}
