import { createHash } from 'node:crypto';
import { groupBy } from '../group-by';
import type { Person, Target } from './commitment';
import type { IntendedMessage } from './decide';
import { stageName } from './stage';

/** One comment: where it is written, and the messages that it carries, with what each is remembered as. */
export interface Delivery {
  readonly target: Target;
  readonly messages: readonly IntendedMessage[];
}

/** How one project wants its messages bundled. */
export interface Bundling {
  /** People who want one comment a day instead of one an item. */
  readonly digestFor: ReadonlySet<string>;
  /** Where those comments go; `null`: nowhere, so that everybody gets each item. */
  readonly digestTarget: Target | null;
}

/** True for a message that waits for its recipient's digest. */
export const isDigest = (
  { recipient }: { readonly recipient: Pick<Person, 'accountId'> },
  { digestFor, digestTarget }: Bundling,
): boolean => digestTarget !== null && digestFor.has(recipient.accountId);

/**
 * Messages as comments, each bundled as its own project wants. One recipient is told once on an issue, however many
 * messages there are; a page gets one comment that names each owner; a digest is one comment with all that one person is
 * told, of whatever project.
 */
export function bundle(
  messages: readonly IntendedMessage[],
  bundlingOf: (message: IntendedMessage) => Bundling,
): Delivery[] {
  const placed = messages.map((message) => {
    const { commitment, recipient } = message;
    const bundling = bundlingOf(message);
    const digest = isDigest(message, bundling) ? bundling.digestTarget : null;
    const target = digest ?? commitment.target;
    const perPerson = digest !== null || target.kind === 'issue';
    const kind = digest ? 'digest' : target.kind;
    return { message, target, key: `${kind} ${target.id} ${perPerson ? recipient.accountId : ''}` };
  });
  return [...groupBy(placed, ({ key }) => key).values()].map((group) => ({
    target: (group[0] as (typeof placed)[number]).target,
    messages: group.map(({ message }) => message),
  }));
}

/** Where a comment keeps the keys of the messages that it carries. */
export const MESSAGE_PROPERTY = 'docket.message';

/** The value of that property. */
export interface MessageMark {
  readonly v: 1;
  readonly messages: readonly {
    readonly key: string;
    readonly recipient: string;
    readonly stage: string;
    readonly dueDate: string;
  }[];
}

export function markOf({ messages }: Delivery): MessageMark {
  return {
    v: 1,
    messages: messages.map(({ key, recipient, stage, commitment }) => ({
      key,
      recipient: recipient.accountId,
      stage: stageName(stage),
      dueDate: commitment.dueDate,
    })),
  };
}

/**
 * What a message is recognised by in a text that people read: short, and the same for the same key. Two messages of one
 * page share it with a chance of one in four thousand million.
 */
export function referenceOf(key: string): string {
  return `Ref ${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}

/** The people whom a delivery mentions, each with their messages, in the order they come. */
export function byRecipient(
  messages: readonly IntendedMessage[],
): { recipient: Person; messages: IntendedMessage[] }[] {
  return [...groupBy(messages, ({ recipient }) => recipient.accountId).values()].map((own) => ({
    recipient: (own[0] as IntendedMessage).recipient,
    messages: own,
  }));
}

/** True where the comment stands on another item than the message is about: then the item has to be named. */
export const isElsewhere = (delivery: Delivery, { commitment }: IntendedMessage): boolean =>
  delivery.target.kind !== commitment.target.kind || delivery.target.id !== commitment.target.id;
