import {
  type Commitment,
  decide,
  type IntendedMessage,
  isIssue,
  type LiveCommitment,
  type Person,
  type Roster,
} from '../../domain/commitments';
import type { Log } from '../../ports/log';
import type { KnownSight, KnownSights, Visibility } from '../../ports/visibility';
import { inParallel } from '../parallel';
import type { ProjectContext } from './deps';

const DAY_MS = 24 * 3_600_000;
/** A comment stands on the item and is hidden from whom Jira hides the item: what is trusted so long decides who is told, not who reads. */
const TRUST_MS = 7 * DAY_MS;
/** A digest quotes items elsewhere, and who could not see a project may be let in: both are asked about daily. */
const DAILY_MS = DAY_MS;
const CALLS = 8;
/** Projects of one check: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
const MAX_PROJECTS = 1_000;

export interface SightDeps {
  readonly visibility: Visibility;
  readonly log: Log;
}

type Item = Pick<Commitment, 'id' | 'projectId' | 'restricted' | 'target' | 'asked'>;

interface Question {
  readonly projectIds: Set<string>;
  readonly issueIds: Set<string>;
}

/**
 * What the people of one tenant may see, as far as one run knows. What is not known counts as visible: Docket may not
 * be allowed to ask, and a silent reminder would be worse than one that Jira itself keeps from a stranger.
 */
export class Sights {
  #known: Record<string, KnownSight>;
  readonly #issues = new Map<string, boolean>();
  readonly #untold = new Set<string>();
  readonly #waiting = new Map<string, string>();
  #isChanged = false;
  /** Who is known not to see a project, by project id; worked out where it is asked for. */
  #blind: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    known: KnownSights,
    private readonly now: Date,
    /** Every project of the run: the answer about a person costs the same for one or for all. */
    private readonly projectIds: readonly string[],
  ) {
    this.#known = { ...known };
  }

  get isChanged(): boolean {
    return this.#isChanged;
  }

  get all(): KnownSights {
    return this.#known;
  }

  /** Issues that have to be looked at again when the lead's morning comes, with their projects. */
  get waiting(): ReadonlyMap<string, string> {
    return this.#waiting;
  }

  readonly canSee = ({ accountId, active }: Person, item: Item): boolean => {
    const issueId = issueIdOf(item);
    if (issueId === null || !active) return true;
    if (this.#known[accountId]?.projects[item.projectId] === false) return false;
    return !item.restricted || this.#issues.get(`${accountId} ${issueId}`) !== false;
  };

  /** People who cannot see the project count as absent there: their items follow the lead's morning. */
  rosterOf(projectId: string, roster: Roster): Roster {
    const blind = this.#blindIn(projectId);
    if (!blind.some((id) => roster[id])) return roster;
    const absent = blind.flatMap((id) => (roster[id] ? [[id, { ...roster[id], active: false }]] : []));
    return { ...roster, ...Object.fromEntries(absent) } as Roster;
  }

  #blindIn(projectId: string): readonly string[] {
    this.#blind ??= blindOf(this.#known);
    return this.#blind.get(projectId) ?? [];
  }

  /** Asks what these messages depend on and is not known well enough. @returns false where nothing had to be asked. */
  async look(
    { visibility, log }: SightDeps,
    messages: readonly IntendedMessage[],
    digestFor: ReadonlySet<string>,
  ): Promise<boolean> {
    const questions = new Map<string, Question>();
    for (const { recipient, instead, commitment } of messages) {
      for (const person of instead ? [recipient, instead] : [recipient])
        this.#ask(questions, person, commitment, digestFor.has(person.accountId) ? DAILY_MS : TRUST_MS);
    }
    await inParallel([...questions], CALLS, async ([accountId, { projectIds, issueIds }]) => {
      const others = this.projectIds
        .filter((id) => !projectIds.has(id))
        .slice(0, MAX_PROJECTS - projectIds.size);
      const sight = await visibility.check(accountId, {
        projectIds: [...projectIds, ...others],
        issueIds: [...issueIds],
      });
      if (sight === null) {
        if (this.#untold.size === 0)
          log.warn('jira does not say what others may see: messages go out as if they saw it');
        this.#untold.add(accountId);
        return;
      }
      for (const id of issueIds) this.#issues.set(`${accountId} ${id}`, sight.issueIds.has(id));
      // Of projects that nobody asked about only a yes is kept: a no would make the person absent there ahead of time.
      const answered = [...projectIds, ...others.filter((id) => sight.projectIds.has(id))];
      const projects = Object.fromEntries(answered.map((id) => [id, sight.projectIds.has(id)]));
      this.#known[accountId] = { projects, readAt: this.now.toISOString() };
      this.#isChanged = true;
      this.#blind = null;
    });
    return questions.size > 0;
  }

  wait(item: Item): void {
    const issueId = issueIdOf(item);
    if (issueId !== null) this.#waiting.set(issueId, item.projectId);
  }

  #ask(questions: Map<string, Question>, person: Person, item: Item, trust: number): void {
    const { accountId, active } = person;
    const issueId = issueIdOf(item);
    if (issueId === null || !active || this.#untold.has(accountId)) return;
    const known = this.#known[accountId];
    const may = known?.projects[item.projectId];
    const age = known ? this.now.getTime() - Date.parse(known.readAt) : Infinity;
    const stale = may === undefined || age >= (may ? trust : DAILY_MS);
    const unread = item.restricted === true && !this.#issues.has(`${accountId} ${issueId}`);
    if (!stale && !unread) return;
    // What was known is renewed with it.
    const question = questions.get(accountId) ?? {
      projectIds: new Set(Object.keys(known?.projects ?? {})),
      issueIds: new Set<string>(),
    };
    question.projectIds.add(item.projectId);
    if (item.restricted) question.issueIds.add(issueId);
    questions.set(accountId, question);
  }
}

/** People by the projects that they cannot see. Hardly any are: what is passed over, a person for each project, is not copied. */
function blindOf(known: KnownSights): Map<string, string[]> {
  const blind = new Map<string, string[]>();
  for (const [accountId, { projects }] of Object.entries(known)) {
    for (const id of Object.keys(projects))
      if (projects[id] === false) blind.set(id, [...(blind.get(id) ?? []), accountId]);
  }
  return blind;
}

/** Tasks on pages have no such question: a comment on a page is hidden from whom the page is hidden. */
const issueIdOf = ({ id, target, asked }: Item): string | null =>
  target.kind === 'issue' && (isIssue({ id }) || asked) ? target.id : null;

/** Decides with what people may see: asks for what is not known, and decides again until nothing is left to ask. */
export async function decideSeen(
  deps: SightDeps,
  items: readonly Commitment[],
  context: ProjectContext,
): Promise<IntendedMessage[]> {
  const { sights, digestFor } = context;
  const first = decide(items, context);
  let intended = first;
  while (await sights.look(deps, intended, digestFor)) intended = decide(items, context);
  const keys = new Set(intended.map(({ key }) => key));
  // Whose issue is hidden is not known to the next sweep: the lead's morning has to find it by its id.
  for (const { key, commitment } of first)
    if (isIssue(commitment) && commitment.restricted && !keys.has(key)) sights.wait(commitment);
  return intended;
}

/** Asks about items that were read again, whose people may have changed. */
export async function lookAgain(
  deps: SightDeps,
  live: Iterable<LiveCommitment>,
  context: ProjectContext,
): Promise<void> {
  const dated = [...live].flatMap((item) => {
    const { dueDate, ...rest } = context.effective(item);
    return dueDate === null ? [] : [{ ...rest, dueDate }];
  });
  await decideSeen(deps, dated, context);
}
