import type { Period, Report, StreamFacts } from '../domain/reports';
import type { Facts, Marks, Snapshot } from '../domain/status';

/** The page of one report as Docket last knew it. */
export interface RememberedPage {
  /** Null from just before the page is created until it is known to exist. */
  readonly id: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly version: number;
  /** What was, or is about to be, written on it: by this a page is recognised that a dead run has left behind. */
  readonly marks: Marks;
}

/** The figures in front of the reviewers, with the lists that the page is drawn from; without anybody's overrides. */
export interface DraftFigures {
  readonly snapshot: Snapshot;
  readonly facts: Facts;
}

/** All that is kept of one report. */
export interface ReportRow {
  readonly report: Report;
  /** As they were when the report was begun, instants: a calendar that changes meanwhile does not move them. */
  readonly steps: { readonly ask: string | null; readonly cutOff: string; readonly publish: string };
  /** Counts the writes. */
  readonly version: number;
  readonly page: RememberedPage | null;
  readonly draft: DraftFigures | null;
  /** What was published last, frozen. */
  readonly snapshot: Snapshot | null;
  /** The lists of what was published last: a correction that keeps its figures is drawn from them. */
  readonly facts: Facts | null;
  /** What the report before said when these figures were taken: changes are told against it. */
  readonly previous: { readonly snapshot: Snapshot; readonly url: string | null } | null;
  readonly streamFacts: Readonly<Record<string, StreamFacts>>;
  /** True once the stakeholders were told of the newest revision, or there were none to tell. */
  readonly told: boolean;
}

export interface Reports {
  read(projectId: string, label: string): Promise<ReportRow | null>;
  /** Those whose period starts before `before`, or all, newest first. */
  newest(projectId: string, limit: number, before?: Period['start']): Promise<ReportRow[]>;
  /**
   * Writes `row` as the version after `row.version`; 0 is none yet.
   * @returns the row as it is kept, or `null` where another writer was faster.
   */
  save(row: ReportRow, writer: string): Promise<ReportRow | null>;
}
