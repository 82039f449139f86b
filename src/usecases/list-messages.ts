import { PUBLISHED_STAGE } from '../domain/reports';
import { isAppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { Ledger, LedgerEntry } from '../ports/ledger';
import type { TaskSource } from '../ports/tasks';
import { isTask, readAskedId, type Target } from '../domain/commitments';
import { pageIdOf } from './follow-up/task-places';

export interface ListMessagesDeps {
  readonly ledger: Pick<Ledger, 'ofProject' | 'pageOfProject'>;
  /** Both with the rights of the person who looks. */
  readonly issues: Pick<Issues, 'live'>;
  readonly pages: Pick<TaskSource, 'pages'>;
}

/** Where that lies which a message is about, as its commitment's id says; `null` where that is an issue's own date. */
export function placeOf(commitmentId: string): Pick<Target, 'kind' | 'id'> | null {
  const pageId = pageIdOf(commitmentId);
  return pageId === null ? (readAskedId(commitmentId)?.target ?? null) : { kind: 'page', id: pageId };
}

/** One message, and what of it is gone or out of sight for the person who looks, if anything. */
export interface SeenMessage {
  readonly entry: LedgerEntry;
  readonly hidden: 'issue' | 'page' | null;
}

/**
 * Messages of a project, newest first, page by page. The ledger is Docket's own, guarded by neither product, so Jira and
 * Confluence are each asked once what of it this person sees.
 */
export async function listMessages(
  deps: ListMessagesDeps,
  projectId: string,
  limit: number,
  cursor: string | null,
): Promise<{ readonly messages: SeenMessage[]; readonly next: string | null }> {
  const { entries, next } = await deps.ledger.pageOfProject(projectId, limit, cursor);
  return { messages: await whatIsSeen(deps, entries), next };
}

/** The same of these messages. */
export async function whatIsSeen(
  deps: Pick<ListMessagesDeps, 'issues' | 'pages'>,
  entries: readonly LedgerEntry[],
): Promise<SeenMessage[]> {
  const issues = await deps.issues.live(unique(entries.flatMap(issuesOf)));
  const pages = await visiblePages(deps.pages, unique(entries.flatMap(pagesOf)));
  return entries.map((entry) => {
    if (pagesOf(entry).some((id) => !pages.has(id))) return { entry, hidden: 'page' };
    return { entry, hidden: issuesOf(entry).some((id) => !issues.has(id)) ? 'issue' : null };
  });
}

/** The issue that the message is about, or that it stands on where it is about a task. */
function issuesOf({ commitmentId, stage, target }: LedgerEntry): string[] {
  if (stage === PUBLISHED_STAGE) return [];
  const about = placeOf(commitmentId);
  if (about === null) return [commitmentId];
  const issue = about.kind === 'issue' ? about : isTask({ id: commitmentId }) ? target : null;
  return issue?.kind === 'issue' ? [`jira:${issue.id}`] : [];
}

const pagesOf = ({ commitmentId, stage, target }: LedgerEntry): string[] => {
  if (stage === PUBLISHED_STAGE) return [target.id];
  const about = placeOf(commitmentId);
  return about?.kind === 'page' ? [about.id] : [];
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Where Confluence shows this person nothing, or is down, no page counts as seen. */
async function visiblePages(
  source: Pick<TaskSource, 'pages'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  try {
    return await source.pages(ids, false);
  } catch (error) {
    if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN', 'UPSTREAM_DOWN')) return new Map();
    throw error;
  }
}
