import type { Deps } from '../../compose';
import { plan as contract } from '../../contract';
import { AppError, isAppError } from '../../errors';
import type { StoredPlan } from '../../ports/plans';
import { type PlanEdit, savePlan, setBaseline } from '../../usecases/plan/change-plan';
import { importLines } from '../../usecases/plan/import-plan';
import { projectCalendar } from '../../usecases/plan/project-calendar';
import { readPlanFigures } from '../../usecases/plan/read-figures';
import { comparePlans, readPlan } from '../../usecases/plan/read-plan';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { say } from '../../words';
import { baselineView, comparisonView, figuresView, savedView } from './plan-view';

const mayEdit = (deps: Deps, place: Place): Promise<boolean> =>
  deps.user.access.can('ADMINISTER_PROJECTS', place.project.id);

async function mustEdit(deps: Deps, place: Place): Promise<void> {
  if (await mayEdit(deps, place)) return;
  throw new AppError('FORBIDDEN', say('problem.planForAdmins'));
}

/** Who may browse the project sees its plan; its money too, unless the plan says that only admins do. */
async function sight(deps: Deps, place: Place): Promise<{ canEdit: boolean; seesMoney: boolean }> {
  // Jira itself says who may browse the project; for others there is none.
  const [canEdit, stored] = await Promise.all([
    mayEdit(deps, place),
    deps.plans.read(place.project.id),
    deps.user.issues.project(place.project.id),
  ]);
  return { canEdit, seesMoney: canEdit || stored?.plan.audience !== 'admins' };
}

const editOf = (deps: Deps, place: Place, request: { revision: number; why: string }): PlanEdit => ({
  projectId: place.project.id,
  actor: place.accountId,
  now: deps.clock.now(),
  revision: request.revision,
  why: request.why,
});

/** Runs a change; a conflict shows the plan as it now stands in the view's own form. */
async function changed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!isAppError(error, 'CONFLICT') || !error.current) throw error;
    throw new AppError('CONFLICT', error.words, {
      cause: error,
      current: savedView(error.current as StoredPlan),
    });
  }
}

export const plan = [
  defineAnswer(contract.read, async (deps, _request, place) => {
    const { canEdit, seesMoney } = await sight(deps, place);
    const { stored, baselines } = await readPlan(deps, place.project.id);
    const people = baselines.map(({ setBy }) => setBy).concat(stored?.savedBy ?? []);
    const [names, versions] = await Promise.all([
      deps.user.people.names([...new Set(people)]),
      canEdit ? deps.user.facts.versions(place.project.id) : [],
    ]);
    return {
      saved: stored && savedView(stored, seesMoney),
      baselines: baselines.map(baselineView),
      versions: versions.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })),
      names,
      canEdit,
      seesMoney,
    };
  }),
  defineAnswer(contract.figures, async (deps, _request, place) => {
    const { seesMoney } = await sight(deps, place);
    const now = deps.clock.now();
    const calendar = await projectCalendar(deps, place.project.id, now);
    const figures = await readPlanFigures(
      { plans: deps.plans, facts: deps.user.facts },
      { project: place.project, now, ...calendar },
    );
    return { figures: figures && figuresView(figures, seesMoney, place) };
  }),
  defineAnswer(contract.save, async (deps, request, place) => {
    await mustEdit(deps, place);
    return savedView(await changed(savePlan(deps, editOf(deps, place, request), request.plan)));
  }),
  defineAnswer(contract.importLines, async (deps, request, place) => {
    await mustEdit(deps, place);
    const edit = editOf(deps, place, request);
    const { rows, problems, saved } = await changed(importLines(deps, edit, request.rows, request.apply));
    return { rows: [...rows], problems: [...problems], saved: saved && savedView(saved) };
  }),
  defineAnswer(contract.setBaseline, async (deps, request, place) => {
    await mustEdit(deps, place);
    return baselineView(await changed(setBaseline(deps, editOf(deps, place, request), request.name)));
  }),
  defineAnswer(contract.compare, async (deps, request, place) => {
    const { seesMoney } = await sight(deps, place);
    return comparisonView(await comparePlans(deps, place.project.id, request), seesMoney);
  }),
];
