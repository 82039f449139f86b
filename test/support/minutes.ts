import type { AdfDoc } from '../../sandbox/site/entities';

/** A body to write, as v2 takes it. */
export const written = (doc: unknown) => ({
  representation: 'atlas_doc_format' as const,
  value: JSON.stringify(doc),
});

export interface TaskText {
  readonly localId?: string;
  readonly text?: string;
  readonly done?: boolean;
  readonly owner?: string;
  /** An instant; the page's editor writes midnight UTC. */
  readonly due?: number;
}

const item = ({ localId = 't1', text = 'Do it', done = false, owner, due }: TaskText) => ({
  type: 'taskItem',
  attrs: { localId, state: done ? 'DONE' : 'TODO' },
  content: [
    ...(owner === undefined ? [] : [{ type: 'mention', attrs: { id: owner, text: `@${owner}` } }]),
    ...(text === '' ? [] : [{ type: 'text', text }]),
    ...(due === undefined ? [] : [{ type: 'date', attrs: { timestamp: String(due) } }]),
  ],
});

/** The text of a meeting page: a heading and a list of tasks. */
export const minutes = (...tasks: readonly TaskText[]): AdfDoc => ({
  type: 'doc',
  version: 1,
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Minutes' }] },
    ...(tasks.length === 0
      ? []
      : [{ type: 'taskList', attrs: { localId: 'list' }, content: tasks.map(item) }]),
  ],
});
