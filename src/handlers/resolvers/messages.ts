import type { Deps } from '../../compose';
import { messages as contract } from '../../contract';
import { itemName, latestBacklogDate } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { policyOf } from '../../usecases/policy-of';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { targetUrl } from './urls';

/** What one look shows. Each issue in it is a point, since the viewer's right to see it is asked of Jira. */
const NEWEST = 100;

const viewOf =
  (place: Place) =>
  ({
    key,
    commitmentId,
    item,
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
    item,
    url: commitmentId.startsWith('jira:')
      ? targetUrl(place, { kind: 'issue', id: item })
      : targetUrl(place, { kind: 'page', id: commitmentId.split(':')[2] ?? '' }),
    recipient,
    stage,
    dueDate,
    state,
    why,
    local,
    at: settledAt ?? claimedAt,
  });

async function withNames(deps: Deps, entries: readonly LedgerEntry[], place: Place) {
  const names = await deps.user.people.names(entries.map(({ recipient }) => recipient));
  return { messages: entries.map(viewOf(place)), names };
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
    const ids = [...new Set(entries.map(({ commitmentId }) => commitmentId))].filter((id) =>
      id.startsWith('jira:'),
    );
    const visible = await deps.user.issues.live(ids);
    // A task's page is not read again for each look: its title is all that the list shows of it.
    return withNames(
      deps,
      entries.filter(({ commitmentId }) => !commitmentId.startsWith('jira:') || visible.has(commitmentId)),
      place,
    );
  }),
  defineAnswer(contract.ofIssue, async (deps, _request, place) => {
    const id = `jira:${place.issue.id}`;
    const visible = await deps.user.issues.live([id]);
    return withNames(deps, visible.size > 0 ? await deps.ledger.ofCommitment(id, NEWEST) : [], place);
  }),
  defineAnswer(contract.backlog, async (deps, _request, place) => {
    const config = await deps.projects.get(place.project.id);
    if (!config?.switchedOnAt) return { switchedOnAt: null, items: [], jql: '' };
    const switchedOn = new Date(config.switchedOnAt);
    const policy = await policyOf(deps.holidays, config, switchedOn);
    const dueUpTo = latestBacklogDate(policy, switchedOn);
    const { actionQuery } = config;
    const found = await deps.user.issues.overdue({
      projectId: place.project.id,
      actionQuery,
      dueUpTo,
      atMost: NEWEST,
    });
    return {
      switchedOnAt: config.switchedOnAt,
      jql: `project = ${place.project.key} AND statusCategory != Done AND duedate <= "${dueUpTo}" ORDER BY duedate ASC`,
      items: found.map(({ target, summary, dueDate }) => ({
        issueKey: itemName({ target }),
        summary,
        dueDate,
        url: targetUrl(place, target),
      })),
    };
  }),
];
