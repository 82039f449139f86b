import { bundle, type Delivery, type IntendedMessage, isDigest } from '../../domain/commitments';
import { claimAll, sendClaimed } from './claims';
import { add, type DeliverDeps, NOTHING, type Outcome } from './deps';
import type { Held } from './held';
import { decideSeen } from './sights';
import type { Reading, Source } from './source';
import type { ProjectWorld } from './world';

/** A message that is due, with what it was decided on. */
export interface Due extends Pick<Reading, 'project' | 'readAt'> {
  readonly message: IntendedMessage;
  readonly source: Source;
}

/** About as many messages as are claimed at once, unless one comment carries more. */
export const SLICE = 50;
/**
 * What one comment may carry. Jira takes 32,767 characters of text, and 32,768 in the property that keeps the keys, at
 * up to 200 a message: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comment-properties/
 */
const MOST_IN_COMMENT = { messages: 100, characters: 25_000 };
/** What a message says beside the words of its item, at most. */
const SENTENCE = 150;

/**
 * Decides what was read, sends what no run has claimed before, and holds what belongs into a digest. What fails after
 * its claim stays claimed and is recovered when the lease is over.
 */
export async function deliver(
  deps: DeliverDeps,
  source: Source,
  readings: readonly Reading[],
  held: Held,
): Promise<Outcome> {
  const direct: Due[] = [];
  for (const { project, commitments, readAt } of readings) {
    const { context } = project;
    const intended = await decideSeen(deps, commitments.map(context.effective), context);
    const due = intended.map((message): Due => ({ message, project, source, readAt }));
    held.add(due.filter(({ message }) => isDigest(message, context)));
    direct.push(...due.filter(({ message }) => !isDigest(message, context)));
  }
  return (await sendDue(deps, direct)).outcome;
}

/**
 * Claim, re-check, send, settle, slice by slice, until `isOver`.
 * @returns what came of it, and what is left.
 */
export async function sendDue(
  deps: DeliverDeps,
  due: readonly Due[],
  isOver: () => boolean = () => false,
): Promise<{ readonly outcome: Outcome; readonly left: readonly Due[] }> {
  const slices = slicesOf(due);
  let outcome = NOTHING;
  for (const [index, slice] of slices.entries()) {
    if (isOver()) return { outcome, left: slices.slice(index).flat() };
    const claims = await claimAll(deps, slice);
    if (claims.length > 0) outcome = add(outcome, await sendClaimed(deps, claims));
  }
  return { outcome, left: [] };
}

/** In slices that split no comment: a digest, or a page with many owners, comes whole as far as it fits. */
function slicesOf(due: readonly Due[]): Due[][] {
  const dueOf = new Map(due.map((one) => [one.message, one]));
  const slices: Due[][] = [];
  const deliveries = bundle([...dueOf.keys()], (message) => contextIn(dueOf.get(message)?.project));
  for (const part of deliveries.flatMap(fitting)) {
    const own = part.flatMap((message) => dueOf.get(message) ?? []);
    const last = slices.at(-1);
    if (last && last.length + own.length <= SLICE) last.push(...own);
    else slices.push(own);
  }
  return slices;
}

const NO_DIGEST = { digestFor: new Set<string>(), digestTarget: null };
const contextIn = (project: ProjectWorld | undefined) => project?.context ?? NO_DIGEST;

/** The messages of one comment, in as many parts as Jira makes necessary. */
function fitting({ messages }: Delivery): IntendedMessage[][] {
  const parts: IntendedMessage[][] = [];
  let characters = 0;
  for (const message of messages) {
    const { summary, asked } = message.commitment;
    // What a record asks has a reason of its own in the last line.
    const size = summary.length + (asked ? 2 * SENTENCE : SENTENCE);
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
