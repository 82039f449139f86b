import { commentBody } from '../../domain/commitments/comment';
import { type Delivery, referenceOf } from '../../domain/commitments';
import type { Messenger } from '../../ports/messenger';
import type { PageComments } from '../../ports/page-comments';

/** Messages as footer comments, recognised by the references of their keys. */
export function createPageMessenger(comments: PageComments): Messenger {
  return {
    send: (delivery) => comments.write(delivery.target.id, commentBody(delivery, referencesIn(delivery))),
    find: (target, key, since) => comments.find(target.id, referenceOf(key), since),
  };
}

const referencesIn = ({ messages }: Delivery): string =>
  messages.map(({ key }) => referenceOf(key)).join(' ');
