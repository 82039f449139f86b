import { z } from 'zod';
import type { Site } from '../site/site';
import type { ForgeManifest } from './manifest';
import { moduleContext } from './resolver';
import type { ModuleContext } from './types';

/** The commands of `__bridge.callBridge` that need the platform; every other one is the page's own. */
export const HOST_COMMANDS = ['invoke', 'getContext', 'fetchProduct'] as const;
export type HostCommand = (typeof HOST_COMMANDS)[number];

const Command = z.enum(HOST_COMMANDS);

/** As `@forge/bridge` 7.2.0 sends them. */
const InvokeData = z.looseObject({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.unknown().optional(),
  invokeType: z.undefined({ error: 'the sandbox models no remotes' }).optional(),
});

const FetchData = z.object({
  product: z.enum(['jira', 'confluence']),
  restPath: z.string().startsWith('/'),
  fetchRequestInit: z
    .object({
      method: z.string().default('GET'),
      body: z.string().nullish(),
      headers: z.array(z.tuple([z.string(), z.string()])).default([]),
    })
    .prefault({}),
  isMultipartFormData: z.literal(false, { error: 'the sandbox models no file upload' }).default(false),
});

export interface BridgeParts {
  readonly site: Site;
  readonly manifest: ForgeManifest;
  readonly invoke: (module: ModuleContext, functionKey: string, payload: unknown) => Promise<unknown>;
}

/** Does what a Custom UI module's bridge asks of the platform. @throws Error for a command of the page, or bad data. */
export async function answerBridge(
  parts: BridgeParts,
  module: ModuleContext,
  command: string,
  data: unknown,
): Promise<unknown> {
  const known = Command.safeParse(command);
  if (!known.success) throw new Error(`The bridge command ${command} belongs to the page, not to the host.`);
  switch (known.data) {
    case 'invoke': {
      const { functionKey, payload, metadata } = InvokeData.parse(data);
      const body = await parts.invoke(module, functionKey, payload);
      return metadata === undefined ? body : { body, metadata: {} };
    }
    case 'getContext':
      return moduleContext(parts.site.state, parts.manifest, module);
    case 'fetchProduct':
      return fetchProduct(parts, module, data);
  }
}

/** `requestJira` and `requestConfluence` of the browser: always as the viewer, with the scopes of the manifest. */
async function fetchProduct({ site, manifest }: BridgeParts, { accountId }: ModuleContext, data: unknown) {
  const { product, restPath, fetchRequestInit } = FetchData.parse(data);
  const user = accountId === null ? undefined : site.state.users.get(accountId);
  if (!user) return productAnswer(Response.json({ message: 'Unauthorized' }, { status: 401 }));
  if (restPath.startsWith('/wiki/') !== (product === 'confluence'))
    return productAnswer(Response.json({ message: 'Not found' }, { status: 404 }));
  const { method, headers } = fetchRequestInit;
  const body = method === 'GET' || method === 'HEAD' ? null : (fetchRequestInit.body ?? null);
  const request = new Request(site.state.baseUrl + restPath, { method, headers, body });
  return productAnswer(await site.fetch(request, { user, scopes: manifest.scopes }));
}

async function productAnswer(response: Response) {
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
}
