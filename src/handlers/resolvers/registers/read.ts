import { registers as contract } from '../../../contract';
import type { LinkedIssueView } from '../../../contract/register-views';
import type { ConfiguredRegister, StoredRecord } from '../../../domain/registers';
import type { AuditEntry } from '../../../ports/records';
import { lastMarks } from '../../../usecases/registers/last-marks';
import { type RecordFile, readOne } from '../../../usecases/registers/read-record';
import { registerOf } from '../../../usecases/registers/register-of';
import type { Place } from '../../place';
import { defineAnswer } from '../../resolver';
import { targetUrl } from '../urls';
import { mayEdit } from './deps';
import { peopleIn, recordView, unreadableView } from './record-view';
import { registerView } from './register-view';
import { timelineView } from './timeline-view';

function linksOf(
  register: ConfiguredRegister,
  { values }: StoredRecord,
  { linked }: RecordFile,
  place: Place,
): Record<string, LinkedIssueView[]> {
  const view = (issueKey: string): LinkedIssueView => {
    const issue = linked.get(issueKey);
    const url = targetUrl(place, { kind: 'issue', id: issueKey, key: issueKey });
    return {
      issueKey,
      url,
      summary: issue?.summary ?? null,
      status: issue?.status ?? null,
      done: issue?.done ?? false,
    };
  };
  const fields = Object.entries(register.fields).filter(([, { kind }]) => kind === 'issueLinks');
  return Object.fromEntries(
    fields.map(([key]) => [key, ((values[key] ?? []) as string[]).map((issueKey) => view(issueKey))]),
  );
}

/** Every date that a promised date ever had, oldest first, where it was ever moved. */
function promisesOf(register: ConfiguredRegister, history: readonly AuditEntry[]) {
  const oldest = [...history].reverse();
  return Object.entries(register.fields).flatMap(([field, { kind }]) => {
    if (kind !== 'date') return [];
    const dates = oldest.flatMap(({ from, to, at, actor }) => {
      const date = to.values[field];
      return typeof date === 'string' && date !== from?.values[field] ? [{ date, at, by: actor }] : [];
    });
    return dates.length > 1 ? [{ field, dates }] : [];
  });
}

function predecessorOf({ corrects }: StoredRecord, history: readonly AuditEntry[]) {
  const entry = history.find(({ to }) => to.revision === corrects);
  if (corrects === undefined || !entry) return null;
  return { revision: corrects, state: entry.to.state, values: { ...entry.to.values }, at: entry.at };
}

export const reads = [
  defineAnswer(contract.read, async (deps, { kind, issueId }, place) => {
    const projectId = place.project.id;
    const register = await registerOf(deps.registerSettings, projectId, kind);
    const ports = { records: deps.user.records, copies: deps.copies, audit: deps.audit };
    const [file, canEdit, marks] = await Promise.all([
      readOne(ports, { projectId, register }, issueId),
      mayEdit(deps, place),
      lastMarks(deps.snapshots, projectId, kind),
    ]);
    const { entry, unreadable, history } = file;
    const viewer = { register, place, canEdit, marks };
    const shown = entry?.record ?? unreadable?.lastGood ?? null;
    const people = [
      ...(shown ? peopleIn(register, shown) : []),
      ...history.flatMap(({ actor, from, to }) => [
        actor,
        ...peopleIn(register, to),
        ...(from ? peopleIn(register, from) : []),
      ]),
    ];
    return {
      register: registerView(register),
      record: entry && recordView(entry, viewer),
      unreadable: unreadable && unreadableView(unreadable, viewer),
      timeline: history.map(timelineView),
      promises: promisesOf(register, history),
      links: entry ? linksOf(register, entry.record, file, place) : {},
      predecessor: entry && predecessorOf(entry.record, history),
      names: await deps.user.people.names([...new Set(people)]),
      canEdit,
    };
  }),
];
