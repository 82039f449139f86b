import { daysBetween, type LocalDate } from '../calendar';
import { exposureOf, type Facts, type Milestone, type Rag, type Reason } from './snapshot';

/** From where on a measure is amber and red. */
export interface Tolerances {
  /** Share of the open items with a due date that are overdue: from this on. */
  readonly overdueShare: Band;
  /** Days that a milestone is past its date: more than this. A month is 30 days. */
  readonly milestoneDaysLate: Band;
  /** Growth of the open work in the week, as a share of what was open at its start: from this on. */
  readonly growth: Band;
  /** Highest exposure of an open risk, 1 to 25: from this on. */
  readonly riskScore: Band;
}
interface Band {
  readonly amber: number;
  readonly red: number;
}

/** Milestones: a published default (red more than a month late, green up to a week). The others are Docket's own. */
export const DEFAULT_TOLERANCES: Tolerances = {
  overdueShare: { amber: 0.05, red: 0.15 },
  milestoneDaysLate: { amber: 7, red: 30 },
  growth: { amber: 0.05, red: 0.1 },
  riskScore: { amber: 8, red: 15 },
};

export interface Rating {
  readonly rag: Rag;
  /** Every measure, worst first; those that could not be computed before the green ones. */
  readonly reasons: readonly Reason[];
}

/** The colour by rule: the worst of all measures, each with the figures that fired. */
export function rate(
  facts: Pick<Facts, 'figures' | 'openDated' | 'risks' | 'unreadableRisks'>,
  milestones: readonly Milestone[],
  today: LocalDate,
  tolerances: Tolerances = DEFAULT_TOLERANCES,
): Rating {
  const reasons = [
    overdueShare(facts, tolerances.overdueShare),
    milestonesLate(milestones, today, tolerances.milestoneDaysLate),
    growth(facts, tolerances.growth),
    riskScore(facts, tolerances.riskScore),
  ];
  return { rag: worst(reasons), reasons: reasons.toSorted((a, b) => rank(b.rag) - rank(a.rag)) };
}

const RANK: Record<Rag, number> = { green: 0, amber: 2, red: 3 };
const rank = (rag: Rag | null) => (rag === null ? 1 : RANK[rag]);

/** A project of which nothing can be computed is not green: somebody has to look. */
function worst(reasons: readonly Reason[]): Rag {
  const known = reasons.flatMap(({ rag }) => (rag === null ? [] : [rag]));
  return known.toSorted((a, b) => RANK[b] - RANK[a])[0] ?? 'amber';
}

const atLeast = (value: number, { amber, red }: Band): Rag =>
  value >= red ? 'red' : value >= amber ? 'amber' : 'green';
const moreThan = (value: number, { amber, red }: Band): Rag =>
  value > red ? 'red' : value > amber ? 'amber' : 'green';

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
const bands = ({ amber, red }: Band, unit: (value: number) => string = String) =>
  `amber from ${unit(amber)}, red from ${unit(red)}`;
const are = (count: number) => (count === 1 ? 'is' : 'are');

function overdueShare({ figures, openDated }: Pick<Facts, 'figures' | 'openDated'>, band: Band): Reason {
  const dimension = 'Schedule';
  // The two counts are taken moments apart and may disagree by an item.
  const dated = Math.max(openDated, figures.overdue);
  if (dated === 0) {
    return { dimension, rag: null, text: 'Overdue work is not computable: no open item has a due date.' };
  }
  const share = figures.overdue / dated;
  const text = `${figures.overdue} of ${dated} open items with a due date ${are(figures.overdue)} overdue, ${percent(share)} (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(share, band), text };
}

function milestonesLate(milestones: readonly Milestone[], today: LocalDate, band: Band): Reason {
  const dimension = 'Schedule';
  const open = milestones.filter(({ released, date }) => !released && date !== null);
  if (open.length === 0) {
    const text = 'Milestones are not computable: no unreleased version has a release date.';
    return { dimension, rag: null, text };
  }
  const late = open
    .map(({ name, date }) => ({ name, date, days: daysBetween(date ?? today, today) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  const [first] = late;
  if (!first) {
    return { dimension, rag: 'green', text: `None of the ${open.length} dated milestones is late.` };
  }
  const others = late.length === 1 ? '' : `, and ${late.length - 1} more ${are(late.length - 1)} late`;
  const text = `Milestone ${first.name} was due on ${first.date}, ${first.days} ${first.days === 1 ? 'day' : 'days'} ago${others} (amber above ${band.amber} days, red above ${band.red}).`;
  return { dimension, rag: moreThan(first.days, band), text };
}

function growth({ figures }: Pick<Facts, 'figures'>, band: Band): Reason {
  const dimension = 'Scope';
  const { open, opened, resolved } = figures;
  const net = opened - resolved;
  const base = open - net;
  const counts = `${opened} opened and ${resolved} resolved this week`;
  if (net <= 0) return { dimension, rag: 'green', text: `${counts}: open work did not grow.` };
  if (base <= 0) {
    const text = `Growth is not computable: ${counts}, and nothing was open before.`;
    return { dimension, rag: null, text };
  }
  const text = `${counts}: open work grew by ${net}, ${percent(net / base)} of the ${base} open before (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(net / base, band), text };
}

function riskScore({ risks, unreadableRisks }: Pick<Facts, 'risks' | 'unreadableRisks'>, band: Band): Reason {
  const dimension = 'Risk';
  const lost = unreadableRisks === 0 ? '' : ` ${unreadableRisks} risk records could not be read.`;
  const scored = risks.flatMap((risk) => {
    const score = exposureOf(risk);
    return score === null ? [] : [{ key: risk.key, score, isResidual: risk.residual !== null }];
  });
  const top = scored.sort((a, b) => b.score - a.score)[0];
  if (!top) {
    const text = `Not computable: the register has no open risk with a score.${lost}`;
    return { dimension, rag: null, text };
  }
  const after = top.isResidual ? ' after its response' : '';
  const text = `The highest of ${scored.length} open ${scored.length === 1 ? 'risk' : 'risks'}, ${top.key}, scores ${top.score}${after} (${bands(band)}).${lost}`;
  return { dimension, rag: atLeast(top.score, band), text };
}
