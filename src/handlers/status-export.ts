import { z } from 'zod';
import { compose } from '../compose';
import { type AdfDoc, emptyExport, exportDocument } from '../domain/status';
import { isAppError } from '../errors';
import { isLicensed } from './licence';
import { readSnapshot } from '../usecases/reports/read-status';

/** Where the macro's configuration stands in the export payload is not documented: both places are looked at. */
const ExportPayload = z.object({
  context: z
    .object({
      extension: z.object({ config: z.object({ projectKey: z.string().nullish() }).nullish() }).nullish(),
    })
    .nullish(),
  extensionPayload: z.object({ config: z.object({ projectKey: z.string().nullish() }).nullish() }).nullish(),
});

const Principal = z.object({ principal: z.object({ accountId: z.string() }) });

/** The macro in a PDF or Word export: an ADF document, drawn only for people who may browse the project. */
export async function statusExport(payload: unknown, context: unknown): Promise<AdfDoc> {
  const deps = compose();
  const parsed = ExportPayload.safeParse(payload).data;
  const projectKey =
    parsed?.context?.extension?.config?.projectKey ?? parsed?.extensionPayload?.config?.projectKey ?? '';
  if (!isLicensed(context)) return emptyExport('Docket has no licence on this site.');
  if (projectKey === '') return emptyExport('No project is chosen in the settings of this macro.');
  if (!Principal.safeParse(context).success)
    return emptyExport(
      `Open the page to see the status of ${projectKey}: this export does not say who asks.`,
    );
  try {
    const project = await deps.user.issues.project(projectKey);
    const status = await readSnapshot(deps, { project });
    if (!status) return emptyExport(`No status of ${project.key} has been published yet.`);
    return exportDocument({ project, ...status, siteUrl: null });
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND', 'FORBIDDEN'))
      return emptyExport(`You may not see the project ${projectKey}.`);
    throw error;
  }
}
