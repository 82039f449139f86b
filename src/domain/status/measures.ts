import { daysBetween, type LocalDate } from '../calendar';
import type { Facts } from './facts';
import { exposureOf, type FigureName, type Milestone, type Rag, type Reason } from './snapshot';
import { NEVER } from './register-queries';
import type { Band, Tolerances } from './tolerances';

/** What the measures look at. */
export interface Measured {
  readonly facts: Pick<Facts, 'figures' | 'registers' | 'plan'>;
  readonly milestones: readonly Milestone[];
  readonly today: LocalDate;
  readonly tolerances: Tolerances;
  /** `week`, `fortnight`, `month`. */
  readonly length: string;
}

type Measure = (measured: Measured) => Omit<Reason, 'figures'> & Partial<Pick<Reason, 'figures'>>;

/** Every measure that there is: what it looks at, what it found, and from where on it is amber and red. */
export const MEASURES: readonly Measure[] = [
  overdueShare,
  milestonesLate,
  scheduleIndex,
  overrun,
  growth,
  exposure,
  unowned,
];

const atLeast = (value: number, { amber, red }: Band): Rag =>
  value >= red ? 'red' : value >= amber ? 'amber' : 'green';
const moreThan = (value: number, { amber, red }: Band): Rag =>
  value > red ? 'red' : value > amber ? 'amber' : 'green';
const below = (value: number, { amber, red }: Band): Rag =>
  value < red ? 'red' : value < amber ? 'amber' : 'green';

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
const bands = ({ amber, red }: Band, unit: (value: number) => string = String) =>
  [
    amber < NEVER ? `amber from ${unit(amber)}` : 'never amber',
    red < NEVER ? `red from ${unit(red)}` : 'never red',
  ].join(', ');
const are = (count: number) => (count === 1 ? 'is' : 'are');

function overdueShare({ facts: { figures }, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const band = tolerances.schedule.overdueShare;
  // The two counts are taken moments apart and may disagree by an item.
  const dated = Math.max(figures.openDated ?? 0, figures.overdue);
  if (dated === 0) {
    return { dimension, rag: null, text: 'Overdue work is not computable: no open item has a due date.' };
  }
  const share = figures.overdue / dated;
  const text = `${figures.overdue} of ${dated} open items with a due date ${are(figures.overdue)} overdue, ${percent(share)} (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(share, band), text, figures: ['overdue', 'openDated'] };
}

function milestonesLate({ milestones, today, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const band = tolerances.schedule.milestoneDaysLate;
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

/** The plan's figures are money; where only admins are to see that, the page does without them. */
function planOf({ plan }: Measured['facts']): Measured['facts']['plan'] | string {
  if (plan === null) return 'the project has no plan.';
  return plan.plan.audience === 'admins' ? 'the plan is shown to project admins only.' : plan;
}

function scheduleIndex({ facts, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const plan = planOf(facts);
  if (plan === null || typeof plan === 'string')
    return { dimension, rag: null, text: `Schedule performance is not computable: ${plan}` };
  const { spi } = plan.earnedValue;
  if ('notComputable' in spi)
    return { dimension, rag: null, text: `Schedule performance is not computable: ${spi.notComputable}` };
  const { amber, red } = tolerances.schedule.spi;
  const text = `The schedule performance index (SPI) is ${spi.value.toFixed(2)} (amber below ${amber}, red below ${red}).`;
  return { dimension, rag: below(spi.value, tolerances.schedule.spi), text };
}

function overrun({ facts, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Cost';
  const plan = planOf(facts);
  if (plan === null || typeof plan === 'string')
    return { dimension, rag: null, text: `Not computable: ${plan}` };
  const { vac, bac } = plan.earnedValue;
  if ('notComputable' in vac) return { dimension, rag: null, text: `Not computable: ${vac.notComputable}` };
  if ('notComputable' in bac) return { dimension, rag: null, text: `Not computable: ${bac.notComputable}` };
  const share = -vac.value / bac.value;
  const band = tolerances.cost.overrun;
  const where = share > 0 ? `${percent(share)} above` : share < 0 ? `${percent(-share)} below` : 'at';
  const text = `The estimate at completion is ${where} the budget (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(share, band), text };
}

function growth({ facts, tolerances, length }: Measured): ReturnType<Measure> {
  const dimension = 'Scope';
  const band = tolerances.scope.growth;
  const { open, opened, resolved } = facts.figures;
  const net = opened - resolved;
  const base = open - net;
  const counts = `${opened} opened and ${resolved} resolved this ${length}`;
  const figures: FigureName[] = ['opened', 'resolved', 'open'];
  if (net <= 0) return { dimension, rag: 'green', text: `${counts}: open work did not grow.`, figures };
  if (base <= 0) {
    const text = `Growth is not computable: ${counts}, and nothing was open before.`;
    return { dimension, rag: null, text, figures };
  }
  const text = `${counts}: open work grew by ${net}, ${percent(net / base)} of the ${base} open before (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(net / base, band), text, figures };
}

function exposure({ facts: { registers, figures } }: Measured): ReturnType<Measure> {
  const dimension = 'Risk';
  const { risks, riskBand: band, unreadable } = registers;
  const lost = unreadable === 0 ? '' : ` ${unreadable} records of registers could not be read.`;
  const scored = risks.flatMap((risk) => {
    const score = exposureOf(risk);
    return score === null ? [] : [{ key: risk.key, score, isResidual: risk.residual !== null }];
  });
  const top = scored.sort((a, b) => b.score - a.score)[0];
  if (!top) {
    const text = `Not computable: the register has no open risk with a score.${lost}`;
    return { dimension, rag: null, text };
  }
  const [amber, red] = [figures.risksAmber ?? 0, figures.risksRed ?? 0];
  const rag = red > 0 ? 'red' : amber > 0 ? 'amber' : 'green';
  const after = top.isResidual ? ' after its response' : '';
  const counts = `${red} open ${red === 1 ? 'risk is' : 'risks are'} red and ${amber - red} amber by score`;
  const highest = registers.moreRisks
    ? `${counts}; ${top.key} scores ${top.score}${after}`
    : `The highest of ${scored.length} open ${scored.length === 1 ? 'risk' : 'risks'}, ${top.key}, scores ${top.score}${after}`;
  return {
    dimension,
    rag,
    text: `${highest} (${bands(band)}).${lost}`,
    figures: ['risksRed', 'risksAmber'],
  };
}

function unowned({ facts: { figures }, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Resources';
  const band = tolerances.resources.unowned;
  const [without, dated] = [figures.unowned ?? 0, Math.max(figures.openDated ?? 0, figures.unowned ?? 0)];
  if (dated === 0) {
    return { dimension, rag: null, text: 'Not computable: no open item has a due date.' };
  }
  const share = without / dated;
  const text = `${without} of ${dated} open items with a due date ${without === 1 ? 'has' : 'have'} no owner, ${percent(share)} (${bands(band, percent)}).`;
  return { dimension, rag: atLeast(share, band), text, figures: ['unowned', 'openDated'] };
}
