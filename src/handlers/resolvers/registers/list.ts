import { z } from 'zod';
import { registers as contract } from '../../../contract';
import { REGISTERS } from '../../../domain/registers';
import { AppError } from '../../../errors';
import { countRecords } from '../../../usecases/registers/count-records';
import { listRecords } from '../../../usecases/registers/list-records';
import { lastMarks } from '../../../usecases/registers/last-marks';
import { registerOf } from '../../../usecases/registers/register-of';
import { defineAnswer } from '../../resolver';
import { mayBrowse } from '../../rights';
import { say } from '../../../words';
import { mayEdit } from './deps';
import { peopleIn, recordView, unreadableView } from './record-view';
import { registerView } from './register-view';

/** Where a listing goes on. It comes back from the browser: it says what is shown next, and gives no right to anything. */
const Cursor = z.strictObject({
  next: z.string().min(1).max(3_000),
  after: z.string().regex(/^\d{1,19}$/),
  canEdit: z.boolean(),
});

function cursorOf(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('BAD_INPUT', say('problem.listEnded'), { cause });
  }
}

export const lists = [
  defineAnswer(contract.overview, async (deps, _request, { project }) => {
    const [counts, canEdit, canAdminister] = await Promise.all([
      countRecords(deps.user.records, project.id, REGISTERS),
      deps.user.access.can('EDIT_ISSUES', project.id),
      deps.user.access.can('ADMINISTER_PROJECTS', project.id),
    ]);
    const registers = counts.map(({ register: { kind, title, singular }, open, total }) => ({
      kind,
      title,
      singular,
      open,
      total,
    }));
    return { registers, canEdit, canAdminister };
  }),
  defineAnswer(contract.list, async (deps, { kind, cursor, named }, place) => {
    const projectId = place.project.id;
    const register = await registerOf(deps.registerSettings, projectId, kind);
    const from = cursor === undefined ? null : cursorOf(cursor);
    const ports = { records: deps.user.records, copies: deps.copies };
    const { records, unreadable, position } = await listRecords(ports, { projectId, register }, from);
    const canEdit = from ? from.canEdit : await mayEdit(deps, place);
    const viewer = { register, place, canEdit, marks: await lastMarks(deps.snapshots, projectId, kind) };
    const shown = [
      ...records.map(({ record }) => record),
      ...unreadable.flatMap(({ lastGood }) => lastGood ?? []),
    ];
    const known = new Set(named);
    const people = new Set(
      shown.flatMap((record) => peopleIn(register, record)).filter((id) => !known.has(id)),
    );
    return {
      register: registerView(register),
      records: records.map((entry) => recordView(entry, viewer)),
      unreadable: unreadable.map((entry) => unreadableView(entry, viewer)),
      names: await deps.user.people.names([...people]),
      canEdit,
      asOf: deps.clock.now().toISOString(),
      next: position && JSON.stringify({ ...position, canEdit }),
    };
  }),
  defineAnswer(contract.people, async (deps, { query }, place) => {
    const people = await deps.user.people.find(place.project.key, query);
    return { people: people.map(({ accountId, displayName }) => ({ accountId, name: displayName })) };
  }),
  defineAnswer(contract.issues, async (deps, { query }, { project }) => {
    await mayBrowse(deps, project.id);
    const issues = await deps.user.records.find(project.id, project.key, query);
    return { issues: issues.map(({ issueKey, summary }) => ({ issueKey, summary })) };
  }),
];
