import type { StatusView } from '../contract/status';
import { deltaOf, type Snapshot } from '../domain/status';
import type { RememberedPage } from '../ports/status-memory';

/** A report as the project page and the macro show it. */
export function statusView(input: {
  readonly project: { readonly key: string; readonly name: string };
  readonly snapshot: Snapshot;
  readonly previous: Snapshot | null;
  readonly page: RememberedPage | null;
}): StatusView {
  const { project, snapshot, previous, page } = input;
  const { open, overdue, opened, resolved, dueNextWeek } = snapshot.figures;
  return {
    projectKey: project.key,
    projectName: project.name,
    week: snapshot.week,
    asOf: snapshot.asOf,
    rag: snapshot.rag,
    reasons: snapshot.reasons.map(({ dimension, rag, text }) => `${dimension}, ${rag ?? 'unknown'}: ${text}`),
    figures: { opened, resolved, open, overdue, dueNextWeek },
    change: previous && { ...deltaOf(snapshot, previous).figures },
    page:
      page?.id && page.url !== null
        ? { id: page.id, title: page.title, url: page.url, version: page.version }
        : null,
  };
}

/** The newest snapshot of an earlier week. ISO week labels sort as strings. */
export function previousOf(snapshots: readonly Snapshot[], week: string): Snapshot | null {
  const earlier = snapshots.filter((snapshot) => snapshot.week < week);
  return earlier.toSorted((a, b) => (a.week < b.week ? 1 : -1))[0] ?? null;
}
