import { html } from 'hono/html';
import { z } from 'zod';
import { appFrame, projectPart } from '../app-frame';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { count, dateOf, day, person, statusLozenge } from '../parts';
import type { Project } from '../../site/entities';

const PER_PAGE = 50;

const Found = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().optional(),
});
const Refused = z.object({ errorMessages: z.array(z.string()) });

type Search = { ids: string[]; next: string | undefined } | { problem: string };

/** Asks the site as the viewer's own client would, so that the list obeys permissions and errors read as Jira's. */
async function search(door: Door, visit: Visit, jql: string, token: string | undefined): Promise<Search> {
  const body = { jql, maxResults: PER_PAGE, fields: ['summary'], ...(token ? { nextPageToken: token } : {}) };
  const request = new Request(`${visit.origin}/rest/api/3/search/jql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const response = await door.sandbox.site.fetch(request, { user: visit.viewer, scopes: null });
  const answer: unknown = await response.json();
  const found = Found.safeParse(answer);
  if (response.ok && found.success)
    return { ids: found.data.issues.map(({ id }) => id), next: found.data.nextPageToken };
  const refused = Refused.safeParse(answer);
  return { problem: refused.success ? refused.data.errorMessages.join(' ') : JSON.stringify(answer) };
}

function issueRow(door: Door, visit: Visit, id: string): Html {
  const { state, clock } = door.sandbox;
  const issue = state.issues.get(id);
  if (!issue) return html``;
  const isOpen = state.statuses.get(issue.statusId)?.category !== 'done';
  const isLate =
    isOpen && issue.dueDate !== null && issue.dueDate < dateOf(clock.now(), visit.viewer.timeZone);
  return html`<tr>
    <td class="nowrap"><a href="/browse/${issue.key}">${issue.key}</a></td>
    <td>${issue.summary}</td>
    <td class="nowrap">${state.issueTypes.get(issue.issueTypeId)?.name}</td>
    <td>${statusLozenge(state, issue.statusId)}</td>
    <td class="nowrap">${person(state, issue.assigneeId)}</td>
    <td class="nowrap ${isLate ? 'overdue' : ''}">${issue.dueDate ? day(issue.dueDate) : ''}</td>
  </tr>`;
}

/** The project's issues, by a query that the reader may change. */
export async function projectPage(door: Door, visit: Visit, project: Project): Promise<Html> {
  const usual = `project = ${project.key} AND statusCategory != Done ORDER BY duedate ASC`;
  const jql = visit.url.searchParams.get('jql') ?? usual;
  const token = visit.url.searchParams.get('page') ?? undefined;
  const result = await search(door, visit, jql, token);
  const base = `/projects/${project.key}`;
  const next = (page: string) => `${base}?${new URLSearchParams({ jql, page })}`;
  const list =
    'problem' in result
      ? html`<p class="error" role="alert">${result.problem}</p>`
      : html`<p class="faint">
            ${count(result.ids.length, 'issue')}${result.next ? ' on this page' : ''}${
              token ? html`, <a href="${base}?${new URLSearchParams({ jql })}">from the start</a>` : ''
            }
          </p>
          <div class="scroll">
            <table class="list">
              <thead>
                <tr>
                  <th>Key</th>
                  <th>Summary</th>
                  <th>Type</th>
                  <th>Status</th>
                  <th>Assignee</th>
                  <th>Due</th>
                </tr>
              </thead>
              <tbody>
                ${result.ids.map((id) => issueRow(door, visit, id))}
              </tbody>
            </table>
          </div>
          ${result.next ? html`<p><a class="button" href="${next(result.next)}">Next page</a></p>` : ''}`;
  return layout(
    door,
    visit,
    { title: `${project.name} issues`, at: { in: 'project', project, page: 'issues' } },
    html`<p class="crumbs"><a href="/">Projects</a> / ${project.name}</p>
      <h1>Issues</h1>
      <form class="query" action="${base}" role="search">
        <input type="search" name="jql" value="${jql}" aria-label="JQL" spellcheck="false" />
        <button class="primary">Search</button>
        <a class="button" href="${base}">Reset</a>
      </form>
      ${list}`,
  );
}

/** The app's own page of a project, with the rest of the path left to the app. */
export function projectAppPage(door: Door, visit: Visit, project: Project, path: string): Html {
  const frame = appFrame(door, visit, {
    place: 'jira:projectPage',
    extension: { project: projectPart(project), location: visit.origin + visit.url.pathname },
    title: `Docket in ${project.name}`,
    fills: true,
    path,
  });
  return layout(
    door,
    visit,
    {
      title: `Docket in ${project.name}`,
      at: { in: 'project', project, page: 'docket' },
      appBase: `/projects/${project.key}/docket`,
    },
    frame,
  );
}

/** The app's settings page of a project: for those who administer it, as in Jira. */
export function projectSettingsPage(door: Door, visit: Visit, project: Project, path: string): Html {
  const frame = appFrame(door, visit, {
    place: 'jira:projectSettingsPage',
    extension: { project: projectPart(project), location: visit.origin + visit.url.pathname },
    title: `Docket settings of ${project.name}`,
    fills: true,
    path,
  });
  return layout(
    door,
    visit,
    {
      title: `Docket settings of ${project.name}`,
      at: { in: 'project', project, page: 'settings' },
      appBase: `/projects/${project.key}/settings/docket`,
    },
    frame,
  );
}
