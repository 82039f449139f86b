import type { IsoWeek, LocalDate } from '../calendar';
import { DEFAULT_TOLERANCES, rate, type Tolerances } from './rag';
import {
  exposureOf,
  type Facts,
  type FigureName,
  type Milestone,
  type Snapshot,
  type TopRisk,
  type Version,
} from './snapshot';

/** More than the page shows, so that a later milestone that moves is noticed. */
export const MAX_MILESTONES = 30;
export const MAX_TOP_RISKS = 5;
/** Enough to recognise an issue by; the snapshot has to fit into a property of 32 KB. */
const MAX_TEXT = 120;

export interface SnapshotInput {
  readonly facts: Facts;
  readonly queries: Partial<Record<FigureName, string | null>>;
  readonly week: IsoWeek;
  readonly today: LocalDate;
  readonly asOf: Date;
  /** Last week's, or the latest before. */
  readonly previous: Snapshot | null;
  readonly tolerances?: Tolerances;
}

/** Freezes what was read into what the report says. */
export function takeSnapshot(input: SnapshotInput): Snapshot {
  const { facts, week, today, previous } = input;
  const milestones = milestonesOf(facts.versions, week, previous);
  const { rag, reasons } = rate(facts, milestones, today, input.tolerances ?? DEFAULT_TOLERANCES);
  const queries = Object.entries(input.queries).filter(
    ([name, jql]) => jql !== null && jql !== undefined && name in facts.figures,
  );
  return {
    week: week.label,
    asOf: input.asOf.toISOString(),
    figures: facts.figures,
    queries: Object.fromEntries(queries) as Snapshot['queries'],
    rag,
    reasons: [...reasons],
    milestones: milestones.slice(0, MAX_MILESTONES),
    moreMilestones: Math.max(0, milestones.length - MAX_MILESTONES),
    risks: topRisks(facts.risks),
  };
}

/**
 * The versions that are milestones now: dated and not released, released within this week, or open on the last report.
 * By date; those without one last.
 */
export function milestonesOf(
  versions: readonly Version[],
  week: IsoWeek,
  previous: Snapshot | null,
): Milestone[] {
  const before = new Map(previous?.milestones.map((milestone) => [milestone.id, milestone]));
  return versions
    .filter((version) => isMilestone(version, before.get(version.id), week))
    .map(({ id, name, releaseDate, released }) => ({
      id,
      name: cut(name),
      date: releaseDate,
      first: before.get(id)?.first ?? before.get(id)?.date ?? releaseDate,
      released,
    }))
    .sort((a, b) => compare(a.date ?? '9999', b.date ?? '9999') || compare(a.name, b.name));
}

function isMilestone(version: Version, before: Milestone | undefined, week: IsoWeek): boolean {
  if (before && !before.released) return true;
  const { releaseDate, released, archived } = version;
  if (archived || releaseDate === null) return false;
  return !released || (releaseDate >= week.start && releaseDate <= week.end);
}

function topRisks(risks: readonly TopRisk[]): TopRisk[] {
  return risks
    .map((risk) => ({ ...risk, summary: cut(risk.summary) }))
    .sort((a, b) => (exposureOf(b) ?? 0) - (exposureOf(a) ?? 0) || compare(a.key, b.key))
    .slice(0, MAX_TOP_RISKS);
}

const cut = (text: string) => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
