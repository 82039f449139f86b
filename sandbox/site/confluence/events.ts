import type { InlineTask, Page } from '../entities';
import type { SiteState } from '../state';
import { canViewPage } from './access';
import { instant } from './format';

/** What happens to pages, as the platform names it in `avi:confluence:NAME:page`. */
export type PageHappening = 'created' | 'updated' | 'trashed' | 'restored' | 'deleted';
export type TaskHappening = 'created' | 'updated' | 'removed';

const personOf = (state: SiteState, accountId: string) => {
  const user = state.users.get(accountId);
  return {
    type: user ? 'known' : 'unknown',
    accountId,
    accountType: user?.accountType ?? 'atlassian',
    displayName: user?.displayName ?? '',
  };
};

/** https://developer.atlassian.com/platform/forge/events-reference/confluence/#type-reference */
function contentOf(state: SiteState, page: Page) {
  const space = state.spaces.get(page.spaceId);
  return {
    id: page.id,
    type: 'page',
    status: page.status,
    title: page.title,
    // A number here, unlike everywhere in the REST interface.
    space: {
      id: Number(page.spaceId),
      key: space?.key ?? '',
      name: space?.name ?? '',
      type: 'global',
      status: 'current',
    },
    history: {
      latest: true,
      createdBy: personOf(state, page.authorId),
      createdDate: instant(page.created),
    },
    version: {
      number: page.version.number,
      message: page.version.message,
      minorEdit: page.version.minorEdit,
      by: personOf(state, page.version.authorId),
      when: instant(page.version.created),
    },
  };
}

const taskOf = (task: InlineTask) => ({
  id: Number(task.id),
  uuid: task.localId,
  status: task.status,
  statusAsString: task.status === 'complete' ? 'CHECKED' : 'UNCHECKED',
  assignee: task.assignedTo,
  dueDate: task.dueAt,
});

/**
 * Tells the host, which is the only listener, unless the installed app may not see the page: apps hear nothing of
 * restricted content, https://jira.atlassian.com/browse/ECO-961. Minor edits tell too: that flag only spares watchers.
 */
function emit(
  state: SiteState,
  eventType: string,
  page: Page,
  actorId: string,
  more: Record<string, unknown> = {},
) {
  const app = state.appAccountId === null ? undefined : state.users.get(state.appAccountId);
  if (app && !canViewPage(state, app, page)) return;
  state.emit({
    eventType,
    actorId,
    payload: {
      eventType,
      atlassianId: actorId,
      eventCreatedDate: instant(state.clock.now()),
      suppressNotifications: page.version.minorEdit,
      content: contentOf(state, page),
      ...more,
    },
  });
}

export const emitPage = (state: SiteState, what: PageHappening, page: Page, actorId: string): void =>
  emit(state, `avi:confluence:${what}:page`, page, actorId);

export const emitTask = (
  state: SiteState,
  what: TaskHappening,
  page: Page,
  task: InlineTask,
  actorId: string,
  old?: InlineTask,
): void =>
  emit(state, `avi:confluence:${what}:task`, page, actorId, {
    task: taskOf(task),
    ...(old ? { oldTask: taskOf(old) } : {}),
  });
