import type { AdfDoc, InlineTask, Page } from '../entities';
import type { SiteState } from '../state';
import { type AdfNode, attr, mapNodes, nodesOf, walk } from './adf-tree';
import { emitTask } from './events';

const DAY = 86_400_000;

/** A task as it stands in a page's text. */
export interface WrittenTask {
  readonly localId: string;
  readonly status: InlineTask['status'];
  readonly body: AdfDoc;
  readonly assignedTo: string | null;
  /** Midnight UTC of the first date in the task. */
  readonly dueAt: number | null;
}

const isTask = (node: AdfNode): boolean => node.type === 'taskItem' || node.type === 'blockTaskItem';

const asDoc = (nodes: readonly AdfNode[]): AdfDoc => ({ type: 'doc', version: 1, content: nodes });

function dueOf(content: readonly AdfNode[]): number | null {
  const date = [...walk(content)].find(({ type }) => type === 'date');
  const at = date ? Number(attr(date, 'timestamp')) : NaN;
  return Number.isFinite(at) ? Math.floor(at / DAY) * DAY : null;
}

/** The tasks of a page's text in reading order. The first person mentioned owes it, by the first date. */
export function tasksIn(doc: AdfDoc): WrittenTask[] {
  return [...walk(nodesOf(doc))].filter(isTask).map((node) => {
    const content = node.content ?? [];
    const mention = [...walk(content)].find(({ type }) => type === 'mention');
    return {
      localId: attr(node, 'localId'),
      status: attr(node, 'state') === 'DONE' ? 'complete' : 'incomplete',
      body: asDoc(node.type === 'taskItem' ? [{ type: 'paragraph', content }] : content),
      assignedTo: mention ? attr(mention, 'id') : null,
      dueAt: dueOf(content),
    };
  });
}

/** True for a checkbox with no text, person or date beside it. */
export const isBlank = (task: InlineTask): boolean =>
  ![...walk(nodesOf(task.body))].some(
    ({ type, text }) => type !== 'paragraph' && type !== 'hardBreak' && text?.trim() !== '',
  );

const withTaskAttrs = (doc: AdfDoc, change: (localId: string) => Readonly<Record<string, unknown>>): AdfDoc =>
  asDoc(
    mapNodes(nodesOf(doc), (node) =>
      isTask(node) ? { ...node, attrs: { ...node.attrs, ...change(attr(node, 'localId')) } } : node,
    ),
  );

/** Task ids are the page's own: a missing or repeated one, as pasting a list twice makes, is given anew. */
export function withOwnTaskIds(doc: AdfDoc, freshId: () => string): AdfDoc {
  const ids = tasksIn(doc).map(({ localId }) => localId);
  if (!ids.includes('') && new Set(ids).size === ids.length) return doc;
  const seen = new Set(['']);
  return withTaskAttrs(doc, (localId) => {
    const own = seen.has(localId) ? freshId() : localId;
    seen.add(own);
    return { localId: own };
  });
}

/** The text with one task's box checked or cleared. */
export const withTaskStatus = (doc: AdfDoc, localId: string, status: InlineTask['status']): AdfDoc =>
  withTaskAttrs(doc, (id) => (id === localId ? { state: status === 'complete' ? 'DONE' : 'TODO' } : {}));

function completion(state: SiteState, before: InlineTask | undefined, written: WrittenTask, actorId: string) {
  if (written.status === 'incomplete') return { completedBy: null, completedAt: null };
  if (before?.status === 'complete') {
    return { completedBy: before.completedBy, completedAt: before.completedAt };
  }
  return { completedBy: actorId, completedAt: state.clock.now() };
}

/** Makes the site's task rows say what the page's text says, and tells of each change. */
export function syncTasks(state: SiteState, page: Page, actorId: string): void {
  const now = state.clock.now();
  const before = new Map(state.tasks.where('page', page.id).map((task) => [task.localId, task]));
  for (const written of tasksIn(page.body)) {
    const old = before.get(written.localId);
    before.delete(written.localId);
    const same =
      old?.status === written.status &&
      old.assignedTo === written.assignedTo &&
      old.dueAt === written.dueAt &&
      JSON.stringify(old.body) === JSON.stringify(written.body);
    if (same) continue;
    const task: InlineTask = {
      id: old?.id ?? state.nextId(),
      spaceId: page.spaceId,
      pageId: page.id,
      createdBy: old?.createdBy ?? actorId,
      created: old?.created ?? now,
      updated: now,
      ...written,
      ...completion(state, old, written, actorId),
    };
    state.tasks.put(task);
    emitTask(state, old ? 'updated' : 'created', page, task, actorId, old);
  }
  for (const gone of before.values()) {
    state.tasks.delete(gone.id);
    emitTask(state, 'removed', page, gone, actorId);
  }
}
