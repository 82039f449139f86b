import { createHash } from 'node:crypto';
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

/**
 * Messages as comments. One recipient is told once on an issue, however many messages there are; a page gets one
 * comment that names each owner; a digest is one comment with all that one person is told.
 */
export function bundle(
  messages: readonly IntendedMessage[],
  { digestFor, digestTarget }: Bundling,
): Delivery[] {
  const deliveries = new Map<string, { target: Target; messages: IntendedMessage[] }>();
  for (const message of messages) {
    const { commitment, recipient } = message;
    const isDigest = digestTarget !== null && digestFor.has(recipient.accountId);
    const target = isDigest ? digestTarget : commitment.target;
    const perPerson = isDigest || target.kind === 'issue';
    const key = `${isDigest ? 'digest' : target.kind} ${target.id} ${perPerson ? recipient.accountId : ''}`;
    const delivery = deliveries.get(key) ?? { target, messages: [] };
    delivery.messages.push(message);
    deliveries.set(key, delivery);
  }
  return [...deliveries.values()];
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
  const groups = new Map<string, { recipient: Person; messages: IntendedMessage[] }>();
  for (const message of messages) {
    const { recipient } = message;
    const group = groups.get(recipient.accountId) ?? { recipient, messages: [] };
    group.messages.push(message);
    groups.set(recipient.accountId, group);
  }
  return [...groups.values()];
}

/** True where the comment stands on another item than the message is about: then the item has to be named. */
export const isElsewhere = (delivery: Delivery, { commitment }: IntendedMessage): boolean =>
  delivery.target.kind !== commitment.target.kind || delivery.target.id !== commitment.target.id;
