import { html } from 'hono/html';
import { z } from 'zod';
import { askSite } from '../ask-site';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { count, dateOf, day, person, statusLozenge } from '../parts';

const PER_PAGE = 50;

const Found = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().optional(),
});

type Search = { ids: string[]; next: string | undefined } | { problem: string };

/** Asks the site as the viewer's own client would, so that the list obeys permissions and errors read as Jira's. */
async function search(door: Door, visit: Visit, jql: string, token: string | undefined): Promise<Search> {
  const body = { jql, maxResults: PER_PAGE, fields: ['summary'], ...(token ? { nextPageToken: token } : {}) };
  const answer = await askSite(door, visit.viewer, 'POST', '/rest/api/3/search/jql', body);
  if ('problem' in answer) return answer;
  const found = Found.parse(answer.body);
  return { ids: found.issues.map(({ id }) => id), next: found.nextPageToken };
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

/** A box for JQL and what it finds. `base` is the page's own path, `usual` the query where the reader gives none. */
export async function searchView(door: Door, visit: Visit, base: string, usual: string): Promise<Html> {
  const jql = visit.url.searchParams.get('jql') ?? usual;
  const token = visit.url.searchParams.get('page') ?? undefined;
  const result = await search(door, visit, jql, token);
  const to = (query: Record<string, string>) => `${base}?${new URLSearchParams(query)}`;
  const list =
    'problem' in result
      ? html`<p class="error" role="alert">${result.problem}</p>`
      : html`<p class="faint">
            ${count(result.ids.length, 'issue')}${result.next ? ' on this page' : ''}${
              token ? html`, <a href="${to({ jql })}">from the start</a>` : ''
            }
          </p>
          <div class="scroll" tabindex="0">
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
          ${
            result.next
              ? html`<p><a class="button" href="${to({ jql, page: result.next })}">Next page</a></p>`
              : ''
          }`;
  return html`<form class="query" action="${base}" role="search">
      <input type="search" name="jql" value="${jql}" aria-label="JQL" spellcheck="false" />
      <button class="primary">Search</button>
      <a class="button" href="${base}">Reset</a>
    </form>
    ${list}`;
}

/** Jira's own search page, where links to a query lead. */
export async function issuesPage(door: Door, visit: Visit): Promise<Html> {
  const list = await searchView(door, visit, '/issues/', 'statusCategory != Done ORDER BY duedate ASC');
  return layout(
    door,
    visit,
    { title: 'Issues', at: { in: 'site', page: 'issues' } },
    html`<h1>Issues</h1>
      ${list}`,
  );
}
