import { kvs, WhereConditions } from '@forge/kvs';
import type { TaskTouches } from '../../ports/task-touches';
import { systemIds } from '../ids';
import { deleteEach } from './batch';
import { translateStorage } from './errors';

/** A touch that no run has collected by then belongs to what is switched off. */
const KEEP = { ttl: { value: 7, unit: 'DAYS' as const } };

/**
 * Notes about things with an id, under keys that begin with `prefix`. Each note has a key of its own: one that comes
 * while a run is at work is not deleted with those it has seen.
 */
export function touchesUnder(prefix: string) {
  return {
    touch: (id: string): Promise<void> =>
      translateStorage(() => kvs.set(`${prefix}${id}:${systemIds.next()}`, true, KEEP)),

    async all(): Promise<{ readonly id: string; readonly key: string }[]> {
      const touches: { id: string; key: string }[] = [];
      let cursor: string | undefined;
      do {
        let query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
        if (cursor !== undefined) query = query.cursor(cursor);
        const page = await translateStorage(() => query.getMany());
        touches.push(
          ...page.results.map(({ key }) => ({ key, id: key.slice(prefix.length, key.lastIndexOf(':')) })),
        );
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return touches;
    },
  };
}

export const forgetTouches = (touches: readonly { readonly key: string }[]): Promise<void> =>
  deleteEach(touches.map(({ key }) => ({ key })));

const tasks = touchesUnder('touched-task:');

/** Touched tasks of the whole site: which projects follow one shows when it is read. */
export const kvsTaskTouches: TaskTouches = {
  touch: tasks.touch,
  all: async () => (await tasks.all()).map(({ id, key }) => ({ taskId: id, key })),
  forget: forgetTouches,
};
