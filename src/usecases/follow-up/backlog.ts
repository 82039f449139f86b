import { addDays } from '../../domain/calendar';
import {
  type BacklogKind,
  type Commitment,
  isListed,
  latestBacklogDate,
  listBacklog,
  type ListedBacklog,
  wasBacklog,
} from '../../domain/commitments';
import { type AppError, isAppError } from '../../errors';
import type { FollowUpDeps } from './deps';
import type { ProjectWorld } from './world';

/** Farther back than any rule reaches: such an item can only be messaged after its due date has changed. */
export const BACKLOG_REACH_DAYS = 60;
/** One page of a search. Where there is more, the due date alone tells what is backlog: reading all would cost hours. */
const AT_MOST = 100;

type BacklogDeps = Pick<FollowUpDeps, 'issues' | 'projects'>;

/**
 * What was long overdue in each project when Docket was switched on there. It is read from Jira once, and kept; what
 * the ladder cannot reach needs no entry to be left alone.
 */
export class Backlogs {
  readonly #kinds = new Map<string, BacklogKind>();
  readonly #listed = new Map<string, ListedBacklog>();

  constructor(private readonly deps: BacklogDeps) {}

  kindOf = (projectId: string): BacklogKind | null => this.#kinds.get(projectId) ?? null;

  remembered(projectId: string, kind: BacklogKind): void {
    this.#kinds.set(projectId, kind);
  }

  /** @param wasLate whether its due date was backlog at switch-on: what counts where no list does. */
  has(commitment: Commitment, wasLate: () => boolean): boolean {
    const { projectId } = commitment;
    if (this.#kinds.get(projectId) === 'none') return false;
    const listed = this.#listed.get(projectId);
    return listed ? isListed(listed, commitment) : wasLate();
  }

  /** Fetches the lists of these projects that are not here yet. */
  async load(projectIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(projectIds)].filter(
      (id) => this.#kinds.get(id) === 'listed' && !this.#listed.has(id),
    );
    if (missing.length === 0) return;
    for (const [id, list] of await this.deps.projects.backlogs(missing)) this.#listed.set(id, list);
  }

  /**
   * Reads the backlogs that no run has read yet, until `isOver`.
   * @returns why a project's could not be read, by project id; `null` where there was no time for it.
   */
  async read(
    projects: readonly ProjectWorld[],
    isOver: () => boolean,
  ): Promise<ReadonlyMap<string, AppError | null>> {
    const unread = new Map<string, AppError | null>();
    for (const project of projects) {
      const { projectId } = project.config;
      if (this.#kinds.has(projectId)) continue;
      if (isOver()) unread.set(projectId, null);
      else
        await this.#read(project).catch((error: unknown) => {
          if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT', 'UPSTREAM_SHAPE')) throw error;
          unread.set(projectId, error);
        });
    }
    return unread;
  }

  /** Keeps the lists of these projects. */
  async keep(projectIds: readonly string[]): Promise<void> {
    const lists = projectIds.flatMap((id) => {
      const list = this.#listed.get(id);
      return list ? [[id, list] as const] : [];
    });
    if (lists.length > 0) await this.deps.projects.keepBacklogs(new Map(lists));
  }

  async #read({ config, context }: ProjectWorld): Promise<void> {
    const { projectId, actionQuery } = config;
    const switchedOn = new Date(config.switchedOnAt ?? context.now);
    const dueUpTo = latestBacklogDate(context.policy, switchedOn);
    const found = await this.deps.issues.overdue({
      projectId,
      actionQuery,
      dueFrom: addDays(dueUpTo, -BACKLOG_REACH_DAYS),
      dueUpTo,
      createdBy: switchedOn,
      atMost: AT_MOST,
    });
    const backlog = found.filter((one) => wasBacklog(one, context.people, context.policy, switchedOn));
    const isWhole = found.length < AT_MOST;
    this.#kinds.set(projectId, !isWhole ? 'by-date' : backlog.length > 0 ? 'listed' : 'none');
    if (isWhole) this.#listed.set(projectId, listBacklog(backlog));
  }
}
