import type { Deps } from '../../compose';
import { registers as contract } from '../../contract';
import { configure, type ConfiguredRegister, type Register, REGISTERS } from '../../domain/registers';
import { AppError, isAppError } from '../../errors';
import {
  attachRecord,
  type Change,
  type ChangeDeps,
  createRecord,
  editExisting,
  moveRecord,
} from '../../usecases/change-record';
import { type ListedRecord, listRecords } from '../../usecases/list-records';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { recordView, registerView, unreadableView } from './record-view';

function registerOf(kind: string): ConfiguredRegister {
  const register = REGISTERS.find((candidate) => candidate.kind === kind);
  if (!register)
    throw new AppError(
      'NOT_FOUND',
      `There is no register "${kind}". There is: ${REGISTERS.map((r) => r.kind).join(', ')}.`,
    );
  return configure(register, register.defaults);
}

/** The person who is present changes it, with their own rights. */
const changeDeps = ({ user, copies, audit, ids }: Deps): ChangeDeps => ({
  records: user.records,
  copies,
  audit,
  ids,
});

const changeOf = (deps: Deps, place: Place, kind: string): Change => ({
  actor: place.accountId,
  projectId: place.project.id,
  register: registerOf(kind),
  now: deps.clock.now(),
});

/** Runs a change; a conflict shows the current record in the view's own form. */
async function changed(place: Place, kind: string, change: Promise<ListedRecord>) {
  const viewer = { register: registerOf(kind), place, canEdit: true };
  try {
    return recordView(await change, viewer);
  } catch (error) {
    if (!isAppError(error, 'CONFLICT') || error.current === undefined) throw error;
    throw new AppError('CONFLICT', error.message, {
      cause: error,
      current: recordView(error.current as ListedRecord, viewer),
    });
  }
}

const personFields = (register: Register): string[] =>
  Object.entries(register.fields).flatMap(([key, { kind }]) =>
    kind === 'person' || kind === 'people' ? [key] : [],
  );

export const registers = [
  defineAnswer(contract.list, async (deps, { kind }, place) => {
    const register = registerOf(kind);
    const list = await listRecords(
      { records: deps.user.records, copies: deps.copies },
      place.project.id,
      register,
    );
    const canEdit = await deps.user.access.can('EDIT_ISSUES', place.project.id);
    const viewer = { register, place, canEdit };
    const people = list.records.flatMap(({ record }) =>
      personFields(register).flatMap((key) => record.values[key] ?? []),
    ) as string[];
    return {
      register: registerView(register),
      records: list.records.map((record) => recordView(record, viewer)),
      unreadable: list.unreadable.map((record) => unreadableView(record, viewer)),
      names: await deps.user.people.names(people),
      canEdit,
      asOf: deps.clock.now().toISOString(),
    };
  }),
  defineAnswer(contract.create, (deps, { kind, summary, values }, place) =>
    changed(place, kind, createRecord(changeDeps(deps), changeOf(deps, place, kind), summary, values)),
  ),
  defineAnswer(contract.attach, (deps, { kind, issueKey, values }, place) =>
    changed(place, kind, attachRecord(changeDeps(deps), changeOf(deps, place, kind), issueKey, values)),
  ),
  defineAnswer(contract.edit, (deps, { kind, issueId, revision, values, reason }, place) =>
    changed(
      place,
      kind,
      editExisting(
        changeDeps(deps),
        changeOf(deps, place, kind),
        { issueId, revision, reason: reason ?? null },
        values,
      ),
    ),
  ),
  defineAnswer(contract.transition, (deps, { kind, issueId, revision, to, reason }, place) =>
    changed(
      place,
      kind,
      moveRecord(
        changeDeps(deps),
        changeOf(deps, place, kind),
        { issueId, revision, reason: reason ?? null },
        to,
      ),
    ),
  ),
  defineAnswer(contract.people, async (deps, { query }, place) => {
    const people = await deps.user.people.find(place.project.key, query);
    return { people: people.map(({ accountId, displayName }) => ({ accountId, name: displayName })) };
  }),
];
