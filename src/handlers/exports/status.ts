import type { Deps } from '../../compose';
import { MacroProject } from '../../contract/macro-config';
import { emptyExport, exportDocument } from '../../domain/status';
import type { ProjectFacts } from '../../ports/issues';
import { isForReadersOf } from '../../usecases/reports/audience';
import { readSnapshot } from '../../usecases/reports/read-status';
import { macroProject } from '../macro-project';
import { type Exported, macroExport, nobodyAsks } from './macro-export';

/** The status macro in a PDF or Word export. */
export const statusExport = macroExport(async (deps, exported) => {
  const { projectKey } = MacroProject.parse(exported.config);
  const project = await shownProject(deps, projectKey, exported);
  if (project === null) return nobodyAsks(projectKey);
  const status = await readSnapshot(deps, { project });
  if (!status) return emptyExport(`No status of ${project.key} has been published yet.`);
  return exportDocument({ project, ...status, siteUrl: null });
});

/**
 * As the person who exports sees it. Where the platform does not name them, the readers of the page are those of its
 * space: the report's own page tells them the same where the project has chosen so; `null` where it has not.
 */
async function shownProject(
  deps: Deps,
  projectKey: string,
  { accountId, spaceKey }: Exported,
): Promise<ProjectFacts | null> {
  if (accountId !== null || projectKey === '') return macroProject(deps, projectKey);
  if (spaceKey === null) return null;
  const project = await deps.app.issues.project(projectKey);
  return (await isForReadersOf(deps, project.id, spaceKey)) ? project : null;
}
