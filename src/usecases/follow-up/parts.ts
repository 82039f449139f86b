import { type Commitment, decide } from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import type { Ledger } from '../../ports/ledger';
import { SLICE } from './deliver';
import type { ProjectContext } from './deps';

/** How many messages are due about each commitment that no run has claimed before; commitments without any are absent. */
export async function untold(
  ledger: Pick<Ledger, 'known'>,
  commitments: readonly Commitment[],
  context: ProjectContext,
): Promise<ReadonlyMap<string, number>> {
  const intended = decide(commitments, context);
  const known = await ledger.known(intended.map(({ key }) => key));
  const messages = new Map<string, number>();
  for (const { key, commitment } of intended)
    if (!known.has(key)) messages.set(commitment.id, (messages.get(commitment.id) ?? 0) + 1);
  return messages;
}

/** Commitments in groups of about a slice of messages that split no issue and no page, so that each gets one comment. */
export function wholePlaces(
  commitments: readonly Commitment[],
  messages: ReadonlyMap<string, number>,
): Commitment[][] {
  const places = groupBy(commitments, ({ target }) => `${target.kind} ${target.id}`);
  const groups: Commitment[][] = [];
  let room = 0;
  for (const place of places.values()) {
    const size = place.reduce((sum, { id }) => sum + (messages.get(id) ?? 0), 0);
    if (size <= room) groups.at(-1)?.push(...place);
    else groups.push([...place]);
    room = size <= room ? room - size : SLICE - size;
  }
  return groups;
}
