import type { AdfDoc, ContentVersion, Page } from '../entities';
import type { SiteState } from '../state';
import { emitPage } from './events';
import { syncTasks, withOwnTaskIds } from './inline-tasks';

export interface NewPage {
  readonly spaceId: string;
  readonly title: string;
  readonly body: AdfDoc;
  readonly authorId: string;
  readonly parentId?: string | null;
  readonly status?: 'current' | 'draft';
  readonly readers?: readonly string[] | null;
  readonly labels?: readonly string[];
}

export interface PageChange {
  readonly title?: string;
  readonly body?: AdfDoc;
  readonly parentId?: string | null;
  readonly ownerId?: string;
  readonly message?: string;
  readonly minorEdit?: boolean;
}

/** A page goes to the end of its siblings. */
function nextPosition(state: SiteState, spaceId: string, parentId: string | null): number {
  const siblings =
    parentId === null
      ? state.pages.where('space', spaceId).filter((page) => page.parentId === null)
      : state.pages.where('parent', parentId);
  return siblings.reduce((most, { position }) => Math.max(most, position + 1), 0);
}

const versionAt = (
  state: SiteState,
  number: number,
  authorId: string,
  change: PageChange = {},
): ContentVersion => ({
  number,
  message: change.message ?? '',
  minorEdit: change.minorEdit ?? false,
  authorId,
  created: state.clock.now(),
});

/** Adds a page, with its inline tasks. The seed uses it as well as the operations: access is checked before. */
export function addPage(state: SiteState, page: NewPage): Page {
  const parentId = page.parentId ?? null;
  const row: Page = {
    id: state.nextId(),
    spaceId: page.spaceId,
    parentId,
    title: page.title,
    status: page.status ?? 'current',
    body: withOwnTaskIds(page.body, state.nextId),
    position: nextPosition(state, page.spaceId, parentId),
    authorId: page.authorId,
    ownerId: page.authorId,
    created: state.clock.now(),
    version: versionAt(state, 1, page.authorId),
    history: [],
    labels: page.labels ?? [],
    properties: [],
    readers: page.readers ?? null,
  };
  state.pages.put(row);
  // A draft is nobody else's business yet: no event, no tasks.
  if (row.status === 'current') {
    emitPage(state, 'created', row, page.authorId);
    syncTasks(state, row, page.authorId);
  }
  return row;
}

/** What a page becomes by a change, apart from its version. */
function changed(state: SiteState, page: Page, change: PageChange): Page {
  const moved = change.parentId !== undefined && change.parentId !== page.parentId;
  const handedOver = change.ownerId !== undefined && change.ownerId !== page.ownerId;
  return {
    ...page,
    title: change.title ?? page.title,
    body: change.body ? withOwnTaskIds(change.body, state.nextId) : page.body,
    ...(moved
      ? {
          parentId: change.parentId,
          position: nextPosition(state, page.spaceId, change.parentId),
        }
      : {}),
    ...(handedOver ? { ownerId: change.ownerId, lastOwnerId: page.ownerId } : {}),
  };
}

/** Writes the next version of a published page; the one before goes into its history. */
export function writeVersion(state: SiteState, page: Page, change: PageChange, actorId: string): Page {
  const next: Page = {
    ...changed(state, page, change),
    version: versionAt(state, page.version.number + 1, actorId, change),
    history: [...page.history, { version: page.version, title: page.title, body: page.body }],
  };
  state.pages.put(next);
  emitPage(state, 'updated', next, actorId);
  syncTasks(state, next, actorId);
  return next;
}

/** Changes a draft in place, or publishes it: either way its version stays 1. */
export function writeDraft(
  state: SiteState,
  draft: Page,
  change: PageChange,
  status: 'draft' | 'current',
  actorId: string,
): Page {
  const next: Page = {
    ...changed(state, draft, change),
    status,
    version: versionAt(state, 1, actorId, change),
  };
  state.pages.put(next);
  if (status === 'current') {
    emitPage(state, 'created', next, actorId);
    syncTasks(state, next, actorId);
  }
  return next;
}

/** Moves a page to the trash. Its children move up to its parent; its tasks stay, unseen, for a restoration. */
export function trashPage(state: SiteState, page: Page, actorId: string): void {
  for (const child of state.pages.where('parent', page.id)) {
    state.pages.patch(child.id, { parentId: page.parentId });
  }
  emitPage(state, 'trashed', state.pages.patch(page.id, { status: 'trashed' }), actorId);
}

/** Brings a page back from the trash as its next version. "Page contents will not be updated", says the document. */
export function restorePage(state: SiteState, page: Page, actorId: string): Page {
  const parent = page.parentId === null ? undefined : state.pages.get(page.parentId);
  const next: Page = {
    ...page,
    status: 'current',
    parentId: parent?.status === 'current' ? page.parentId : null,
    version: versionAt(state, page.version.number + 1, actorId),
    history: [...page.history, { version: page.version, title: page.title, body: page.body }],
  };
  state.pages.put(next);
  emitPage(state, 'restored', next, actorId);
  return next;
}

/** Forgets a page for good, with its tasks, comments and files. */
export function purgePage(state: SiteState, page: Page, actorId: string): void {
  for (const task of state.tasks.where('page', page.id)) state.tasks.delete(task.id);
  for (const comment of state.footerComments.where('page', page.id)) state.footerComments.delete(comment.id);
  for (const file of state.attachments.where('page', page.id)) state.attachments.delete(file.id);
  if (page.status !== 'draft') emitPage(state, 'deleted', page, actorId);
  state.pages.delete(page.id);
}
