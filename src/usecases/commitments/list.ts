import type { Commitment, Obligation } from '../../domain/commitments';
import { AppError, isAppError } from '../../errors';
import type { CommitmentQuery, Issues } from '../../ports/issues';
import type { TaskSource } from '../../ports/tasks';
import type { FollowUpDeps } from '../follow-up/deps';
import type { ProjectWorld } from '../follow-up/world';
import { visibleAsked } from '../preview-asked';
import { readTaskPage } from '../preview-tasks';
import { say, type Text } from '../../words';
import { type Ground, groundOf } from './ground';
import { type CommitmentRow, rowsOf } from './rows';

export interface ListDeps extends FollowUpDeps {
  /** Both with the rights of the person who looks: nobody is shown an item that they may not see. */
  readonly visible: Issues;
  readonly visibleTasks: Pick<TaskSource, 'tasks' | 'pages'>;
}

export interface CommitmentList {
  readonly rows: readonly CommitmentRow[];
  /** Where the next page begins; `null` at the end. */
  readonly next: string | null;
  /** About how many issues there are; told with the first page. */
  readonly total: number | null;
  /** What could not be read, in words. */
  readonly unseen: readonly Text[];
}

/** Rows that are read before an answer is given: enough for a screen, few enough for one reading. */
const ENOUGH = 100;
/** Obligations of one page: each costs a point. */
const ASKED = 100;

/**
 * Open commitments of a project from all sources: what registers and reports ask, tasks in Confluence, then issues, each
 * source the earliest due first as far as its product sorts.
 *
 * @param cursor where an earlier page ended; `null` for the first
 * @returns `null` where Docket is switched off
 * @throws AppError BAD_INPUT for a cursor that is none
 */
export async function listCommitments(
  deps: ListDeps,
  projectId: string,
  cursor: string | null,
): Promise<CommitmentList | null> {
  const config = await deps.projects.get(projectId);
  if (!config?.enabled) return null;
  const ground = await groundOf(deps, config);
  const { project } = ground;
  const total = cursor === null ? await deps.visible.count(allOf(project)) : null;
  const commitments: Commitment[] = [];
  const unseen: Text[] = [];
  let next: Cursor | null = cursor === null ? START : readCursor(cursor);
  do {
    const page: Part = await readPart(deps, ground, next);
    commitments.push(...page.commitments);
    if (page.unseen !== undefined) unseen.push(page.unseen);
    next = page.next;
  } while (next !== null && commitments.length < ENOUGH);
  ground.people.meet(commitments);
  const rows = await rowsOf(deps.ledger, project, commitments);
  return { rows, total, unseen, next: next === null ? null : `${next.source}:${next.at ?? ''}` };
}

const SOURCES = ['asked', 'tasks', 'issues'] as const;

interface Cursor {
  readonly source: (typeof SOURCES)[number];
  /** As that source understands it; `null`: its beginning. */
  readonly at: string | null;
}

const START: Cursor = { source: 'asked', at: null };

function readCursor(text: string): Cursor {
  const [, name, at = ''] = /^(\w+):(.*)$/s.exec(text) ?? [];
  const source = SOURCES.find((one) => one === name);
  if (!source) throw new AppError('BAD_INPUT', say('problem.listChanged'));
  return { source, at: at === '' ? null : at };
}

interface Part {
  readonly commitments: readonly Commitment[];
  readonly next: Cursor | null;
  readonly unseen?: Text;
}

/** The next source begins where one ends. */
function following(source: Cursor['source'], at: string | null): Cursor | null {
  if (at !== null) return { source, at };
  const other = SOURCES[SOURCES.indexOf(source) + 1];
  return other ? { source: other, at: null } : null;
}

async function readPart(deps: ListDeps, ground: Ground, { source, at }: Cursor): Promise<Part> {
  switch (source) {
    case 'asked': {
      const { commitments, next } = await readAskedPage(deps, ground, at);
      return { commitments, next: following(source, next) };
    }
    case 'tasks':
      try {
        const { commitments, next } = await readTaskPage(deps, ground, at);
        return { commitments, next: following(source, next) };
      } catch (error) {
        // Without Confluence, everything else is listed and the gap is named.
        if (!isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) throw error;
        return {
          commitments: [],
          next: following(source, null),
          unseen: say('commitments.tasksUnseen', { problem: error.words }),
        };
      }
    case 'issues': {
      const page = await deps.visible.commitments(allOf(ground.project), at);
      return { commitments: page.commitments, next: following(source, page.next) };
    }
  }
}

const allOf = ({ config: { projectId, actionQuery } }: ProjectWorld): CommitmentQuery => [
  { projectIds: [projectId], actionQuery, clause: { kind: 'range', after: null, upTo: null } },
];

const positionOf = ({ dueDate, id }: Obligation): string => `${dueDate} ${id}`;

/** What registers and reports ask of people; what the chain alone is told of is owed by nobody. */
async function readAskedPage(deps: ListDeps, { project, people }: Ground, at: string | null) {
  const owed = (await deps.obligations.ofProject(project.config.projectId))
    .filter(({ tells }) => tells === 'people')
    .map((obligation) => ({ obligation, position: positionOf(obligation) }))
    .filter(({ position }) => at === null || position > at)
    .sort((a, b) => (a.position < b.position ? -1 : 1));
  const page = owed.slice(0, ASKED);
  const commitments = await visibleAsked(
    deps,
    project,
    people,
    page.map(({ obligation }) => obligation),
  );
  return {
    commitments: commitments.filter(({ asked }) => asked?.tells !== 'chain'),
    next: owed.length > page.length ? (page.at(-1)?.position ?? null) : null,
  };
}
