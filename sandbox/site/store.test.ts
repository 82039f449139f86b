import { createTable, type Row } from './store';

interface Task extends Row {
  readonly owner: string | null;
  readonly labels: readonly string[];
}

const task = (id: string, owner: string | null, labels: readonly string[] = []): Task => ({
  id,
  owner,
  labels,
});
const tasks = () => createTable<Task>('tasks', { owner: (row) => row.owner, label: (row) => row.labels });
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id).sort();

describe('a table', () => {
  it('finds rows by an index, one and many, and counts them', () => {
    const table = tasks();
    table.put(task('1', 'ann'));
    expect([idsOf(table.where('owner', 'ann')), table.count('owner', 'ann')]).toEqual([['1'], 1]);
    table.put(task('2', 'ann', ['a', 'b']));
    table.put(task('3', null, ['b']));
    expect(idsOf(table.where('owner', 'ann'))).toEqual(['1', '2']);
    expect([table.count('owner', 'ann'), table.count('label', 'b'), table.count('label', 'c')]).toEqual([
      2, 2, 0,
    ]);
    expect(table.where('owner', 'bob')).toEqual([]);
  });

  it('follows rows that change or go', () => {
    const table = tasks();
    for (const id of ['1', '2', '3']) table.put(task(id, 'ann'));
    table.patch('2', { owner: 'bob' });
    table.delete('1');
    expect(table.where('owner', 'ann')).toEqual([task('3', 'ann')]);
    table.patch('3', { labels: ['a'] });
    expect(table.where('owner', 'ann')).toEqual([task('3', 'ann', ['a'])]);
    table.delete('3');
    expect([table.where('owner', 'ann'), table.count('owner', 'ann')]).toEqual([[], 0]);
    expect(idsOf(table.where('owner', 'bob'))).toEqual(['2']);
  });

  it('takes a row once where it names a key twice', () => {
    const table = tasks();
    table.put(task('1', null, ['a', 'a']));
    expect(idsOf(table.where('label', 'a'))).toEqual(['1']);
    table.delete('1');
    expect(table.where('label', 'a')).toEqual([]);
  });

  it('refuses an index that it does not have', () => {
    expect(() => tasks().where('colour', 'red')).toThrow('tasks has no index colour');
    expect(() => tasks().count('colour', 'red')).toThrow('tasks has no index colour');
  });
});
