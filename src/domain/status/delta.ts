import { MAX_MILESTONES } from './report';
import {
  exposureOf,
  type FigureName,
  type Figures,
  type Milestone,
  type Snapshot,
  type TopRisk,
} from './snapshot';

export interface MilestoneMove {
  readonly milestone: Milestone;
  /** Its date on the earlier report; null where it had none or was not there. */
  readonly from: string | null;
  /** `gone`: deleted or archived since. */
  readonly move: 'same' | 'new' | 'later' | 'earlier' | 'undated' | 'released' | 'gone';
}

export interface RiskMove {
  readonly risk: TopRisk;
  readonly from: number | null;
  /** `gone`: no longer among the top, or closed. */
  readonly move: 'same' | 'new' | 'up' | 'down' | 'gone';
}

/** What changed since an earlier report. */
export interface Delta {
  /** ISO week of the earlier report. */
  readonly since: string;
  /** Differences of the figures that both have. */
  readonly figures: Partial<Record<FigureName, number>>;
  readonly milestones: readonly MilestoneMove[];
  readonly risks: readonly RiskMove[];
}

export function deltaOf(snapshot: Snapshot, previous: Snapshot): Delta {
  return {
    since: previous.week,
    figures: figureChanges(snapshot.figures, previous.figures),
    milestones: milestoneMoves(snapshot.milestones, previous.milestones),
    risks: riskMoves(snapshot.risks, previous.risks),
  };
}

function figureChanges(now: Figures, then: Figures): Delta['figures'] {
  const names = Object.keys(now) as FigureName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [a, b] = [now[name], then[name]];
      return a === null || b === null ? [] : [[name, a - b]];
    }),
  );
}

function milestoneMoves(now: readonly Milestone[], then: readonly Milestone[]): MilestoneMove[] {
  const before = new Map(then.map((milestone) => [milestone.id, milestone]));
  const after = new Set(now.map(({ id }) => id));
  // On a full list a milestone may merely have been pushed off the end.
  const full = now.length >= MAX_MILESTONES;
  const gone = full ? [] : then.filter(({ id, released }) => !after.has(id) && !released);
  return [
    ...now.map((milestone): MilestoneMove => {
      const old = before.get(milestone.id);
      const unknown = !old && isBeyond(milestone, then);
      return { milestone, from: old?.date ?? null, move: unknown ? 'same' : moveOf(milestone, old) };
    }),
    ...gone.map((milestone): MilestoneMove => ({ milestone, from: milestone.date, move: 'gone' })),
  ];
}

/** The earlier list was full and ended before this date: nobody knows whether it was there. */
function isBeyond({ date }: Milestone, then: readonly Milestone[]): boolean {
  const last = then.at(-1)?.date ?? '9999';
  return then.length >= MAX_MILESTONES && (date ?? '9999') >= last;
}

function moveOf(now: Milestone, old: Milestone | undefined): MilestoneMove['move'] {
  if (now.released && !old?.released) return 'released';
  if (!old) return 'new';
  if (now.date === old.date) return 'same';
  if (now.date === null) return 'undated';
  return old.date !== null && now.date < old.date ? 'earlier' : 'later';
}

function riskMoves(now: readonly TopRisk[], then: readonly TopRisk[]): RiskMove[] {
  const before = new Map(then.map((risk) => [risk.key, risk]));
  const after = new Set(now.map(({ key }) => key));
  return [
    ...now.map((risk): RiskMove => {
      const old = before.get(risk.key);
      if (!old) return { risk, from: null, move: 'new' };
      const [to, from] = [exposureOf(risk) ?? 0, exposureOf(old) ?? 0];
      return { risk, from: exposureOf(old), move: to > from ? 'up' : to < from ? 'down' : 'same' };
    }),
    ...then
      .filter(({ key }) => !after.has(key))
      .map((risk): RiskMove => ({ risk, from: exposureOf(risk), move: 'gone' })),
  ];
}
