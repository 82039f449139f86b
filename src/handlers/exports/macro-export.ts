import { z } from 'zod';
import { compose, type Deps } from '../../compose';
import { type AdfDoc, emptyExport } from '../../domain/status';
import { isAppError } from '../../errors';
import { isLicensed } from '../licence';

const Config = z.record(z.string(), z.unknown()).nullish();

/** Where the macro's configuration stands in the export payload is not documented: both places are looked at. */
const Payload = z.object({
  context: z
    .object({
      extension: z
        .object({ config: Config, space: z.object({ key: z.string() }).nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  extensionPayload: z.object({ config: Config }).nullish().catch(null),
});

const Principal = z.object({ principal: z.object({ accountId: z.string() }) });

/** A macro on a page that somebody takes out as PDF or Word. */
export interface Exported {
  readonly config: Readonly<Record<string, unknown>>;
  /** Who asks, where the platform says so: only then can Jira be asked as that person. */
  readonly accountId: string | null;
  /** Key of the space in which the page stands; `null` where the platform does not say. */
  readonly spaceKey: string | null;
}

/** A function of `adfExport`: what it draws, or in one line why there is nothing to see. */
export const macroExport =
  (draw: (deps: Deps, exported: Exported) => Promise<AdfDoc>) =>
  async (payload: unknown, context: unknown): Promise<AdfDoc> => {
    if (!isLicensed(context)) return emptyExport('Docket has no licence on this site.');
    const parsed = Payload.safeParse(payload).data;
    const extension = parsed?.context?.extension;
    try {
      return await draw(compose(), {
        config: extension?.config ?? parsed?.extensionPayload?.config ?? {},
        accountId: Principal.safeParse(context).data?.principal.accountId ?? null,
        spaceKey: extension?.space?.key ?? null,
      });
    } catch (error) {
      // What a reader of the page may not know they learn from no export either; all other trouble is the platform's to tell.
      if (isAppError(error, 'BAD_INPUT', 'FORBIDDEN', 'NOT_FOUND')) return emptyExport(error.message);
      throw error;
    }
  };

/** In place of what depends on who looks. */
export const nobodyAsks = (projectKey: string): AdfDoc =>
  emptyExport(`Open the page to see this of ${projectKey}: the export does not say who asks.`);
