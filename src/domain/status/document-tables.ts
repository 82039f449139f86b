import { daysBetween } from '../calendar';
import { risk as riskRegister } from '../registers';
import type { AdfNode } from './adf';
import type { MilestoneMove, RiskMove } from './delta';
import type { PageInput } from './document';
import { issueUrl } from './links';
import { grid, line, linked, type Words } from './parts';
import { exposureOf, type Milestone } from './snapshot';

type TablesInput = Pick<PageInput, 'snapshot' | 'delta' | 'siteUrl'>;

/** A row of the first report, which has nothing to be compared with: neither news nor "unchanged". */
type Row<Move extends { readonly move: string }> = Omit<Move, 'move'> & {
  readonly move: Move['move'] | 'first';
};

const NONE = 'none';
const MAX_SHOWN_MILESTONES = 12;

/** Every milestone as planned, as last reported and as forecast now, with what was promised first. */
export function milestonesBody({ snapshot, delta }: TablesInput, undated: readonly string[] = []): AdfNode[] {
  const moves: readonly Row<MilestoneMove>[] =
    delta?.milestones ??
    snapshot.milestones.map((milestone) => ({ milestone, from: null, move: 'first' as const }));
  const without = undated.length === 0 ? [] : [line(undatedWords(undated))];
  if (moves.length === 0) return [line('No version of the project is a dated milestone.'), ...without];
  const shown = worthShowing(moves);
  const rows = shown.map((row): Words[] => {
    const { milestone, from, move } = row;
    return [
      milestone.name,
      milestone.baseline ?? NONE,
      move === 'first' ? '–' : (from ?? NONE),
      move === 'gone' ? NONE : (milestone.date ?? NONE),
      varianceWords(row),
      milestone.first ?? NONE,
      MOVE_WORDS[isStill(move) && milestone.released ? 'released' : move],
    ];
  });
  const titles = [
    'Milestone',
    'Baseline',
    'Last report',
    'Now',
    'Variance',
    'First promised',
    'Since last report',
  ];
  const left = moves.length - shown.length + snapshot.moreMilestones;
  const more =
    left === 0 ? [] : [line(left === 1 ? '1 more is not listed.' : `${left} more are not listed.`)];
  return [grid(titles, rows), ...more, ...without];
}

function undatedWords(names: readonly string[]): string {
  const more = names.length - MAX_SHOWN_MILESTONES;
  const shown = names.slice(0, MAX_SHOWN_MILESTONES).join(', ');
  return `Without a release date: ${shown}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** Days that the forecast is off the baseline or, where there is none, off the first promise. */
function varianceWords({ milestone, move }: Row<MilestoneMove>): string {
  const { date, baseline, first }: Milestone = milestone;
  if (move === 'gone' || date === null) return 'not computable: no date';
  const against = baseline ?? first;
  if (against === null) return 'not computable: nothing to compare with';
  const days = daysBetween(against, date);
  const size = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  const words = days === 0 ? 'on its date' : `${size} ${days > 0 ? 'later' : 'earlier'}`;
  return baseline === null ? `${words} (no baseline)` : words;
}

/** What has moved, and what comes next, in the order of dates. */
function worthShowing(moves: readonly Row<MilestoneMove>[]): readonly Row<MilestoneMove>[] {
  const byNews = moves.toSorted((a, b) => Number(isStill(a.move)) - Number(isStill(b.move)));
  const chosen = new Set(byNews.slice(0, MAX_SHOWN_MILESTONES));
  return moves.filter((move) => chosen.has(move));
}

const isStill = (move: Row<MilestoneMove>['move']) => move === 'same' || move === 'first';

const MOVE_WORDS: Record<Row<MilestoneMove>['move'], string> = {
  first: 'first report',
  same: 'unchanged',
  new: 'new',
  later: 'moved out',
  earlier: 'moved in',
  undated: 'lost its date',
  released: 'released',
  gone: 'released before, or removed',
};

/** The open risks with the highest exposure, and where each has moved. */
export function risksBody({ snapshot, delta, siteUrl }: TablesInput): AdfNode[] {
  const moves: readonly Row<RiskMove>[] =
    delta?.risks ?? snapshot.risks.map((risk) => ({ risk, from: null, move: 'first' as const }));
  if (moves.length === 0) return [line('The risk register has no open risk.')];
  const rows = moves.map(({ risk, from, move }) => [
    linked(risk.key, issueUrl(siteUrl, risk.key)),
    risk.summary,
    number(risk.score),
    number(risk.residual),
    riskRegister.lifecycle[risk.state]?.label ?? risk.state,
    riskWords(risk, from, move),
  ]);
  return [grid(['Issue', 'Risk', 'Score', 'Residual', 'State', 'Since last report'], rows)];
}

function riskWords(risk: RiskMove['risk'], from: number | null, move: Row<RiskMove>['move']): string {
  if (move === 'up' || move === 'down') return `${number(from)} → ${number(exposureOf(risk))}`;
  return { same: 'unchanged', first: 'first report', new: 'new', gone: 'no longer among the top' }[move];
}

const number = (value: number | null): string => (value === null ? '–' : String(value));
