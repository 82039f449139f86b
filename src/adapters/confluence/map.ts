import { AppError } from '../../errors';
import type { AdfDoc } from '../../domain/status';
import type { ConfluencePage } from '../../ports/confluence';
import { say } from '../../words';
import { Adf, type WirePage } from './schema';

export function pageFrom(wire: WirePage): ConfluencePage {
  const webui = wire._links?.webui;
  return {
    id: wire.id,
    title: wire.title,
    spaceId: wire.spaceId,
    parentId: wire.parentId ?? null,
    status: wire.status,
    version: wire.version.number,
    path: webui === undefined ? null : `/wiki${webui}`,
  };
}

/** @throws AppError UPSTREAM_SHAPE where the body is missing or is no document. */
export function docFrom(operation: string, value: string | undefined): AdfDoc {
  const parsed = Adf.safeParse(value);
  if (parsed.success) return { version: 1, type: 'doc', content: parsed.data.content };
  throw new AppError('UPSTREAM_SHAPE', say('problem.noBody', { operation }), {
    cause: parsed.error,
  });
}

/** Scheme and host of `_links.base`, which reads `https://example.atlassian.net/wiki`. */
export function siteUrlFrom(base: string | undefined): string | null {
  return base !== undefined && URL.canParse(base) ? new URL(base).origin : null;
}
