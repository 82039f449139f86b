import type { Deps } from '../../compose';
import { commitments as contract } from '../../contract';
import { type Asked, type Asking, escalateNow, remindNow } from '../../usecases/commitments/ask';
import type { ItemDeps } from '../../usecases/commitments/item';
import { listCommitments } from '../../usecases/commitments/list';
import { readOne } from '../../usecases/commitments/read-one';
import { reassign } from '../../usecases/commitments/reassign';
import { snoozeCommitment, wakeCommitment } from '../../usecases/commitments/snooze';
import { followUpDeps } from '../consumers/remind';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { mayBrowse, mayCoordinate } from '../rights';
import { commitmentView, namesIn, type Viewer } from './commitment-view';
import { changeDeps } from './registers/deps';

export const viewerOf = async (deps: Deps, place: Place): Promise<Viewer> => ({
  place,
  canEdit: await deps.user.access.can('EDIT_ISSUES', place.project.id),
});

export const itemDeps = (deps: Deps): ItemDeps => ({
  ...followUpDeps(deps),
  visible: deps.user.issues,
  visibleTasks: deps.user.tasks,
});

const asking = (place: Place, commitmentId: string): Asking => ({
  projectId: place.project.id,
  actor: place.accountId,
  commitmentId,
});

const DONE: Asked = { outcome: 'done', entry: null };

/** What came of a step, and the commitment after it. */
async function acted(deps: Deps, place: Place, commitmentId: string, { outcome, entry }: Asked) {
  const row = await readOne(itemDeps(deps), place.project.id, commitmentId);
  const rows = row ? [row] : [];
  const recipient = entry?.recipient ?? null;
  return {
    outcome,
    recipient,
    why: entry?.why ?? '',
    row: row && commitmentView(row, await viewerOf(deps, place)),
    names: await namesIn(deps.user.people, rows, recipient === null ? [] : [recipient]),
  };
}

const NOTHING = { enabled: false, rows: [], names: {}, next: null, total: null, unseen: [] };

export const commitments = [
  defineAnswer(contract.list, async (deps, { cursor }, place) => {
    await mayBrowse(deps, place.project.id);
    const computedAt = deps.clock.now().toISOString();
    const list = await listCommitments(itemDeps(deps), place.project.id, cursor);
    if (!list) return { ...NOTHING, computedAt };
    const viewer = await viewerOf(deps, place);
    return {
      enabled: true,
      rows: list.rows.map((row) => commitmentView(row, viewer)),
      names: await namesIn(deps.user.people, list.rows),
      next: list.next,
      total: list.total,
      unseen: [...list.unseen],
      computedAt,
    };
  }),
  defineAnswer(contract.remind, async (deps, { commitmentId }, place) => {
    await mayCoordinate(deps, place.project.id);
    return acted(deps, place, commitmentId, await remindNow(itemDeps(deps), asking(place, commitmentId)));
  }),
  defineAnswer(contract.escalate, async (deps, { commitmentId }, place) => {
    await mayCoordinate(deps, place.project.id);
    return acted(deps, place, commitmentId, await escalateNow(itemDeps(deps), asking(place, commitmentId)));
  }),
  defineAnswer(contract.snooze, async (deps, { commitmentId, until, reason }, place) => {
    const own = { ...itemDeps(deps), access: deps.user.access };
    await snoozeCommitment(own, asking(place, commitmentId), until, reason);
    return acted(deps, place, commitmentId, DONE);
  }),
  defineAnswer(contract.wake, async (deps, { commitmentId }, place) => {
    const own = { ...itemDeps(deps), access: deps.user.access };
    await wakeCommitment(own, asking(place, commitmentId));
    return acted(deps, place, commitmentId, DONE);
  }),
  defineAnswer(contract.reassign, async (deps, { commitmentId, to }, place) => {
    await mayCoordinate(deps, place.project.id);
    const { assignments } = deps.user;
    const own = { ...itemDeps(deps), assignments, changes: changeDeps(deps) };
    return acted(deps, place, await reassign(own, asking(place, commitmentId), to), DONE);
  }),
];
