import type { Text } from '../../words';
import type { CommitmentRow } from '../commitments/rows';
import { type ListDeps, listCommitments } from '../commitments/list';

/** A part of a project's commitments, from the most urgent on. */
export const PARTS = ['late', 'today', 'next'] as const;
export type Part = (typeof PARTS)[number];

export interface AskedCommitments {
  /** Whose; `null`: everybody's. */
  readonly accountId: string | null;
  readonly parts: readonly Part[];
  /** Rows of each part. */
  readonly limit: number;
}

export interface OwnerLoad {
  /** `null`: nobody. */
  readonly owner: CommitmentRow['commitment']['owner'];
  readonly open: number;
  readonly late: number;
}

export interface CommitmentExcerpt {
  readonly parts: readonly {
    readonly part: Part;
    readonly rows: readonly CommitmentRow[];
    /** Of those read. */
    readonly count: number;
  }[];
  /** Who owes how much of what was read, the latest first. */
  readonly owners: readonly OwnerLoad[];
  /** False where there is more than was read. */
  readonly isWhole: boolean;
  readonly unseen: readonly Text[];
}

/** Pages read at most: a page is about a hundred points, and whoever opens the page pays them. */
const MOST_PAGES = 2;
const MOST_OWNERS = 10;

/**
 * What people owe in a project, as far as the person who looks may see it: late, due today, due next, and by owner.
 *
 * @returns `null` where Docket is switched off
 */
export async function readCommitments(
  deps: ListDeps,
  projectId: string,
  { accountId, parts, limit }: AskedCommitments,
): Promise<CommitmentExcerpt | null> {
  const read: CommitmentRow[] = [];
  const unseen: Text[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES && (page === 0 || cursor !== null); page += 1) {
    const list: Awaited<ReturnType<typeof listCommitments>> = await listCommitments(deps, projectId, cursor);
    if (list === null) return null;
    read.push(...list.rows);
    unseen.push(...list.unseen);
    cursor = list.next;
  }
  const own = read
    .filter(({ commitment: { owner } }) => accountId === null || owner?.accountId === accountId)
    .sort((a, b) => (a.commitment.dueDate < b.commitment.dueDate ? -1 : 1));
  return {
    parts: parts.map((part) => {
      const all = own.filter((row) => partOf(row) === part);
      return { part, rows: all.slice(0, limit), count: all.length };
    }),
    owners: loadOf(own),
    isWhole: cursor === null,
    unseen,
  };
}

function partOf({ standing }: CommitmentRow): Part {
  if (standing.kind === 'upcoming') return 'next';
  return standing.kind === 'due-today' ? 'today' : 'late';
}

function loadOf(rows: readonly CommitmentRow[]): OwnerLoad[] {
  const loads = new Map<string, OwnerLoad>();
  for (const row of rows) {
    const { owner } = row.commitment;
    const before = loads.get(owner?.accountId ?? '') ?? { owner, open: 0, late: 0 };
    const late = partOf(row) === 'late' ? 1 : 0;
    loads.set(owner?.accountId ?? '', { owner, open: before.open + 1, late: before.late + late });
  }
  return [...loads.values()].sort((a, b) => b.late - a.late || b.open - a.open).slice(0, MOST_OWNERS);
}
