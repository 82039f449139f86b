import { localDate } from '../../domain/calendar';
import { attentionRanges, SEVERITIES, type Severity } from '../../domain/attention';
import type { Commitment } from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { ClauseGroup, CommitmentQuery } from '../../ports/issues';
import { say, type Text } from '../../words';
import { type Ground, groundOf, promisedIssues } from '../commitments/ground';
import { leftAloneUpTo } from '../commitments/left-alone';
import type { ListDeps } from '../commitments/list';
import { type CommitmentRow, rowsOf } from '../commitments/rows';
import { inParallel } from '../parallel';
import { visibleAsked } from '../preview-asked';
import { readTaskPage } from '../preview-tasks';
import { type Notice, type NoticeDeps, noticesOf } from './notices';

export interface TodayDeps extends ListDeps, Pick<NoticeDeps, 'pages' | 'snapshots'> {}

export interface TodayGroup {
  readonly severity: Severity;
  /** How many there are in all. `isExact` is false where the rest was counted by its due date alone. */
  readonly count: number;
  readonly isExact: boolean;
  /** The most urgent ones. */
  readonly rows: readonly CommitmentRow[];
  readonly notices: readonly Notice[];
}

export interface Today {
  /** Most urgent first; each stands here, also with nothing in it. */
  readonly groups: readonly TodayGroup[];
  readonly snoozed: number;
  /** About how many issues were long overdue when Docket was switched on and are left alone. */
  readonly backlog: number;
  /** What could not be read, in words. */
  readonly unseen: readonly Text[];
}

/** Issues read of each range of dates; the rest of it is counted, for one point. */
const PAGE = 50;
const ASKED = 100;
const PROMISED = 100;
/** Rows of one group that a screen begins with. */
const SHOWN = 20;

/**
 * What a coordinator has to look at on this day, grouped by severity. However large the project is, only so much of
 * each range of due dates is read.
 *
 * @returns `null` where Docket is switched off
 */
export async function readToday(deps: TodayDeps, projectId: string): Promise<Today | null> {
  const config = await deps.projects.get(projectId);
  if (!config?.enabled) return null;
  const ground = await groundOf(deps, config);
  const { project, people } = ground;
  const [issues, asked, tasks, notices, backlog] = await Promise.all([
    readIssues(deps, ground),
    readAsked(deps, ground),
    readTasks(deps, ground),
    noticesOf({ ...deps, issues: deps.visible }, project),
    deps.visible.count(rangeQuery(ground, { after: null, upTo: leftAloneUpTo(project) })),
  ]);
  const parts = [issues, asked, tasks];
  const commitments = parts.flatMap((part) => part.commitments);
  people.meet(commitments);
  const rows = await rowsOf(deps.ledger, project, commitments);
  return {
    groups: SEVERITIES.map((severity) => groupOf(severity, rows, notices, parts)),
    snoozed: rows.filter(({ held }) => held === 'snoozed').length,
    backlog: backlog + rows.filter(({ held }) => held === 'backlog').length,
    unseen: tasks.unseen,
  };
}

/** What was read of one source, and how much of it was only counted. */
interface Part {
  readonly commitments: readonly Commitment[];
  readonly rest: readonly { readonly severity: Severity; readonly count: number }[];
}

function groupOf(
  severity: Severity,
  rows: readonly CommitmentRow[],
  notices: readonly Notice[],
  parts: readonly Part[],
): TodayGroup {
  const own = rows.filter(({ attention }) => attention?.severity === severity).sort(mostUrgentFirst);
  const told = notices.filter((notice) => notice.severity === severity);
  const rest = parts.flatMap((part) => part.rest).filter((one) => one.severity === severity);
  const others = rest.reduce((sum, { count }) => sum + count, 0);
  return {
    severity,
    count: own.length + told.length + others,
    isExact: rest.length === 0,
    rows: own.slice(0, SHOWN),
    notices: told,
  };
}

/** The latest first; of what is due, the soonest. */
const mostUrgentFirst = (a: CommitmentRow, b: CommitmentRow): number =>
  a.commitment.dueDate < b.commitment.dueDate ? -1 : a.commitment.dueDate > b.commitment.dueDate ? 1 : 0;

const todayOf = ({ project: { config, context } }: Ground) => localDate(context.now, config.zone);

const rangesOf = (ground: Ground) =>
  attentionRanges(todayOf(ground), leftAloneUpTo(ground.project), ground.project.context.policy);

type Bounds = Omit<Extract<ClauseGroup['clause'], { kind: 'range' }>, 'kind'>;

const rangeQuery = ({ project: { config } }: Ground, bounds: Bounds): CommitmentQuery => [
  {
    projectIds: [config.projectId],
    actionQuery: config.actionQuery,
    clause: { kind: 'range', ...bounds },
  },
];

async function readIssues(deps: TodayDeps, ground: Ground): Promise<Part> {
  const ranges = rangesOf(ground);
  const soon = ranges.at(-1)?.upTo ?? todayOf(ground);
  const asks: (Bounds & { readonly severity: Severity })[] = [
    ...ranges,
    { severity: 'watch', after: soon, upTo: null, unowned: true },
  ];
  const parts = await inParallel(asks, asks.length, async ({ severity, ...bounds }): Promise<Part> => {
    const query = rangeQuery(ground, bounds);
    const page = await deps.visible.commitments(query, null, PAGE);
    if (page.next === null) return { commitments: page.commitments, rest: [] };
    const count = (await deps.visible.count(query)) - page.commitments.length;
    return { commitments: page.commitments, rest: [{ severity, count: Math.max(1, count) }] };
  });
  const commitments = new Map(parts.flatMap((part) => part.commitments).map((one) => [one.id, one]));
  for (const one of await readPromised(deps, ground, commitments)) commitments.set(one.id, one);
  return { commitments: [...commitments.values()], rest: parts.flatMap(({ rest }) => rest) };
}

/** Issues that Jira has for another day than they were promised for. */
async function readPromised(
  { visible }: TodayDeps,
  { project }: Ground,
  known: ReadonlyMap<string, unknown>,
): Promise<Commitment[]> {
  const ids = promisedIssues(project).map((id) => `jira:${id}`);
  const unread = ids.filter((id) => !known.has(id)).slice(0, PROMISED);
  if (unread.length === 0) return [];
  return [...(await visible.live(unread)).values()].flatMap(({ dueDate, ...item }) =>
    dueDate !== null && !item.done && item.projectId === project.config.projectId
      ? [{ ...item, dueDate }]
      : [],
  );
}

/** What registers and reports ask by the end of what is soon, the earliest first. */
async function readAsked(deps: TodayDeps, ground: Ground): Promise<Part> {
  const { project, people } = ground;
  const ranges = rangesOf(ground);
  const soon = ranges.at(-1)?.upTo ?? todayOf(ground);
  const due = (await deps.obligations.ofProject(project.config.projectId))
    .filter(
      ({ tells, dueDate, people: owers }) => tells === 'people' && (dueDate <= soon || owers.length === 0),
    )
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  const commitments = await visibleAsked(deps, project, people, due.slice(0, ASKED));
  return {
    commitments: commitments.filter(({ asked }) => asked?.tells !== 'chain'),
    rest: due.length > ASKED ? [{ severity: 'watch', count: due.length - ASKED }] : [],
  };
}

/** The first page of the tasks that are due soon or late; without Confluence there are none, and the gap is named. */
async function readTasks(
  deps: TodayDeps,
  ground: Ground,
): Promise<Part & { readonly unseen: readonly Text[] }> {
  const soon = rangesOf(ground).at(-1)?.upTo ?? todayOf(ground);
  try {
    const { commitments, next } = await readTaskPage(deps, ground, null, soon);
    return { commitments, rest: next === null ? [] : [{ severity: 'watch', count: 1 }], unseen: [] };
  } catch (error) {
    if (!isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) throw error;
    return { commitments: [], rest: [], unseen: [say('commitments.tasksUnseen', { problem: error.words })] };
  }
}
