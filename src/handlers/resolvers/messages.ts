import type { Deps } from '../../compose';
import { messages as contract } from '../../contract';
import { latestBacklogDate } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { policyOf } from '../../usecases/policy-of';
import { defineAnswer } from '../resolver';

const NEWEST = 200;

const view = ({
  key,
  issueKey,
  recipient,
  stage,
  dueDate,
  state,
  why,
  claimedAt,
  settledAt,
  local,
}: LedgerEntry) => ({
  key,
  issueKey,
  recipient,
  stage,
  dueDate,
  state,
  why,
  local,
  at: settledAt ?? claimedAt,
});

async function withNames(deps: Deps, entries: readonly LedgerEntry[]) {
  return {
    messages: entries.map(view),
    names: await deps.user.people.names(entries.map(({ recipient }) => recipient)),
  };
}

/** The ledger is Docket's own: Jira does not guard it, so each reading checks what the person may browse. */
async function mayBrowse(deps: Deps, projectId: string): Promise<void> {
  if (!(await deps.user.access.can('BROWSE_PROJECTS', projectId)))
    throw new AppError('FORBIDDEN', 'You may not browse this project.');
}

export const messages = [
  defineAnswer(contract.list, async (deps, _request, place) => {
    await mayBrowse(deps, place.project.id);
    const entries = await deps.ledger.ofProject(place.project.id, NEWEST);
    const visible = await deps.user.issues.live(
      [...new Set(entries.map(({ issueId }) => issueId))].slice(0, 100),
    );
    return withNames(
      deps,
      entries.filter(({ issueId }) => visible.has(issueId)),
    );
  }),
  defineAnswer(contract.ofIssue, async (deps, _request, place) => {
    const visible = await deps.user.issues.live([place.issue.id]);
    return withNames(deps, visible.size > 0 ? await deps.ledger.ofIssue(place.issue.id, NEWEST) : []);
  }),
  defineAnswer(contract.backlog, async (deps, _request, place) => {
    const config = await deps.projects.get(place.project.id);
    if (!config?.switchedOnAt) return { switchedOnAt: null, items: [], jql: '' };
    const dueUpTo = latestBacklogDate(policyOf(config), new Date(config.switchedOnAt));
    const found = await deps.user.issues.commitments({ projectId: place.project.id, dueUpTo });
    return {
      switchedOnAt: config.switchedOnAt,
      jql: `project = ${place.project.key} AND statusCategory != Done AND duedate <= "${dueUpTo}" ORDER BY duedate ASC`,
      items: found
        .sort((a, b) => a.dueDate.localeCompare(b.dueDate))
        .slice(0, NEWEST)
        .map(({ issueKey, summary, dueDate }) => ({
          issueKey,
          summary,
          dueDate,
          url: `${place.siteUrl}/browse/${issueKey}`,
        })),
    };
  }),
];
