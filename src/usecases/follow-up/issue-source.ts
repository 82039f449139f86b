import { type Commitment, isIssue } from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { isAppError } from '../../errors';
import type { CommitmentQuery } from '../../ports/issues';
import type { Checkpoint } from '../../ports/progress';
import type { SweepMemory } from '../../ports/projects';
import { type Text } from '../../words';
import type { Stop } from './budget';
import type { FollowUpDeps } from './deps';
import { itemsQuery, queryOf } from './query';
import type { Broken, Hand, Source } from './source';
import type { ProjectWorld, World } from './world';

type IssueDeps = Pick<FollowUpDeps, 'clock' | 'issues' | 'projects'>;
type Rest = Pick<Checkpoint, 'query' | 'next' | 'held'>;

/** Jira's issues with a due date, of all projects in one query, page by page, the earliest due first. */
export class IssueSource implements Source {
  /** Pages that were gone through, and the due date that the last of them ended with. */
  pages = 0;
  reached: string | null = null;
  readonly broken: Broken[] = [];
  #rest: Rest = { query: [], next: null, held: [] };
  readonly #projects: ReadonlyMap<string, ProjectWorld>;

  constructor(
    private readonly deps: IssueDeps,
    private readonly world: World,
    /** What an earlier run has left; `null`: what is due now. */
    private readonly left: Rest | null,
  ) {
    this.#projects = new Map(world.projects.map((project) => [project.config.projectId, project]));
  }

  owns(commitmentId: string): boolean {
    return isIssue({ id: commitmentId });
  }

  async sweep(hand: Hand, exceeded: () => Stop): Promise<Stop> {
    const { query, next, held } = this.left ?? {
      query: queryOf(this.world, this.world.now),
      next: null,
      held: [],
    };
    const stopped = await this.#work(query, next, hand, exceeded);
    if (stopped) {
      this.#rest = { ...this.#rest, held };
      return stopped;
    }
    return this.#work(held, null, hand, exceeded);
  }

  /** Where the next run goes on, with what this one holds back; issues alone, since other sources sweep again. */
  restWith(held: readonly { readonly project: ProjectWorld; readonly commitmentId: string }[]): Rest {
    const issues = held.filter(({ commitmentId }) => this.owns(commitmentId));
    const again = itemsQuery(
      issues.map(({ project, commitmentId }) => ({ project, issueId: numberOf(commitmentId) })),
    );
    return { ...this.#rest, held: [...this.#rest.held, ...again] };
  }

  live(_project: ProjectWorld, commitmentIds: readonly string[]) {
    return this.deps.issues.live(commitmentIds);
  }

  /** Without Jira there is nothing that a run could do. */
  guard(_projectIds: readonly string[], work: () => Promise<void>): Promise<void> {
    return work();
  }

  memoryOf(projectId: string): Partial<SweepMemory> {
    return this.#isBroken(projectId) ? {} : { sweptUntil: this.world.now.toISOString() };
  }

  /** What is hidden from everybody waits for the lead's morning: its touch stays. */
  async forget(): Promise<void> {
    const { waiting } = this.world.sights;
    const seen = this.world.projects
      .filter(({ config }) => !this.#isBroken(config.projectId))
      .flatMap(({ touched }) => touched)
      .filter(({ issueId }) => !waiting.has(issueId));
    if (seen.length > 0) await this.deps.projects.untouch(seen);
  }

  #isBroken(projectId: string): boolean {
    return this.broken.some((one) => one.projectId === projectId);
  }

  async #work(query: CommitmentQuery, from: string | null, hand: Hand, exceeded: () => Stop): Promise<Stop> {
    if (query.length === 0) return null;
    try {
      return await this.#pages(query, from, hand, exceeded);
    } catch (error) {
      if (!isAppError(error, 'BAD_INPUT', 'NOT_FOUND', 'FORBIDDEN')) throw error;
      const present = await this.#withoutGoneItems(query);
      return present
        ? this.#work(present, null, hand, exceeded)
        : this.#oneByOne(query, error.words, hand, exceeded);
    }
  }

  /** Jira refuses a query that names a deleted issue: the query without those, or `null` where none is gone. */
  async #withoutGoneItems(query: CommitmentQuery): Promise<CommitmentQuery | null> {
    const named = query.flatMap(({ clause }) => (clause.kind === 'items' ? clause.ids : []));
    if (named.length === 0) return null;
    const live = await this.deps.issues.live(named.map((id) => `jira:${id}`));
    if (named.every((id) => live.has(`jira:${id}`))) return null;
    return query.flatMap((group) => {
      if (group.clause.kind !== 'items') return [group];
      const ids = group.clause.ids.filter((id) => live.has(`jira:${id}`));
      return ids.length > 0 ? [{ ...group, clause: { kind: 'items' as const, ids } }] : [];
    });
  }

  async #pages(query: CommitmentQuery, from: string | null, hand: Hand, exceeded: () => Stop): Promise<Stop> {
    let next = from;
    do {
      const stopped = exceeded();
      if (stopped) {
        this.#rest = { query, next, held: [] };
        return stopped;
      }
      const page = await this.deps.issues.commitments(query, next);
      await this.#handOver(page.commitments, hand);
      next = page.next;
      this.pages += 1;
      this.reached = page.commitments.at(-1)?.dueDate ?? this.reached;
    } while (next !== null);
    return null;
  }

  /** Jira refuses the whole query for one bad part: each project alone shows whose it is. */
  async #oneByOne(query: CommitmentQuery, why: Text, hand: Hand, exceeded: () => Stop): Promise<Stop> {
    const projectIds = [...new Set(query.flatMap((group) => group.projectIds))];
    const only = (ids: readonly string[]): CommitmentQuery =>
      query
        .map((group) => ({ ...group, projectIds: group.projectIds.filter((id) => ids.includes(id)) }))
        .filter((group) => group.projectIds.length > 0);
    if (projectIds.length === 1) {
      this.broken.push({ projectId: projectIds[0] as string, why });
      return null;
    }
    for (const [index, projectId] of projectIds.entries()) {
      const stopped = await this.#work(only([projectId]), null, hand, exceeded);
      if (stopped) {
        this.#rest = { query: only(projectIds.slice(index)), next: null, held: [] };
        return stopped;
      }
    }
    return null;
  }

  async #handOver(commitments: readonly Commitment[], hand: Hand): Promise<void> {
    const readAt = this.deps.clock.now();
    this.world.people.meet(commitments);
    const byProject = groupBy(commitments, ({ projectId }) => projectId);
    await this.world.backlogs.load(byProject.keys());
    await hand(
      [...byProject].flatMap(([projectId, own]) => {
        const project = this.#projects.get(projectId);
        return project ? [{ project, commitments: own, readAt }] : [];
      }),
    );
  }
}

const numberOf = (commitmentId: string): string => commitmentId.replace(/^jira:/, '');
