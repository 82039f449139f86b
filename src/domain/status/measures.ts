import { joined, say, type Text, Words } from '../../words';
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

type Measure = (
  measured: Measured,
) => Omit<Reason, 'figures' | 'text' | 'said'> & Partial<Pick<Reason, 'figures'>> & { readonly text: Words };

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

const percent = (share: number): Words =>
  say('status.reason.percent', { value: Math.round(share * 1000) / 10 });
const bandsOf = ({ amber, red }: Band, unit: (value: number) => number | Words = (value) => value): Words =>
  joined(
    [
      amber < NEVER
        ? say('status.reason.amberFrom', { limit: unit(amber) })
        : say('status.reason.neverAmber'),
      red < NEVER ? say('status.reason.redFrom', { limit: unit(red) }) : say('status.reason.neverRed'),
    ],
    ', ',
  );

function overdueShare({ facts: { figures }, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const band = tolerances.schedule.overdueShare;
  const { overdue } = figures;
  // The two counts are taken moments apart and may disagree by an item.
  const dated = Math.max(figures.openDated ?? 0, overdue);
  if (dated === 0) return { dimension, rag: null, text: say('status.reason.noOverdue') };
  const share = overdue / dated;
  const bands = bandsOf(band, percent);
  const text = say('status.reason.overdue', { overdue, dated, share: percent(share), bands });
  return { dimension, rag: atLeast(share, band), text, figures: ['overdue', 'openDated'] };
}

function milestonesLate({ milestones, today, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const band = tolerances.schedule.milestoneDaysLate;
  const open = milestones.filter(({ released, date }) => !released && date !== null);
  if (open.length === 0) return { dimension, rag: null, text: say('status.reason.noMilestones') };
  const late = open
    .map(({ name, date }) => ({ name, date: date ?? today, days: daysBetween(date ?? today, today) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  const [first] = late;
  if (!first)
    return {
      dimension,
      rag: 'green',
      text: say('status.reason.milestonesFine', { count: open.length }),
    };
  const { name, date, days } = first;
  const { amber, red } = band;
  const others = late.length - 1;
  const text = say('status.reason.milestoneLate', { name, date: { date }, days, others, amber, red });
  return { dimension, rag: moreThan(days, band), text };
}

/** The plan's figures are money; where only admins are to see that, the page does without them. */
function planOf({ plan }: Measured['facts']): NonNullable<Measured['facts']['plan']> | Words {
  if (plan === null) return say('status.reason.noPlan');
  return plan.plan.audience === 'admins' ? say('status.reason.adminsOnly') : plan;
}

function scheduleIndex({ facts, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Schedule';
  const unknown = (why: Text): ReturnType<Measure> => ({
    dimension,
    rag: null,
    text: say('status.reason.scheduleUnknown', { why }),
  });
  const plan = planOf(facts);
  if (plan instanceof Words) return unknown(plan);
  const { spi } = plan.earnedValue;
  if ('notComputable' in spi) return unknown(spi.notComputable);
  const { amber, red } = tolerances.schedule.spi;
  const text = say('status.reason.schedule', { spi: spi.value, amber, red });
  return { dimension, rag: below(spi.value, tolerances.schedule.spi), text };
}

function overrun({ facts, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Cost';
  const unknown = (why: Text): ReturnType<Measure> => ({
    dimension,
    rag: null,
    text: say('status.reason.notComputable', { why }),
  });
  const plan = planOf(facts);
  if (plan instanceof Words) return unknown(plan);
  const { vac, bac } = plan.earnedValue;
  if ('notComputable' in vac) return unknown(vac.notComputable);
  if ('notComputable' in bac) return unknown(bac.notComputable);
  const over = -vac.value / bac.value;
  const band = tolerances.cost.overrun;
  const bands = bandsOf(band, percent);
  const share = percent(Math.abs(over));
  const text =
    over > 0
      ? say('status.reason.overBudget', { share, bands })
      : over < 0
        ? say('status.reason.belowBudget', { share, bands })
        : say('status.reason.atBudget', { bands });
  return { dimension, rag: atLeast(over, band), text };
}

function growth({ facts, tolerances, length }: Measured): ReturnType<Measure> {
  const dimension = 'Scope';
  const band = tolerances.scope.growth;
  const { open, opened, resolved } = facts.figures;
  const net = opened - resolved;
  const base = open - net;
  const counts = say('status.reason.counts', { opened, resolved, length });
  const figures: FigureName[] = ['opened', 'resolved', 'open'];
  if (net <= 0) return { dimension, rag: 'green', text: say('status.reason.noGrowth', { counts }), figures };
  if (base <= 0)
    return { dimension, rag: null, text: say('status.reason.nothingBefore', { counts }), figures };
  const share = percent(net / base);
  const bands = bandsOf(band, percent);
  const text = say('status.reason.grew', { counts, net, share, base, bands });
  return { dimension, rag: atLeast(net / base, band), text, figures };
}

function exposure({ facts: { registers, figures } }: Measured): ReturnType<Measure> {
  const dimension = 'Risk';
  const { risks, riskBand, unreadable } = registers;
  const lost = unreadable === 0 ? [] : [say('status.reason.lostRecords', { count: unreadable })];
  const scored = risks.flatMap((risk) => {
    const score = exposureOf(risk);
    return score === null ? [] : [{ key: risk.key, score, isResidual: risk.residual !== null }];
  });
  const top = scored.sort((a, b) => b.score - a.score)[0];
  if (!top) return { dimension, rag: null, text: joined([say('status.reason.noRisk'), ...lost]) };
  const [amber, red] = [figures.risksAmber ?? 0, figures.risksRed ?? 0];
  const rag = red > 0 ? 'red' : amber > 0 ? 'amber' : 'green';
  const said = {
    key: top.key,
    score: top.score,
    residual: top.isResidual ? 'yes' : 'no',
    bands: bandsOf(riskBand),
  };
  const highest = registers.moreRisks
    ? say('status.reason.redRisks', { ...said, red, amber: amber - red })
    : say('status.reason.highestRisk', { ...said, count: scored.length });
  return { dimension, rag, text: joined([highest, ...lost]), figures: ['risksRed', 'risksAmber'] };
}

function unowned({ facts: { figures }, tolerances }: Measured): ReturnType<Measure> {
  const dimension = 'Resources';
  const band = tolerances.resources.unowned;
  const [without, dated] = [figures.unowned ?? 0, Math.max(figures.openDated ?? 0, figures.unowned ?? 0)];
  if (dated === 0) return { dimension, rag: null, text: say('status.reason.noDueDates') };
  const share = without / dated;
  const bands = bandsOf(band, percent);
  const text = say('status.reason.unowned', { without, dated, share: percent(share), bands });
  return { dimension, rag: atLeast(share, band), text, figures: ['unowned', 'openDated'] };
}
