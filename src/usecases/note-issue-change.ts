import type { Projects } from '../ports/projects';

/** Fields whose change can make a message due today although its owner's morning is over. */
const MATTERS = new Set(['duedate', 'assignee', 'status', 'resolution', 'project']);

export interface IssueChange {
  readonly projectId: string;
  readonly issueId: string;
  /** Names of the fields that changed; `null` for an issue that is new. */
  readonly fields: readonly string[] | null;
}

/** Remembers an issue for the next run, where its change can matter to the follow-up. */
export async function noteIssueChange(
  deps: { readonly projects: Projects },
  change: IssueChange,
): Promise<void> {
  if (change.fields !== null && !change.fields.some((field) => MATTERS.has(field))) return;
  const config = await deps.projects.get(change.projectId);
  if (config?.enabled) await deps.projects.touch(change.projectId, change.issueId);
}
