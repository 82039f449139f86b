import { risk as riskRegister } from '../registers';
import type { AdfNode } from './adf';
import type { MilestoneMove, RiskMove } from './delta';
import type { PageInput } from './document';
import { issueUrl, jqlUrl } from './links';
import { grid, line, linked, type Words } from './parts';
import { exposureOf, type FigureName } from './snapshot';

type TablesInput = Pick<PageInput, 'snapshot' | 'delta' | 'siteUrl'>;

/** A row of the first report, which has nothing to be compared with: neither news nor "unchanged". */
type Row<Move extends { readonly move: string }> = Omit<Move, 'move'> & {
  readonly move: Move['move'] | 'first';
};

const NONE = 'none';
const MAX_SHOWN_MILESTONES = 12;

/** Every milestone with its old and its new date, and the first that was ever promised. */
export function milestonesBody({ snapshot, delta }: TablesInput): AdfNode[] {
  const moves: readonly Row<MilestoneMove>[] =
    delta?.milestones ??
    snapshot.milestones.map((milestone) => ({ milestone, from: null, move: 'first' as const }));
  if (moves.length === 0) return [line('No version of the project is a dated milestone.')];
  const shown = worthShowing(moves);
  const rows = shown.map(({ milestone, from, move }) => [
    milestone.name,
    dateWords(milestone.date, from, move),
    milestone.first ?? NONE,
    MOVE_WORDS[isStill(move) && milestone.released ? 'released' : move],
  ]);
  const table = grid(['Milestone', 'Date', 'First promised', 'Since last report'], rows);
  const left = moves.length - shown.length + snapshot.moreMilestones;
  if (left === 0) return [table];
  return [table, line(left === 1 ? '1 more is not listed.' : `${left} more are not listed.`)];
}

/** What has moved, and what comes next, in the order of dates. */
function worthShowing(moves: readonly Row<MilestoneMove>[]): readonly Row<MilestoneMove>[] {
  const byNews = moves.toSorted((a, b) => Number(isStill(a.move)) - Number(isStill(b.move)));
  const chosen = new Set(byNews.slice(0, MAX_SHOWN_MILESTONES));
  return moves.filter((move) => chosen.has(move));
}

const isStill = (move: Row<MilestoneMove>['move']) => move === 'same' || move === 'first';

const MOVE_WORDS: Record<Row<MilestoneMove>['move'], string> = {
  same: 'unchanged',
  first: 'first report',
  new: 'new',
  later: 'moved later',
  earlier: 'moved earlier',
  undated: 'lost its date',
  released: 'released',
  gone: 'removed',
};

function dateWords(date: string | null, from: string | null, move: Row<MilestoneMove>['move']): string {
  if (move === 'gone') return `${from ?? NONE} → ${NONE}`;
  const moved = move !== 'new' && !isStill(move) && from !== date;
  return moved ? `${from ?? NONE} → ${date ?? NONE}` : (date ?? NONE);
}

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

const FIGURES: readonly (readonly [FigureName, string])[] = [
  ['open', 'Open'],
  ['overdue', 'Overdue'],
  ['opened', 'Opened this week'],
  ['resolved', 'Resolved this week'],
  ['dueNextWeek', 'Due next week'],
  ['backlog', 'Backlog from before Docket'],
];

/** Every figure, one click from its proof, with its change since the last report. */
export function figuresBody({ snapshot, delta, siteUrl }: TablesInput): AdfNode[] {
  const rows = FIGURES.flatMap(([name, title]): Words[][] => {
    const value = snapshot.figures[name];
    if (value === null) return [];
    const jql = snapshot.queries[name];
    const shown = jql === undefined ? String(value) : linked(String(value), jqlUrl(siteUrl, jql));
    return [[title, shown, changeWords(delta?.figures[name])]];
  });
  const since = delta ? `Change since ${delta.since}` : 'Change';
  return [
    grid(['Figure', 'Now', since], rows),
    line('Each number leads to its query. Jira reads the times in a query in the zone of whoever opens it.'),
  ];
}

/** `+3`, `-2`, `0`; a dash where there is nothing to compare with. */
function changeWords(change: number | undefined): string {
  if (change === undefined) return '–';
  return change > 0 ? `+${change}` : String(change);
}

const number = (value: number | null): string => (value === null ? '–' : String(value));
