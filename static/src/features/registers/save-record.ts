import { call } from '../../api/call';
import { RecordView, registers } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import type { WireValues } from './form-values';

/** What the form is for: a new issue, an issue that exists, or a record that exists. */
export type Task =
  | { readonly do: 'create' }
  /** Without a key, the form asks for it. */
  | { readonly do: 'attach'; readonly issueKey?: string }
  | { readonly do: 'edit'; readonly record: RecordView }
  /** Other values for what is decided. */
  | { readonly do: 'correct'; readonly record: RecordView };

/** The record that a task changes; `null` where it makes one. */
export const recordOf = (task: Task): RecordView | null => ('record' in task ? task.record : null);

/** What a filled-in form comes to. */
export interface Filled {
  readonly values: WireValues;
  readonly summary: string;
  readonly issueKey: string;
  readonly reason: string;
}

/** The reason as the wire has it: absent where it was left empty. */
export const reasonOf = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });

/**
 * Writes the record.
 *
 * @throws {ApiProblem} BAD_INPUT with fields, CONFLICT with the current record, or whatever else went wrong.
 */
export function saveRecord(kind: string, task: Task, filled: Filled): Promise<RecordView> {
  const { values, summary, issueKey, reason } = filled;
  switch (task.do) {
    case 'create':
      return call(registers.create, { kind, summary: summary.trim(), values: { ...values } });
    case 'attach':
      return call(registers.attach, {
        kind,
        issueKey: (task.issueKey ?? issueKey).trim().toUpperCase(),
        values: { ...values },
      });
    case 'edit':
      return call(registers.edit, {
        kind,
        issueId: task.record.issueId,
        revision: task.record.revision,
        values: { ...values },
        ...reasonOf(reason),
      });
    case 'correct':
      return call(registers.correct, {
        kind,
        issueId: task.record.issueId,
        revision: task.record.revision,
        values: { ...values },
        reason,
      });
  }
}

/** @returns The record as it now stands, where the problem is that somebody else was first; otherwise `null`. */
export function conflictingRecord(problem: ApiProblem): RecordView | null {
  if (problem.code !== 'CONFLICT') return null;
  const current = RecordView.safeParse(problem.current);
  return current.success ? current.data : null;
}
