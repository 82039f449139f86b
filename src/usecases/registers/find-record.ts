import { judge, type Reading } from '../../domain/registers';
import { AppError } from '../../errors';
import type { FoundRecord, RecordCopies, RecordCopy, Records } from '../../ports/records';
import { say } from '../../words';
import type { Change } from './deps';

export interface FindDeps {
  readonly records: Pick<Records, 'read'>;
  readonly copies: Pick<RecordCopies, 'get'>;
}

export interface Found {
  readonly issue: FoundRecord;
  readonly copy: RecordCopy | null;
  readonly reading: Reading;
}

/**
 * An issue and what this register has on it, if it is visible to the person and belongs to the project whose page they
 * are on.
 * @throws AppError NOT_FOUND
 */
export async function findRecord(
  { records, copies }: FindDeps,
  { projectId, register }: Pick<Change, 'projectId' | 'register'>,
  issueIdOrKey: string,
): Promise<Found> {
  const [issue] = await records.read([issueIdOrKey], register.propertyKey);
  if (!issue || issue.projectId !== projectId) {
    throw new AppError('NOT_FOUND', say('problem.noIssueHere', { key: issueIdOrKey }));
  }
  const copy = await copies.get({ kind: register.kind, issueId: issue.issueId });
  return { issue, copy, reading: judge(register, issue.property, copy) };
}
