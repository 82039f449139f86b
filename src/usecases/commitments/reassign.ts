import { isIssue, isTask, readAskedId } from '../../domain/commitments';
import { askOf, type DueRule, type Values } from '../../domain/registers';
import { AppError } from '../../errors';
import type { Assignments } from '../../ports/assignments';
import { edit } from '../registers/change-record';
import type { ChangeDeps } from '../registers/deps';
import { findRecord } from '../registers/find-record';
import { registerOf } from '../registers/register-of';
import { readable } from '../registers/write-record';
import { say } from '../../words';
import type { Asking } from './ask';
import { groundOf, switchedOn } from './ground';
import { type ItemDeps, readItem, visibleSource } from './item';

export interface ReassignDeps extends ItemDeps {
  readonly assignments: Assignments;
  readonly changes: ChangeDeps;
}

/**
 * Gives a commitment to somebody else where it lives: the assignee of an issue, the person field of a record that its
 * register names for it. Everything is written with the rights of the person who asks.
 *
 * @returns the id of the commitment, which is another where what a record asks is asked of another person
 * @throws AppError BAD_INPUT where that cannot be done here, with the reason; FORBIDDEN, CONFLICT
 */
export async function reassign(deps: ReassignDeps, asking: Asking, to: string): Promise<string> {
  const { commitmentId, projectId } = asking;
  const ground = await groundOf(deps, await switchedOn(deps, projectId));
  const { target } = await readItem(visibleSource(deps, ground, commitmentId), ground, commitmentId);
  if (isIssue({ id: commitmentId })) {
    await deps.assignments.assign(target.id, to);
    return commitmentId;
  }
  if (isTask({ id: commitmentId })) throw new AppError('BAD_INPUT', say('problem.taskFollowsText'));
  const ask = askOf(readAskedId(commitmentId)?.obligationId ?? '');
  if (!ask) throw new AppError('BAD_INPUT', say('problem.reviewersAsked'));
  if (ask.rule.who === 'approvers') throw new AppError('BAD_INPUT', say('problem.approversFixed'));
  await giveRecord(deps, asking, ask, to);
  return commitmentId.replace(/#.*$/, `#${to}`);
}

async function giveRecord(
  { changes, clock, registerSettings }: ReassignDeps,
  { actor, projectId }: Asking,
  { issueId, kind, rule }: NonNullable<ReturnType<typeof askOf>>,
  to: string,
): Promise<void> {
  const register = await registerOf(registerSettings, projectId, kind);
  const change = { actor, projectId, register, now: clock.now() };
  const { record } = await readable(changes, change, await findRecord(changes, change, issueId));
  const seen = { issueId, revision: record.revision, reason: `${rule.label} reassigned` };
  const field = fieldOf(rule, record.values);
  const isList = Array.isArray(record.values[field]);
  await edit(changes, change, seen, { ...record.values, [field]: isList ? [to] : to });
}

/** The field that names who is asked now. */
const fieldOf = ({ who, otherwise }: DueRule, values: Values): string =>
  values[who] === undefined && otherwise !== undefined && values[otherwise] !== undefined ? otherwise : who;
