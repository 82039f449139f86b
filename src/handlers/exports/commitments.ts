import { CommitmentsMacro } from '../../contract/macro-config';
import { commitmentsDocument } from '../../domain/macros/commitments-document';
import { itemName } from '../../domain/commitments';
import { emptyExport } from '../../domain/status';
import { macroProject } from '../macro-project';
import { commitmentExcerpt } from '../resolvers/macros';
import { targetUrl } from '../resolvers/urls';
import { macroExport, nobodyAsks } from './macro-export';

/** The commitments macro in a PDF or Word export: what the person who exports sees. */
export const commitmentsExport = macroExport(async (deps, { config, accountId }) => {
  const asked = CommitmentsMacro.parse(config);
  if (accountId === null) return nobodyAsks(asked.projectKey);
  const project = await macroProject(deps, asked.projectKey);
  const excerpt = await commitmentExcerpt(deps, project, asked, accountId);
  if (!excerpt) return emptyExport(`Docket is switched off in ${project.key}.`);
  return commitmentsDocument({
    ...excerpt,
    project,
    isOwn: asked.whose === 'me',
    unseen: excerpt.unseen.map(String),
    parts: excerpt.parts.map(({ part, rows, count }) => ({
      part,
      count,
      lines: rows.map(({ commitment, standing }) => ({
        item: itemName(commitment),
        url: targetUrl({ siteUrl: '' }, commitment.target),
        summary: commitment.summary,
        owner: commitment.owner?.displayName ?? null,
        dueDate: commitment.dueDate,
        daysLate: standing.kind === 'overdue' || standing.kind === 'escalated' ? standing.days : 0,
      })),
    })),
    owners: excerpt.owners.map(({ owner, open, late }) => ({
      owner: owner?.displayName ?? null,
      open,
      late,
    })),
    asOf: deps.clock.now(),
  });
});
