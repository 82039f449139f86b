/** Columns that every register has. */
export const BUILT_IN_COLUMNS: Readonly<Record<string, string>> = {
  id: 'ID',
  key: 'Issue',
  summary: 'Summary',
  state: 'State',
  score: 'Score',
  residual: 'Residual',
  target: 'Target',
  band: 'Band',
  movement: 'Since last week',
  updated: 'Updated',
};
