import type { Deps } from '../../../compose';
import { registers as contract } from '../../../contract';
import { registerName } from '../../../domain/registers';
import { AppError, isAppError } from '../../../errors';
import { correct, edit, move, restore, vote } from '../../../usecases/registers/change-record';
import { attachRecord, createRecord } from '../../../usecases/registers/create-record';
import type { Change, ChangeDeps, Entry } from '../../../usecases/registers/deps';
import { recordHappened } from '../../../usecases/registers/record-happened';
import { registerOf } from '../../../usecases/registers/register-of';
import type { Edit } from '../../../usecases/registers/write-record';
import type { Place } from '../../place';
import { defineAnswer } from '../../resolver';
import { say } from '../../../words';
import { changeDeps, changeOf } from './deps';
import { recordView } from './record-view';

/** Runs a change; a conflict shows the current record in the view's own form. */
async function changed(
  deps: Deps,
  place: Place,
  kind: string,
  run: (deps: ChangeDeps, change: Change) => Promise<Entry>,
) {
  const change = await changeOf(deps, place, kind);
  const viewer = { register: change.register, place, canEdit: true };
  return recordView(await showingCurrent(run(changeDeps(deps), change), viewer), viewer);
}

async function showingCurrent<T>(result: Promise<T>, viewer: Parameters<typeof recordView>[1]): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (!isAppError(error, 'CONFLICT') || error.current === undefined) throw error;
    throw new AppError('CONFLICT', error.words, {
      cause: error,
      current: recordView(error.current as Entry, viewer),
    });
  }
}

interface Seen {
  readonly issueId: string;
  readonly revision: number;
  readonly reason?: string | undefined;
}

const seen = ({ issueId, revision, reason }: Seen): Edit => ({ issueId, revision, reason: reason || null });

export const changes = [
  defineAnswer(contract.create, (deps, { kind, summary, values }, place) =>
    changed(deps, place, kind, (with_, change) => createRecord(with_, change, { summary, values })),
  ),
  defineAnswer(contract.attach, (deps, { kind, issueKey, values }, place) =>
    changed(deps, place, kind, (with_, change) => attachRecord(with_, change, issueKey, values)),
  ),
  defineAnswer(contract.edit, (deps, request, place) =>
    changed(deps, place, request.kind, (with_, change) => edit(with_, change, seen(request), request.values)),
  ),
  defineAnswer(contract.transition, (deps, request, place) =>
    changed(deps, place, request.kind, (with_, change) => move(with_, change, seen(request), request.to)),
  ),
  defineAnswer(contract.vote, (deps, { verdict, comment, ...request }, place) =>
    changed(deps, place, request.kind, (with_, change) =>
      vote(with_, change, seen({ ...request, reason: comment }), { verdict, comment }),
    ),
  ),
  defineAnswer(contract.correct, (deps, request, place) =>
    changed(deps, place, request.kind, (with_, change) =>
      correct(with_, change, seen(request), request.values),
    ),
  ),
  defineAnswer(contract.restore, (deps, { kind, issueId, reason }, place) =>
    changed(deps, place, kind, (with_, change) => restore(with_, change, issueId, reason || null)),
  ),
  defineAnswer(contract.happened, async (deps, { summary, values, ...request }, place) => {
    const change = await changeOf(deps, place, request.kind);
    const { register } = change;
    if (!register.happened)
      throw new AppError('BAD_INPUT', say('problem.neverHappens', { register: registerName(register) }));
    const target = await registerOf(deps.registerSettings, place.project.id, register.happened.creates);
    const given = { summary: summary ?? null, values };
    const viewer = { register, place, canEdit: true };
    const { happened, made } = await showingCurrent(
      recordHappened(changeDeps(deps), change, target, seen(request), given),
      viewer,
    );
    return {
      record: recordView(happened, viewer),
      created: { kind: target.kind, record: recordView(made, { ...viewer, register: target }) },
    };
  }),
];
