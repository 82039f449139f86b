import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Issue, IssueComment } from '../../site/entities';
import { renderAdf } from '../adf-html';
import { appFrame, issuePart, projectPart } from '../app-frame';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { avatar, lozenge, nameOf, statusLozenge, timeTag } from '../parts';
import { commentBox, issueFields } from './issue-fields';

/** The property by which Docket knows its own comments again; shown so that a reader can see the key. */
const MESSAGE_PROPERTY = 'docket.message';
const Mark = z.looseObject({ messages: z.array(z.looseObject({ key: z.string() })) });

function commentView(door: Door, visit: Visit, comment: IssueComment): Html {
  const { state } = door.sandbox;
  const author = state.users.get(comment.authorId);
  const mark = Mark.safeParse(comment.properties[MESSAGE_PROPERTY]);
  const keys = mark.success ? mark.data.messages.map(({ key }) => key) : [];
  return html`<article class="comment" id="comment-${comment.id}">
    ${avatar(author)}
    <header>
      <strong>${author?.displayName ?? comment.authorId}</strong>
      ${author?.accountType === 'app' ? lozenge('app') : ''}
      ${timeTag(comment.created, visit.viewer.timeZone)}
    </header>
    <div>
      <div class="adf">${raw(renderAdf(comment.body, { nameOf: nameOf(state) }))}</div>
      ${keys.map((key) => html`<p class="why">Sent once, under the key <code>${key}</code></p>`)}
    </div>
  </article>`;
}

function linksOf(door: Door, issue: Issue, canSee: (issue: Issue) => boolean): Html {
  const { state } = door.sandbox;
  const lines = state.links.where('issue', issue.id).flatMap((link) => {
    const isInward = link.inwardIssueId === issue.id;
    const other = state.issues.get(isInward ? link.outwardIssueId : link.inwardIssueId);
    const type = state.linkTypes.get(link.typeId);
    if (!other || !type || !canSee(other)) return [];
    return [
      html`<li>
        <span class="faint">${isInward ? type.inward : type.outward}</span>
        <a href="/browse/${other.key}">${other.key}</a> ${other.summary}
        ${statusLozenge(state, other.statusId)}
      </li>`,
    ];
  });
  return lines.length === 0
    ? html``
    : html`<h2>Linked issues</h2>
        <ul class="plain">
          ${lines}
        </ul>`;
}

function propertiesOf(issue: Issue): Html {
  const entries = Object.entries(issue.properties);
  if (entries.length === 0) return html``;
  return html`<h2>Issue properties</h2>
    ${entries.map(
      ([key, value]) =>
        html`<details>
          <summary><code>${key}</code></summary>
          <pre>${JSON.stringify(value, null, 2)}</pre>
        </details>`,
    )}`;
}

/** One issue as a person sees it, with the app's panel where Jira has it. */
export function issuePage(
  door: Door,
  visit: Visit,
  issue: Issue,
  canSee: (issue: Issue) => boolean,
): Html | undefined {
  const { state } = door.sandbox;
  const project = state.projects.get(issue.projectId);
  if (!project) return undefined;
  const comments = state.comments
    .where('issue', issue.id)
    .sort((a, b) => a.created - b.created || Number(a.id) - Number(b.id));
  const panel = appFrame(door, visit, {
    place: 'jira:issuePanel',
    extension: {
      issue: issuePart(issue, state.issueTypes.get(issue.issueTypeId)?.name ?? ''),
      project: projectPart(project),
      isNewToIssue: false,
      location: visit.origin + visit.url.pathname,
    },
    title: `Docket on ${issue.key}`,
  });
  return layout(
    door,
    visit,
    { title: `${issue.key} ${issue.summary}`, at: { in: 'project', project, page: 'issues' } },
    html`<p class="crumbs">
        <a href="/">Projects</a> / <a href="/projects/${project.key}">${project.name}</a> / ${issue.key}
      </p>
      <h1>${issue.summary}</h1>
      <div class="split">
        <div>
          <h2>Description</h2>
          ${
            issue.description
              ? html`<div class="adf">${raw(renderAdf(issue.description, { nameOf: nameOf(state) }))}</div>`
              : html`<p class="faint">No description.</p>`
          }
          ${linksOf(door, issue, canSee)}
          <section class="panel">
            <h2>${door.modules.at('jira:issuePanel')?.title(visit.viewer.locale) ?? 'App'}</h2>
            ${panel}
          </section>
          <h2>Comments</h2>
          ${
            comments.length === 0
              ? html`<p class="faint">Nobody has commented.</p>`
              : comments.map((comment) => commentView(door, visit, comment))
          }
          ${commentBox(door, visit, issue)}
        </div>
        <aside>${issueFields(door, visit, issue)} ${propertiesOf(issue)}</aside>
      </div>`,
  );
}
