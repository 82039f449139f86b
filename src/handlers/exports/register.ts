import { RegisterMacro } from '../../contract/macro-config';
import { registerDocument } from '../../domain/macros/register-document';
import { movementOf } from '../../domain/registers';
import { readExcerpt } from '../../usecases/macros/read-register';
import { macroProject } from '../macro-project';
import { excerptDeps, namesIn } from '../resolvers/macros';
import { macroExport, nobodyAsks } from './macro-export';

/** The register macro in a PDF or Word export: what the person who exports sees. */
export const registerExport = macroExport(async (deps, { config, accountId }) => {
  const asked = RegisterMacro.parse(config);
  if (accountId === null) return nobodyAsks(asked.projectKey);
  const project = await macroProject(deps, asked.projectKey);
  const excerpt = await readExcerpt(excerptDeps(deps), project, asked);
  const asOf = deps.clock.now();
  return registerDocument({
    ...excerpt,
    project,
    filter: asked.filter,
    rows: excerpt.entries.map(({ issue, record }) => ({
      issueKey: issue.issueKey,
      summary: issue.summary,
      record,
      movement: movementOf(issue.issueId, record.score, excerpt.marks),
    })),
    heat: excerpt.heat && { ...excerpt.heat, asOf: asOf.toISOString(), before: null },
    names: await namesIn(deps, excerpt),
    asOf,
  });
});
