import type { CommitmentView } from '../../api/contract';
import { csvOf } from '../../shared/files/csv';
import type { Cell } from '../../shared/files/cells';
import { fileName, saveFile } from '../../shared/files/save-file';
import type { CommitmentColumn } from './columns';

/** Saves these rows as a CSV file, in these columns. @param today `YYYY-MM-DD`; @returns the file's name */
export function exportCommitments(
  { projectKey, title, today }: { readonly projectKey: string; title: string; today: string },
  columns: readonly CommitmentColumn[],
  rows: readonly CommitmentView[],
): string {
  const cell = (column: CommitmentColumn, row: CommitmentView): Cell => {
    const text = column.text(row);
    if (text === '') return null;
    return column.key === 'due' ? { type: 'date', date: text } : { type: 'text', text };
  };
  const sheet = {
    titles: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map((column) => cell(column, row))),
  };
  const name = fileName(projectKey, title, today, 'csv');
  saveFile(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), name);
  return name;
}
