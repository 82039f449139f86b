import type { Target } from '../domain/commitments';
import type { Messenger } from '../ports/messenger';

/** One messenger for issues and pages alike. */
export function createMessenger(of: Readonly<Record<Target['kind'], Messenger>>): Messenger {
  return {
    send: (delivery) => of[delivery.target.kind].send(delivery),
    find: (target, key, since) => of[target.kind].find(target, key, since),
  };
}
