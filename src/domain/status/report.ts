import type { LocalDate } from '../calendar';
import type { Facts, Version } from './facts';
import { moneyOf, type PlanFacts } from './money';
import { rate } from './rag';
import {
  DEFINITIONS,
  exposureOf,
  type FigureName,
  type Milestone,
  type RecordLine,
  type Snapshot,
  type TopRisk,
} from './snapshot';
import { lengthOf, type Span } from './span';
import { DEFAULT_TOLERANCES, type Tolerances } from './tolerances';

/** More than the page shows, so that a later milestone that moves is noticed. */
export const MAX_MILESTONES = 30;
export const MAX_TOP_RISKS = 8;
/** Enough to recognise an issue by; the snapshot has to fit into a property of 32 KB. */
const MAX_TEXT = 120;

export interface SnapshotInput {
  readonly facts: Facts;
  readonly queries: Partial<Record<FigureName, string | null>>;
  readonly week: Span;
  readonly today: LocalDate;
  readonly asOf: Date;
  /** Of the last report, or the latest before. */
  readonly previous: Snapshot | null;
  readonly tolerances?: Tolerances;
}

/** Freezes what was read into what the report says. */
export function takeSnapshot(input: SnapshotInput): Snapshot {
  const { facts, week, today, previous, tolerances = DEFAULT_TOLERANCES } = input;
  const milestones = milestonesOf(facts, week, previous);
  const { rag, reasons } = rate({ facts, milestones, today, tolerances, length: lengthOf(week) });
  const queries = Object.entries(input.queries).filter(
    ([name, jql]) => jql !== null && jql !== undefined && name in facts.figures,
  );
  return {
    definitions: DEFINITIONS,
    week: week.label,
    asOf: input.asOf.toISOString(),
    scope: facts.scope,
    figures: facts.figures,
    notComputable: facts.notComputable,
    queries: Object.fromEntries(queries) as Snapshot['queries'],
    rag,
    reasons: [...reasons],
    overrides: [],
    milestones: milestones.slice(0, MAX_MILESTONES),
    moreMilestones: Math.max(0, milestones.length - MAX_MILESTONES),
    risks: topRisks(facts.registers.risks),
    attention: shortened(facts.registers.attention.items),
    decided: shortened(facts.registers.decided.items),
    money: moneyOf(facts.plan),
  };
}

/**
 * The versions that are milestones now: dated and not released, released within this period, or open on the last report.
 * By date; those without one last.
 */
export function milestonesOf(
  { versions, plan }: Pick<Facts, 'versions' | 'plan'>,
  week: Pick<Span, 'start' | 'end'>,
  previous: Snapshot | null,
): Milestone[] {
  const before = new Map(previous?.milestones.map((milestone) => [milestone.id, milestone]));
  const baseline = baselineDates(plan);
  return versions
    .filter((version) => isMilestone(version, before.get(version.id), week))
    .map(({ id, name, releaseDate, released }) => ({
      id,
      name: cut(name),
      date: releaseDate,
      first: before.get(id)?.first ?? before.get(id)?.date ?? releaseDate,
      baseline: baseline.get(id) ?? null,
      released,
    }))
    .sort((a, b) => compare(a.date ?? '9999', b.date ?? '9999') || compare(a.name, b.name));
}

/** When the active baseline has the phases finished that versions stand for, by version. */
function baselineDates(plan: PlanFacts | null): Map<string, LocalDate> {
  const planned = new Map(plan?.variance?.phases.map(({ id, before }) => [id, before?.finish]));
  return new Map(
    (plan?.plan.phases ?? []).flatMap(({ id, versionId }) => {
      const finish = planned.get(id);
      return versionId !== null && finish !== undefined ? [[versionId, finish]] : [];
    }),
  );
}

function isMilestone(
  version: Version,
  before: Milestone | undefined,
  week: Pick<Span, 'start' | 'end'>,
): boolean {
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

const shortened = (lines: readonly RecordLine[]): RecordLine[] =>
  lines.map((record) => ({ ...record, summary: cut(record.summary) }));

const cut = (text: string) => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
