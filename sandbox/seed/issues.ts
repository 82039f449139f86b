import type { AdfDoc, Change, Issue, Status } from '../site/entities';
import type { SiteState } from '../site/state';
import { ISSUE_TYPES, RESOLUTIONS, STATUSES } from './basics';
import { dateAt } from './days';
import { bullets, doc, heading, paragraph } from './document';
import { draftIssues, type Draft } from './drafts';
import { accountIdOf } from './people';
import type { SeededProject } from './projects';
import type { Random } from './random';

function descriptionOf(draft: Draft): AdfDoc {
  return doc(paragraph(draft.why), heading(3, 'Done when'), bullets(...draft.doneWhen));
}

/** The first version that is released on or after the day on which the issue is due. */
function versionOf(seeded: SeededProject, draft: Draft, random: Random): string[] {
  const dueDay = draft.dueDay;
  if (dueDay === null || random.chance(0.2)) return [];
  const index = seeded.plan.milestones.findIndex((milestone) => milestone.release >= dueDay);
  const version = seeded.versions[index];
  return version ? [version.id] : [];
}

/** A sub-task belongs to a story or task of its area, other work to the area's epic. */
function parentOf(
  draft: Draft,
  before: readonly { readonly draft: Draft; readonly issue: Issue }[],
): string | null {
  if (draft.kind === 'epic') return null;
  const parents = before.filter(
    (other) =>
      other.draft.area === draft.area &&
      (draft.kind === 'subtask'
        ? other.draft.kind === 'story' || other.draft.kind === 'task'
        : other.draft.kind === 'epic'),
  );
  return parents.at(-1)?.issue.id ?? null;
}

const statusItem = (from: Status, to: Status) => ({
  field: 'status',
  from: from.id,
  fromText: from.name,
  to: to.id,
  toText: to.name,
});

function seedChanges(state: SiteState, issue: Issue, draft: Draft): void {
  const authorId = issue.assigneeId ?? (issue.reporterId as string);
  const put = (created: number, ...items: Change['items']) =>
    state.changes.put({ id: state.nextId(), issueId: issue.id, authorId, created, items });
  if (draft.dueBefore !== null && draft.dueDay !== null) {
    const [from, to] = [dateAt(draft.dueBefore), dateAt(draft.dueDay)];
    put(draft.started ?? draft.created, { field: 'duedate', from, fromText: from, to, toText: to });
  }
  if (draft.started !== null && draft.started !== draft.created) {
    put(draft.started, statusItem(STATUSES.toDo, STATUSES.inProgress));
  }
  if (draft.resolved === null || issue.resolutionId === null) return;
  const resolution = draft.isRejected ? RESOLUTIONS.wontDo : RESOLUTIONS.done;
  put(draft.resolved, statusItem(STATUSES.inProgress, STATUSES.done), {
    field: 'resolution',
    from: null,
    fromText: null,
    to: resolution.id,
    toText: resolution.name,
  });
}

/** Puts a project's issues and their change log in the site; gives them back, oldest first. */
export function seedIssues(state: SiteState, seeded: SeededProject, random: Random): Issue[] {
  const before: { draft: Draft; issue: Issue }[] = [];
  for (const raw of draftIssues(seeded.plan, random)) {
    const parentId = parentOf(raw, before);
    // A sub-task needs a parent; the first ones of a project may come before any story, and are tasks then.
    const draft: Draft = raw.kind === 'subtask' && parentId === null ? { ...raw, kind: 'task' } : raw;
    const reporterId = accountIdOf(draft.reporter);
    const issue: Issue = {
      id: state.nextId(),
      key: `${seeded.plan.key}-${before.length + 1}`,
      projectId: seeded.project.id,
      issueTypeId: ISSUE_TYPES[draft.kind].id,
      summary: draft.summary,
      description: descriptionOf(draft),
      statusId: draft.status.id,
      priorityId: draft.priorityId,
      resolutionId: draft.resolved === null ? null : RESOLUTIONS[draft.isRejected ? 'wontDo' : 'done'].id,
      assigneeId: draft.assignee === null ? null : accountIdOf(draft.assignee),
      reporterId,
      creatorId: reporterId,
      parentId,
      labels: draft.labels,
      componentIds: seeded.components.slice(draft.area, draft.area + 1).map((component) => component.id),
      fixVersionIds: versionOf(seeded, draft, random),
      affectedVersionIds: [],
      securityLevelId: null,
      dueDate: draft.dueDay === null ? null : dateAt(draft.dueDay),
      created: draft.created,
      updated: draft.resolved ?? draft.started ?? draft.created,
      resolved: draft.resolved,
      statusChanged: draft.resolved ?? draft.started ?? draft.created,
      properties: {},
    };
    state.issues.put(issue);
    seedChanges(state, issue, draft);
    before.push({ draft, issue });
  }
  return before.map(({ issue }) => issue);
}
