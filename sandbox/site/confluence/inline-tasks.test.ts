import { tasksIn, withOwnTaskIds, withTaskStatus } from './inline-tasks';
import { minutes } from '../../../test/support/minutes';

const DAY = Date.UTC(2026, 6, 24);

describe('tasks in the text of a page', () => {
  it('are owed by the first person mentioned, by the first date', () => {
    const [task] = tasksIn(minutes({ localId: 'a', owner: 'member', due: DAY }));
    expect(task).toMatchObject({ localId: 'a', status: 'incomplete', assignedTo: 'member', dueAt: DAY });
  });

  it('are due at midnight UTC, whatever hour the date carries', () => {
    expect(tasksIn(minutes({ due: DAY + 7 * 3_600_000 }))[0]?.dueAt).toBe(DAY);
  });

  it('have no owner and no date where nobody wrote them', () => {
    expect(tasksIn(minutes({}))[0]).toMatchObject({ assignedTo: null, dueAt: null });
  });

  it('take no date from what is no instant', () => {
    const doc = JSON.parse(JSON.stringify(minutes({ due: DAY })).replace(String(DAY), 'soon'));
    expect(tasksIn(doc)[0]?.dueAt).toBeNull();
  });

  it('are found in nested lists and beside blocks, in reading order', () => {
    const inner = minutes({ localId: 'b' }).content[1];
    const block = {
      type: 'blockTaskItem',
      attrs: { localId: 'c', state: 'DONE' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Long' }] }],
    };
    const outer = {
      type: 'taskList',
      attrs: { localId: 'l' },
      content: [minutes({ localId: 'a' }).content[1], inner, block],
    };
    const found = tasksIn({ type: 'doc', version: 1, content: [outer] });
    expect(found.map(({ localId, status }) => `${localId} ${status}`)).toEqual([
      'a incomplete',
      'b incomplete',
      'c complete',
    ]);
  });

  it('are checked and cleared one at a time', () => {
    const doc = minutes({ localId: 'a' }, { localId: 'b', done: true });
    const checked = withTaskStatus(doc, 'a', 'complete');
    expect(tasksIn(checked).map(({ status }) => status)).toEqual(['complete', 'complete']);
    expect(withTaskStatus(checked, 'a', 'incomplete')).toEqual(doc);
  });

  it('keep their ids, except one that another task already has', () => {
    const doc = minutes({ localId: 'a' }, { localId: 'a' }, { localId: '' }, { localId: 'b' });
    let next = 0;
    const ids = tasksIn(withOwnTaskIds(doc, () => `fresh-${++next}`)).map(({ localId }) => localId);
    expect(ids).toEqual(['a', 'fresh-1', 'fresh-2', 'b']);
  });

  it('leave a text alone whose ids are in order', () => {
    const doc = minutes({ localId: 'a' }, { localId: 'b' });
    expect(withOwnTaskIds(doc, () => 'never')).toBe(doc);
  });
});
