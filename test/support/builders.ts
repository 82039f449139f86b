import type * as E from '../../sandbox/site/entities';
import type { SiteState } from '../../sandbox/site/state';

/** The fixed instant of tests: Tuesday 2026-07-21, 09:00 UTC. */
export const NOW = Date.UTC(2026, 6, 21, 9);

/** Ids of the site-wide tables that every test site has. */
export const TYPE = { epic: '10000', task: '10001', subtask: '10002', bug: '10003' } as const;
export const STATUS = { todo: '10010', doing: '10011', done: '10012' } as const;
export const PRIORITY = { highest: '1', high: '2', medium: '3', low: '4' } as const;
export const RESOLUTION = { done: '10020', declined: '10021' } as const;
export const LINK_TYPE = { blocks: '10030', relates: '10031' } as const;

/** A document of one paragraph for each text. */
export const doc = (...paragraphs: readonly string[]): E.AdfDoc => ({
  type: 'doc',
  version: 1,
  content: paragraphs.map((text) => ({
    type: 'paragraph',
    content: text === '' ? [] : [{ type: 'text', text }],
  })),
});

/**
 * Puts rows into a site. Each builder fills in what a test does not state, with stable ids and the fixed date, and
 * makes what the row needs besides (a project for an issue, an issue for a comment).
 */
export interface Builders {
  readonly state: SiteState;
  user(change?: Partial<E.User>): E.User;
  project(change?: Partial<E.Project>): E.Project;
  component(change?: Partial<E.Component>): E.Component;
  version(change?: Partial<E.Version>): E.Version;
  securityLevel(change?: Partial<E.SecurityLevel>): E.SecurityLevel;
  customField(change?: Partial<E.CustomField>): E.CustomField;
  issue(change?: Partial<E.Issue>): E.Issue;
  comment(change?: Partial<E.IssueComment>): E.IssueComment;
  link(change?: Partial<E.IssueLink>): E.IssueLink;
  space(change?: Partial<E.Space>): E.Space;
  page(change?: Partial<E.Page>): E.Page;
  attachment(change?: Partial<E.Attachment>): E.Attachment;
  task(change?: Partial<E.InlineTask>): E.InlineTask;
}

/** The tables that no test is about: issue types, statuses, priorities, resolutions, link types. */
export function putTables(state: SiteState): void {
  const put = <T extends { id: string }>(table: { put(row: T): void }, rows: readonly T[]) =>
    rows.forEach(table.put);
  put(state.issueTypes, [
    { id: TYPE.epic, name: 'Epic', subtask: false },
    { id: TYPE.task, name: 'Task', subtask: false },
    { id: TYPE.subtask, name: 'Sub-task', subtask: true },
    { id: TYPE.bug, name: 'Bug', subtask: false },
  ]);
  put(state.statuses, [
    { id: STATUS.todo, name: 'To Do', category: 'new' },
    { id: STATUS.doing, name: 'In Progress', category: 'indeterminate' },
    { id: STATUS.done, name: 'Done', category: 'done' },
  ]);
  put(state.priorities, [
    { id: PRIORITY.highest, name: 'Highest' },
    { id: PRIORITY.high, name: 'High' },
    { id: PRIORITY.medium, name: 'Medium' },
    { id: PRIORITY.low, name: 'Low' },
  ]);
  put(state.resolutions, [
    { id: RESOLUTION.done, name: 'Done' },
    { id: RESOLUTION.declined, name: "Won't Do" },
  ]);
  put(state.linkTypes, [
    { id: LINK_TYPE.blocks, name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: LINK_TYPE.relates, name: 'Relates', inward: 'relates to', outward: 'relates to' },
  ]);
  // Ids made later stay clear of the fixed ones above.
  state.reserveIds(10_099);
}

export function createBuilders(state: SiteState): Builders {
  const first = <T extends { id: string }>(table: { all(): IterableIterator<T> }): T | undefined =>
    table.all().next().value;
  const put = <T extends { id: string }>(table: { put(row: T): void }, row: T): T => {
    table.put(row);
    return row;
  };
  const version: E.ContentVersion = {
    number: 1,
    message: '',
    minorEdit: false,
    authorId: 'member',
    created: NOW,
  };
  const someProject = (): E.Project => first(state.projects) ?? build.project();
  const someIssue = (): E.Issue => first(state.issues) ?? build.issue();
  const someSpace = (): E.Space => first(state.spaces) ?? build.space();
  const somePage = (): E.Page => first(state.pages) ?? build.page();

  const build: Builders = {
    state,
    user(change = {}) {
      const accountId = change.accountId ?? change.id ?? `person-${state.users.size + 1}`;
      return put(state.users, {
        displayName: accountId,
        emailAddress: `${accountId}@example.com`,
        timeZone: 'Etc/UTC',
        locale: 'en_US',
        active: true,
        accountType: 'atlassian',
        siteAdmin: false,
        ...change,
        id: accountId,
        accountId,
      });
    },
    project(change = {}) {
      const key = change.key ?? `PRJ${state.projects.size === 0 ? '' : state.projects.size + 1}`;
      return put(state.projects, {
        id: state.nextId(),
        key,
        name: `Project ${key}`,
        description: '',
        leadAccountId: 'lead',
        projectTypeKey: 'software',
        everyone: 'member',
        roles: { lead: 'admin' },
        appAccess: true,
        issueTypeIds: Object.values(TYPE),
        properties: {},
        ...change,
      });
    },
    component: (change = {}) =>
      put(state.components, {
        id: state.nextId(),
        projectId: change.projectId ?? someProject().id,
        name: 'Component',
        ...change,
      }),
    version: (change = {}) =>
      put(state.versions, {
        id: state.nextId(),
        projectId: change.projectId ?? someProject().id,
        name: `1.${state.versions.size}`,
        archived: false,
        released: false,
        ...change,
      }),
    securityLevel: (change = {}) =>
      put(state.securityLevels, { id: state.nextId(), name: 'Confidential', memberIds: [], ...change }),
    customField: (change = {}) =>
      put(state.customFields, {
        id: change.id ?? `customfield_${10_016 + state.customFields.size}`,
        name: change.name ?? 'Story Points',
      }),
    issue(change = {}) {
      const projectId = change.projectId ?? someProject().id;
      const number = state.issues.where('project', projectId).length + 1;
      const key = change.key ?? `${state.projects.get(projectId)?.key}-${number}`;
      return put(state.issues, {
        id: state.nextId(),
        key,
        projectId,
        issueTypeId: TYPE.task,
        summary: `Summary of ${key}`,
        description: null,
        statusId: STATUS.todo,
        priorityId: PRIORITY.medium,
        resolutionId: null,
        assigneeId: null,
        reporterId: 'member',
        creatorId: 'member',
        parentId: null,
        labels: [],
        componentIds: [],
        fixVersionIds: [],
        affectedVersionIds: [],
        securityLevelId: null,
        dueDate: null,
        created: NOW,
        updated: NOW,
        resolved: null,
        statusChanged: NOW,
        properties: {},
        ...change,
      });
    },
    comment: (change = {}) =>
      put(state.comments, {
        id: state.nextId(),
        issueId: change.issueId ?? someIssue().id,
        authorId: 'member',
        updateAuthorId: change.authorId ?? 'member',
        body: doc('A comment.'),
        created: NOW,
        updated: NOW,
        properties: {},
        ...change,
      }),
    link: (change = {}) =>
      put(state.links, {
        id: state.nextId(),
        typeId: LINK_TYPE.blocks,
        inwardIssueId: change.inwardIssueId ?? someIssue().id,
        outwardIssueId: change.outwardIssueId ?? build.issue().id,
        ...change,
      }),
    space: (change = {}) =>
      put(state.spaces, {
        id: state.nextId(),
        key: change.key ?? `SP${state.spaces.size === 0 ? '' : state.spaces.size + 1}`,
        name: 'Space',
        homepageId: null,
        authorId: 'member',
        created: NOW,
        everyone: 'edit',
        members: { admin: 'admin' },
        appAccess: true,
        ...change,
      }),
    page: (change = {}) =>
      put(state.pages, {
        id: state.nextId(),
        spaceId: change.spaceId ?? someSpace().id,
        parentId: null,
        title: `Page ${state.pages.size + 1}`,
        status: 'current',
        body: doc('Text of the page.'),
        position: state.pages.size,
        authorId: 'member',
        ownerId: 'member',
        created: NOW,
        version,
        history: [],
        labels: [],
        properties: [],
        readers: null,
        ...change,
      }),
    attachment: (change = {}) =>
      put(state.attachments, {
        id: `att${state.nextId()}`,
        pageId: change.pageId ?? somePage().id,
        title: 'notes.txt',
        mediaType: 'text/plain',
        fileSize: 1024,
        fileId: '6f1d2c3b-0000-4000-8000-00000000a001',
        comment: '',
        created: NOW,
        version,
        ...change,
      }),
    task(change = {}) {
      const page = (change.pageId !== undefined ? state.pages.get(change.pageId) : undefined) ?? somePage();
      return put(state.tasks, {
        id: state.nextId(),
        localId: `task-${state.tasks.size + 1}`,
        spaceId: page.spaceId,
        pageId: page.id,
        status: 'incomplete',
        body: doc('A task.'),
        createdBy: 'member',
        assignedTo: null,
        completedBy: null,
        created: NOW,
        updated: NOW,
        dueAt: null,
        completedAt: null,
        ...change,
      });
    },
  };
  return build;
}
