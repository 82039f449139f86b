import {
  type Ended,
  isAsked,
  isEnded,
  type LiveCommitment,
  type Obligation,
  peopleNeeded,
  readAskedId,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { isAppError } from '../../errors';
import type { SweepMemory } from '../../ports/projects';
import { say } from '../../words';
import { type AskedDeps, currentOf, owedOf, type Projects, readAsked, type Standing } from './asked-items';
import { windowOf } from './asked-window';
import type { Stop } from './budget';
import { FRESH_MS } from './claims';
import type { FollowUpDeps } from './deps';
import { untold, wholePlaces } from './parts';
import type { Broken, Hand, Source } from './source';
import type { ProjectWorld, World } from './world';

type SourceDeps = Pick<FollowUpDeps, 'clock' | 'issues' | 'ledger' | 'obligations'>;

/**
 * What records and reports ask of people by a date, as Docket has kept it. Only what is due for a message that was never
 * sent is read from Jira, together with its record: what is asked no longer is withdrawn then, with the reason.
 */
export class AskedSource implements Source {
  readonly broken: Broken[] = [];
  readonly #projects: Projects;
  /** What was read in this run, and when. */
  readonly #read = new Map<string, { readonly answer: Standing | Ended | undefined; readonly at: number }>();

  constructor(
    private readonly deps: SourceDeps,
    private readonly readers: AskedDeps,
    private readonly world: World,
  ) {
    this.#projects = new Map(world.projects.map((project) => [project.config.projectId, project]));
  }

  owns(commitmentId: string): boolean {
    return isAsked({ id: commitmentId });
  }

  async sweep(hand: Hand, exceeded: () => Stop): Promise<Stop> {
    const rows = await this.#due();
    const stopped = await this.#chase(
      rows.filter(({ target }) => target.kind === 'issue'),
      hand,
      exceeded,
    );
    if (stopped) return stopped;
    const onPages = rows.filter(({ target }) => target.kind === 'page');
    let last: Stop = null;
    // Whatever Confluence refuses is tried again by the next run: it never reaches the issues.
    await this.#reporting(onPages, isAppError, async () => {
      last = await this.#chase(onPages, hand, exceeded);
    });
    return last;
  }

  async live(
    project: ProjectWorld,
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, LiveCommitment | Ended>> {
    const asked = commitmentIds.flatMap((id) => {
      const parts = readAskedId(id);
      return parts ? [{ id, obligationId: parts.obligationId }] : [];
    });
    const since = this.deps.clock.now().getTime() - FRESH_MS;
    const old = asked.map(({ obligationId }) => obligationId);
    const unread = [...new Set(old)].filter((id) => (this.#read.get(id)?.at ?? 0) < since);
    if (unread.length > 0) await this.#readKept(unread);
    const items = asked.flatMap(({ id, obligationId }): [string, LiveCommitment | Ended][] => {
      const answer = this.#read.get(obligationId)?.answer;
      if (answer === undefined) return [];
      return [[id, isEnded(answer) ? answer : this.#itemOf(project, id, answer)]];
    });
    return new Map(items);
  }

  async guard(projectIds: readonly string[], work: () => Promise<void>): Promise<void> {
    const rows = projectIds.map((projectId) => ({ projectId }));
    const isRefusal = (error: unknown): boolean => isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN');
    await this.#reporting(rows, isRefusal, work);
  }

  /** Every run decides about all of it again: nothing has to be remembered. */
  memoryOf(): Partial<SweepMemory> {
    return {};
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }

  /** What can fire today anywhere on earth, earliest first. */
  async #due(): Promise<Obligation[]> {
    const rows: Obligation[] = [];
    for (const reach of ['project', 'near', 'far'] as const) {
      const dates = windowOf(reach, this.world).sort();
      const last = dates.at(-1);
      if (dates[0] !== undefined && last !== undefined)
        rows.push(...(await this.deps.obligations.due(reach, dates[0], last)));
    }
    const own = rows.filter(({ projectId }) => this.#projects.has(projectId));
    return own.sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));
  }

  async #chase(rows: readonly Obligation[], hand: Hand, exceeded: () => Stop): Promise<Stop> {
    await this.#meet(rows);
    const messages = new Map<string, number>();
    const owed = [...groupBy(rows, ({ projectId }) => projectId)].flatMap(([projectId, own]) =>
      owedOf(this.#projects.get(projectId), own, this.world.people),
    );
    for (const [project, own] of groupBy(owed, (one) => one.project)) {
      const commitments = own.map(({ commitment }) => commitment);
      for (const [id, count] of await untold(this.deps.ledger, commitments, project.context))
        messages.set(id, count);
    }
    const rowOf = new Map(owed.map(({ commitment, row }) => [commitment.id, row]));
    const due = owed.map(({ commitment }) => commitment).filter(({ id }) => messages.has(id));
    for (const group of wholePlaces(due, messages)) {
      const stopped = exceeded();
      if (stopped) return stopped;
      await this.#look([...new Set(group.flatMap(({ id }) => rowOf.get(id) ?? []))]);
      await hand(
        [...groupBy(group, ({ projectId }) => projectId)].flatMap(([projectId, commitments]) => {
          const project = this.#projects.get(projectId);
          return project ? [{ project, commitments, readAt: null }] : [];
        }),
      );
    }
    return null;
  }

  async #meet(rows: readonly Obligation[]): Promise<void> {
    await this.world.people.look(this.deps.issues, rows.flatMap(peopleNeeded));
  }

  async #readKept(obligationIds: readonly string[]): Promise<void> {
    const rows = await this.deps.obligations.get(obligationIds);
    const kept = new Set(rows.map(({ id }) => id));
    const at = this.deps.clock.now().getTime();
    const answer = { ended: say('messages.withdrawn.answered') };
    for (const id of obligationIds) if (!kept.has(id)) this.#read.set(id, { answer, at });
    await this.#look(rows);
  }

  async #look(rows: readonly Obligation[]): Promise<void> {
    const at = this.deps.clock.now().getTime();
    const answers = await readAsked(this.readers, rows, this.#projects);
    for (const { id } of rows) this.#read.set(id, { answer: answers.get(id), at });
    await this.#meet([...answers.values()].flatMap((answer) => (isEnded(answer) ? [] : [answer.obligation])));
  }

  #itemOf(project: ProjectWorld, commitmentId: string, standing: Standing): LiveCommitment | Ended {
    const commitment = currentOf(standing, project, this.world.people).find(({ id }) => id === commitmentId);
    return commitment ?? { ended: say('messages.withdrawn.askedOfOther') };
  }

  async #reporting(
    rows: readonly { readonly projectId: string }[],
    isExpected: (error: unknown) => boolean,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isExpected(error) || !isAppError(error)) throw error;
      for (const projectId of new Set(rows.map((row) => row.projectId)))
        this.broken.push({ projectId, why: say('admin.reportsLeftOut', { why: error.words }) });
    }
  }
}
