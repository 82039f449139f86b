import type { LiveCommitment } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { Access } from '../../ports/access';
import type { LedgerEntry } from '../../ports/ledger';
import { isOwner } from '../choose';
import type { PreviewDeps } from '../preview';
import { type OnIssue, type OnIssueDeps, readOnIssue } from '../registers/read-on-issue';
import { registersOf } from '../registers/register-of';
import { say } from '../../words';
import { type IssueFollowUp, readFollowUp } from './read-follow-up';

/** Records, access and `visible` have the rights of the person who looks. */
export interface PanelDeps extends PreviewDeps, OnIssueDeps {
  readonly access: Access;
  readonly copies: PreviewDeps['copies'] & OnIssueDeps['copies'];
  readonly registerSettings: PreviewDeps['registerSettings'] & Parameters<typeof registersOf>[0];
}

/** Which issue, and who looks at it: all from the trusted context. */
export interface PanelPlace {
  readonly projectId: string;
  readonly issueId: string;
  readonly actor: string;
}

export interface FollowUpOfIssue {
  readonly item: LiveCommitment;
  readonly followUp: IssueFollowUp;
  /** What was sent about it, newest first. */
  readonly entries: readonly LedgerEntry[];
  readonly canEdit: boolean;
  /** Only the owner, and people who may edit the issue, may snooze or promise. */
  readonly canChoose: boolean;
}

export interface IssuePanel extends FollowUpOfIssue {
  readonly found: readonly OnIssue[];
}

/** How many messages about one issue are shown. */
const NEWEST = 100;

/**
 * Everything that the panel on an issue shows, for one person. Jira is asked once about the issue, once about its
 * records and once about the person's rights; what was sent is read once and stands in the ladder and in the list.
 * @throws AppError NOT_FOUND where the issue is gone, in another project, or hidden from the person
 */
export async function readPanel(deps: PanelDeps, place: PanelPlace): Promise<IssuePanel> {
  const { projectId, issueId } = place;
  const registers = await registersOf(deps.registerSettings, projectId);
  const [found, about] = await Promise.all([
    readOnIssue(deps, projectId, issueId, registers),
    readFollowUpOfIssue(deps, place),
  ]);
  return { ...about, found };
}

/** The part of it that a choice changes. @throws AppError NOT_FOUND as above */
export async function readFollowUpOfIssue(
  deps: Omit<PanelDeps, 'records'>,
  { projectId, issueId, actor }: PanelPlace,
): Promise<FollowUpOfIssue> {
  const id = `jira:${issueId}`;
  const [item, canEdit] = await Promise.all([
    deps.visible.live([id]).then((live) => live.get(id)),
    deps.access.can('EDIT_ISSUES', projectId),
  ]);
  if (item?.projectId !== projectId) throw new AppError('NOT_FOUND', say('problem.issueGone'));
  const entries = await deps.ledger.ofCommitment(id, NEWEST);
  const followUp = await readFollowUp(deps, item, entries, actor);
  return { item, entries, followUp, canEdit, canChoose: canEdit || isOwner(item, actor) };
}
