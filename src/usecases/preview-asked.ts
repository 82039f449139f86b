import type { LocalDate } from '../domain/calendar';
import { type Commitment, isEnded, type Ladder, type Obligation, peopleNeeded } from '../domain/commitments';
import { REGISTERS, subjectOf } from '../domain/registers';
import { isAppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { TaskSource } from '../ports/tasks';
import { currentOf, owedOf, readAsked } from './follow-up/asked-items';
import type { FollowUpDeps } from './follow-up/deps';
import type { People } from './follow-up/people';
import type { ProjectWorld } from './follow-up/world';
import { inParallel } from './parallel';

export interface PreviewAskedDeps extends Pick<
  FollowUpDeps,
  'issues' | 'obligations' | 'copies' | 'registerSettings'
> {
  /** Both with the rights of the person who looks: nobody is shown what they may not see. */
  readonly visible: Pick<Issues, 'carrying'>;
  readonly visibleTasks: Pick<TaskSource, 'pages'>;
}

/** What a project's records and reports ask of people that may fire on one of the dates of its ladder. */
export async function askedToPreview(
  deps: PreviewAskedDeps,
  project: ProjectWorld,
  people: People,
  datesOn: (ladder: Ladder) => readonly LocalDate[],
): Promise<Commitment[]> {
  const known = new Map<string, ReadonlySet<LocalDate>>();
  const firesOn = (ladder: Ladder): ReadonlySet<LocalDate> => {
    const name = JSON.stringify(ladder);
    const dates = known.get(name) ?? new Set(datesOn(ladder));
    known.set(name, dates);
    return dates;
  };
  const rows = (await deps.obligations.ofProject(project.config.projectId)).filter(({ ladder, dueDate }) =>
    firesOn(ladder ?? project.context.policy.ladder).has(dueDate),
  );
  return visibleAsked(deps, project, people, rows);
}

/** What the records on one issue ask of people. */
export async function askedOnIssue(
  deps: PreviewAskedDeps,
  project: ProjectWorld,
  people: People,
  issueId: string,
): Promise<Commitment[]> {
  const rows = await inParallel(REGISTERS, REGISTERS.length, ({ kind }) =>
    deps.obligations.ofSubject(subjectOf(kind, issueId)),
  );
  return visibleAsked(deps, project, people, rows.flat());
}

/** What these obligations have come to, as far as the person who looks may see it; without what is done. */
export async function visibleAsked(
  deps: PreviewAskedDeps,
  project: ProjectWorld,
  people: People,
  rows: readonly Obligation[],
): Promise<Commitment[]> {
  await people.look(deps.issues, rows.flatMap(peopleNeeded));
  const chased = new Set(owedOf(project, rows, people).map(({ commitment }) => commitment.id));
  const readers = { ...deps, issues: deps.visible, pages: withoutConfluence(deps.visibleTasks) };
  const answers = await readAsked(readers, rows, new Map([[project.config.projectId, project]]));
  const standing = [...answers.values()].flatMap((answer) => (isEnded(answer) ? [] : [answer]));
  await people.look(
    deps.issues,
    standing.flatMap(({ obligation }) => peopleNeeded(obligation)),
  );
  return standing
    .flatMap((one) => currentOf(one, project, people))
    .filter(({ id, done }) => chased.has(id) && !done);
}

/** Without Confluence for this person, no page counts as seen. */
const withoutConfluence = (source: Pick<TaskSource, 'pages'>): Pick<TaskSource, 'pages'> => ({
  async pages(ids, withLinks) {
    try {
      return await source.pages(ids, withLinks);
    } catch (error) {
      if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) return new Map();
      throw error;
    }
  },
});
