import { html } from 'hono/html';
import { z } from 'zod';
import { hasInProject, hasOnIssue } from '../../site/access';
import type { Issue } from '../../site/entities';
import { askSite } from '../ask-site';
import type { Door, Html, Visit } from '../door';
import { day, person, statusLozenge, timeTag } from '../parts';
import { visibleUsers } from '../viewer';

const Transitions = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });

const form = (issue: Issue, what: string, control: Html): Html =>
  html`<form method="post" action="/browse/${issue.key}/${what}">${control}</form>`;

const option = (value: string, text: string, isChosen: boolean): Html =>
  isChosen
    ? html`<option value="${value}" selected>${text}</option>`
    : html`<option value="${value}">${text}</option>`;

/** The moves that the site lets this person make, as a list that makes the chosen one. */
async function statusField(door: Door, { viewer }: Visit, issue: Issue): Promise<Html> {
  const { state } = door.sandbox;
  const now = statusLozenge(state, issue.statusId);
  const answer = await askSite(door, viewer, 'GET', `/rest/api/3/issue/${issue.key}/transitions`);
  const found = 'body' in answer ? Transitions.safeParse(answer.body) : undefined;
  if (!found?.success || found.data.transitions.length === 0) return now;
  return html`${now}
  ${form(
    issue,
    'status',
    html`<select name="value" data-submit aria-label="Move to another status">
      <option value="">Move to ...</option>
      ${found.data.transitions.map(({ id, name }) => option(id, name, false))}
    </select>`,
  )}`;
}

const dueField = (issue: Issue): Html =>
  form(
    issue,
    'dueDate',
    html`<input type="date" name="value" value="${issue.dueDate ?? ''}" aria-label="Due" />
      <button>Save</button>`,
  );

function assigneeField({ sandbox: { state } }: Door, issue: Issue): Html {
  const project = state.projects.get(issue.projectId);
  const people = visibleUsers(state).filter((user) => project && hasInProject(user, project, 'EDIT_ISSUES'));
  const gone = issue.assigneeId !== null && !people.some(({ accountId }) => accountId === issue.assigneeId);
  return form(
    issue,
    'assignee',
    html`<select name="value" data-submit aria-label="Assignee">
      ${option('', 'Unassigned', issue.assigneeId === null)}
      ${gone ? option(issue.assigneeId ?? '', 'Somebody who left', true) : ''}
      ${people.map((user) => option(user.accountId, user.displayName, user.accountId === issue.assigneeId))}
    </select>`,
  );
}

/** The fields beside the issue; who may edit it can move it, date it and hand it on. */
export async function issueFields(door: Door, visit: Visit, issue: Issue): Promise<Html> {
  const { state } = door.sandbox;
  const mayEdit = hasOnIssue(state, visit.viewer, issue, 'EDIT_ISSUES');
  const names = (ids: readonly string[], table: { get(id: string): { name: string } | undefined }) =>
    ids.map((id) => table.get(id)?.name ?? id).join(', ') || 'None';
  const parent = issue.parentId === null ? undefined : state.issues.get(issue.parentId);
  const due = issue.dueDate ? day(issue.dueDate) : 'None';
  const rows: [string, unknown][] = [
    ['Status', mayEdit ? await statusField(door, visit, issue) : statusLozenge(state, issue.statusId)],
    ['Assignee', mayEdit ? assigneeField(door, issue) : person(state, issue.assigneeId)],
    ['Due', mayEdit ? dueField(issue) : due],
    ['Resolution', names(issue.resolutionId ? [issue.resolutionId] : [], state.resolutions)],
    ['Type', names([issue.issueTypeId], state.issueTypes)],
    ['Priority', names(issue.priorityId ? [issue.priorityId] : [], state.priorities)],
    ['Reporter', person(state, issue.reporterId, 'Anonymous')],
    ['Fix versions', names(issue.fixVersionIds, state.versions)],
    ['Components', names(issue.componentIds, state.components)],
    ['Labels', issue.labels.join(', ') || 'None'],
    ...(parent
      ? [['Parent', html`<a href="/browse/${parent.key}">${parent.key}</a>`] satisfies [string, unknown]]
      : []),
    ...(issue.securityLevelId
      ? [['Security', names([issue.securityLevelId], state.securityLevels)] satisfies [string, unknown]]
      : []),
    ['Created', timeTag(issue.created, visit.viewer.timeZone)],
    ['Updated', timeTag(issue.updated, visit.viewer.timeZone)],
  ];
  return html`<dl class="details">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** A box for a comment, for those who may write one. */
export function commentBox({ sandbox: { state } }: Door, { viewer }: Visit, issue: Issue): Html {
  if (!hasOnIssue(state, viewer, issue, 'ADD_COMMENTS')) return html``;
  return form(
    issue,
    'comment',
    html`<p class="say">
      <textarea
        name="value"
        rows="2"
        required
        aria-label="Add a comment"
        placeholder="Add a comment"
      ></textarea>
      <button>Comment</button>
    </p>`,
  );
}
