import type { AdfNode } from './adf';
import { shownColour } from './colours';
import { grid, line, lozenge, type Words } from './parts';
import { Dimension, type Snapshot } from './snapshot';

/** What the reports said over time, newest first, for where no picture can be drawn. */
export function historyBody(snapshots: readonly Snapshot[]): AdfNode[] {
  if (snapshots.length < 2) return [];
  const rows = snapshots.map((snapshot): Words[] => [
    snapshot.week,
    lozenge(snapshot.rag),
    ...Dimension.options.map((dimension) => lozenge(shownColour(snapshot, dimension))),
    String(snapshot.figures.open),
    String(snapshot.figures.resolved),
    String(snapshot.figures.overdue),
  ]);
  const titles = ['Report', 'Overall', ...Dimension.options, 'Open', 'Resolved', 'Overdue'];
  return [line(`The last ${snapshots.length} reports, newest first.`), grid(titles, rows)];
}
