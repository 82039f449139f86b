import { MAX_MILESTONES } from './report';
import {
  Dimension,
  exposureOf,
  type FigureName,
  type Milestone,
  type Rag,
  type Snapshot,
  type TopRisk,
} from './snapshot';
import { shownColour } from './colours';
import { lengthOf } from './span';

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
  /** Differences of the figures that mean the same in both. */
  readonly figures: Partial<Record<FigureName, number>>;
  /** The colours of the earlier report, as it showed them; null where a dimension had none. */
  readonly colours: Readonly<Record<Dimension, Rag | null>>;
  readonly overall: Rag;
  readonly milestones: readonly MilestoneMove[];
  readonly risks: readonly RiskMove[];
}

export function deltaOf(snapshot: Snapshot, previous: Snapshot): Delta {
  return {
    since: previous.week,
    figures: figureChanges(snapshot, previous),
    colours: Object.fromEntries(
      Dimension.options.map((dimension) => [dimension, shownColour(previous, dimension)]),
    ) as Delta['colours'],
    overall: previous.rag,
    milestones: milestoneMoves(snapshot, previous),
    risks: riskMoves(snapshot.risks, previous.risks),
  };
}

/** Figures of the first definitions that still mean the same. */
const SINCE_FIRST: readonly FigureName[] = [
  'open',
  'overdue',
  'opened',
  'resolved',
  'dueNextWeek',
  'backlog',
];
/** Figures that add up over the period: those of a month are not compared with those of a week. */
const OF_PERIOD: readonly FigureName[] = [
  'opened',
  'resolved',
  'dueNextWeek',
  'kept',
  'late',
  'stillDue',
  'pushedOut',
  'createdSince',
  'removed',
];

function figureChanges(now: Snapshot, then: Snapshot): Delta['figures'] {
  if (now.scope !== then.scope) return {};
  const names = Object.keys(now.figures) as FigureName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [a, b] = [now.figures[name], then.figures[name]];
      const isSame =
        (now.definitions === then.definitions || SINCE_FIRST.includes(name)) &&
        (lengthOf({ label: now.week }) === lengthOf({ label: then.week }) || !OF_PERIOD.includes(name));
      return a === null || b === null || !isSame ? [] : [[name, a - b]];
    }),
  );
}

function milestoneMoves(snapshot: Snapshot, previous: Snapshot): MilestoneMove[] {
  const [now, then] = [snapshot.milestones, previous.milestones];
  const before = new Map(then.map((milestone) => [milestone.id, milestone]));
  const after = new Set(now.map(({ id }) => id));
  // On a full list a milestone may merely have been pushed off the end.
  const gone = isFull(snapshot) ? [] : then.filter(({ id, released }) => !after.has(id) && !released);
  return [
    ...now.map((milestone): MilestoneMove => {
      const old = before.get(milestone.id);
      const unknown = !old && isBeyond(milestone, previous);
      return { milestone, from: old?.date ?? null, move: unknown ? 'same' : moveOf(milestone, old) };
    }),
    ...gone.map((milestone): MilestoneMove => ({ milestone, from: milestone.date, move: 'gone' })),
  ];
}

/** The earlier list was full and ended before this date: nobody knows whether it was there. */
function isBeyond({ date }: Milestone, then: Snapshot): boolean {
  const last = then.milestones.at(-1)?.date ?? '9999';
  return isFull(then) && (date ?? '9999') >= last;
}

const isFull = ({ milestones }: Snapshot): boolean => milestones.length >= MAX_MILESTONES;

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
