import type { Deps } from '../../compose';
import { commitments as contract } from '../../contract';
import { type ListDeps, listCommitments } from '../../usecases/commitments/list';
import { followUpDeps } from '../consumers/remind';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { mayBrowse } from '../rights';
import { commitmentView, namesIn, type Viewer } from './commitment-view';

export const listDeps = (deps: Deps): ListDeps => ({
  ...followUpDeps(deps),
  visible: deps.user.issues,
  visibleTasks: deps.user.tasks,
});

export const viewerOf = async (deps: Deps, place: Place): Promise<Viewer> => ({
  place,
  canEdit: await deps.user.access.can('EDIT_ISSUES', place.project.id),
});

const NOTHING = { enabled: false, rows: [], names: {}, next: null, total: null, unseen: [] };

export const commitments = [
  defineAnswer(contract.list, async (deps, { cursor }, place) => {
    await mayBrowse(deps, place.project.id);
    const computedAt = deps.clock.now().toISOString();
    const list = await listCommitments(listDeps(deps), place.project.id, cursor);
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
];
