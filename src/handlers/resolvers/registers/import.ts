import type { Deps } from '../../../compose';
import { registerImport as contract } from '../../../contract';
import type { ImportedRowView } from '../../../contract/register-import';
import type { CellContext } from '../../../domain/registers';
import { AppError } from '../../../errors';
import { applyRows, checkRows, type RowResult } from '../../../usecases/registers/import';
import type { Place } from '../../place';
import { defineAnswer } from '../../resolver';
import { say } from '../../../words';
import { changeDeps, changeOf, mayEdit } from './deps';
import type { Worded } from '../../../words';

/** A resolver lives for 25 s (https://developer.atlassian.com/platform/forge/limits-invocation/); rows under way need time to end. */
const TIME_LIMIT_MS = 12_000;
/** Characters of a text that the check shows. */
const SHOWN = 300;

async function importDeps(deps: Deps, place: Place) {
  if (!(await mayEdit(deps, place))) throw new AppError('FORBIDDEN', say('problem.importNeedsEdit'));
  return { ...changeDeps(deps), imports: deps.imports, clock: deps.clock };
}

const contextOf = (request: {
  readonly people: readonly (readonly [string, readonly string[]])[];
  readonly decimalComma: boolean;
}): CellContext => ({ people: new Map(request.people), decimalComma: request.decimalComma });

const cut = (value: unknown): unknown =>
  typeof value === 'string' && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : (value ?? null);

const rowView = ({ line, does, record, changes, problems, note }: RowResult): Worded<ImportedRowView> => ({
  line,
  does,
  id: record?.record.id ?? null,
  issueKey: record?.issue.issueKey ?? null,
  revision: record?.record.revision ?? null,
  changes: changes.map(({ field, from, to }) => ({ field, from: cut(from), to: cut(to) })),
  problems: problems.map((problem) => ({ ...problem })),
  note,
});

export const imports = [
  defineAnswer(contract.check, async (deps, request, place) => {
    const ports = await importDeps(deps, place);
    const change = await changeOf(deps, place, request.kind);
    return { rows: (await checkRows(ports, change, request.rows, contextOf(request))).map(rowView) };
  }),
  defineAnswer(contract.apply, async (deps, request, place) => {
    const ports = await importDeps(deps, place);
    const change = await changeOf(deps, place, request.kind);
    const applied = await applyRows(ports, change, request.rows, contextOf(request), TIME_LIMIT_MS);
    return { rows: applied.rows.map(rowView), stopped: applied.stopped };
  }),
];
