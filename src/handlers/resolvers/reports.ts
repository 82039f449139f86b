import type { Deps } from '../../compose';
import { reports as contract } from '../../contract';
import {
  type Acted,
  answerStream,
  approveReport,
  correctReport,
  giveBack,
  overrideColour,
} from '../../usecases/reports/act';
import { configOf } from '../../usecases/reports/deps';
import { publishNow } from '../../usecases/reports/publish-now';
import { readReportFiles } from '../../usecases/reports/read-files';
import { listReports, readReport, reportView } from '../../usecases/reports/view';
import type { Place } from '../place';
import { actorOf, reportDeps } from '../report-deps';
import { defineAnswer } from '../resolver';
import { mayBrowse } from '../rights';

const viewDeps = (deps: Deps) => ({
  ...reportDeps(deps),
  names: (accountIds: readonly string[]) => deps.user.people.names(accountIds),
});

/** One step of the person who is present, and the report as it is after it. */
async function step(
  deps: Deps,
  place: Place,
  take: (...by: readonly [ReturnType<typeof reportDeps>, ReturnType<typeof actorOf>]) => Promise<Acted>,
) {
  await mayBrowse(deps, place.project.id);
  const actor = actorOf(deps, place);
  const { row, warning } = await take(reportDeps(deps), actor);
  const config = await configOf(deps, place.project.id);
  return { report: await reportView(viewDeps(deps), config, row, actor), warning };
}

export const reports = [
  defineAnswer(contract.list, async (deps, _request, { project }) => {
    await mayBrowse(deps, project.id);
    return listReports(deps, project.id);
  }),
  defineAnswer(contract.read, async (deps, { label }, place) => {
    await mayBrowse(deps, place.project.id);
    return readReport(viewDeps(deps), place.project.id, label, actorOf(deps, place));
  }),
  defineAnswer(contract.files, async (deps, { label }, place) => {
    // Jira itself says who may browse the project; for others there is none.
    const [project, isAdmin] = await Promise.all([
      deps.user.issues.project(place.project.id),
      deps.user.access.can('ADMINISTER_PROJECTS', place.project.id),
    ]);
    return readReportFiles(deps, { project, label, isAdmin });
  }),
  defineAnswer(contract.answer, (deps, { label, ...given }, place) =>
    step(deps, place, (own, actor) =>
      answerStream(own, { projectId: place.project.id, label }, actor, given),
    ),
  ),
  defineAnswer(contract.override, (deps, { label, ...given }, place) =>
    step(deps, place, (own, actor) =>
      overrideColour(own, { projectId: place.project.id, label }, actor, given),
    ),
  ),
  defineAnswer(contract.returnStream, (deps, { label, ...given }, place) =>
    step(deps, place, (own, actor) => giveBack(own, { projectId: place.project.id, label }, actor, given)),
  ),
  defineAnswer(contract.approve, (deps, { label, version }, place) =>
    step(deps, place, (own, actor) =>
      approveReport(own, { projectId: place.project.id, label }, actor, version),
    ),
  ),
  defineAnswer(contract.correct, (deps, { label, ...given }, place) =>
    step(deps, place, (own, actor) =>
      correctReport(own, { projectId: place.project.id, label }, actor, given),
    ),
  ),
  defineAnswer(contract.publishNow, (deps, { label }, place) =>
    step(deps, place, async (own, actor) => ({
      row: await publishNow(own, { projectId: place.project.id, label }, actor),
      warning: null,
    })),
  ),
];
