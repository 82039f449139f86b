import { type ConfiguredRegister, judge } from '../../domain/registers';
import { AppError } from '../../errors';
import type { RecordCopies, Records } from '../../ports/records';
import { say } from '../../words';
import type { Entry } from './deps';
import { type UnreadableRecord, unreadableOf } from './list-records';

export interface OnIssueDeps {
  readonly records: Pick<Records, 'readAll'>;
  readonly copies: Pick<RecordCopies, 'onIssue'>;
}

/** What a register has on an issue: a record, one that cannot be read, or nothing. */
export interface OnIssue {
  readonly register: ConfiguredRegister;
  readonly entry: Entry | null;
  readonly unreadable: UnreadableRecord | null;
}

/** What every register has on one issue, in one call of Jira and one of storage. @throws AppError NOT_FOUND */
export async function readOnIssue(
  { records, copies }: OnIssueDeps,
  projectId: string,
  issueId: string,
  registers: readonly ConfiguredRegister[],
): Promise<OnIssue[]> {
  const found = await records.readAll(
    issueId,
    registers.map(({ propertyKey }) => propertyKey),
  );
  if (found.some((issue) => issue.projectId !== projectId))
    throw new AppError('NOT_FOUND', say('problem.issueGone'));
  const known = await copies.onIssue(
    registers.map(({ kind }) => kind),
    issueId,
  );
  return registers.flatMap((register, i): OnIssue[] => {
    const issue = found[i];
    if (!issue) return [];
    const copy = known.find(({ kind }) => kind === register.kind) ?? null;
    const reading = judge(register, issue.property, copy);
    const nothing = { register, entry: null, unreadable: null };
    if (reading.is === 'absent') return [nothing];
    if (reading.is !== 'record') return [{ ...nothing, unreadable: unreadableOf(issue, reading, copy) }];
    return [{ ...nothing, entry: { issue, record: reading.record, copy } }];
  });
}
