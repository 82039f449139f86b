import { z } from 'zod';
import type { Site } from '../site/site';
import type { KvsService } from './kvs/service';
import type { ForgeManifest } from './manifest';
import { depart, type Departure, type Outside } from './outgoing';
import { productDeparture } from './product';
import { REPORT_ACCOUNTS, reportAccounts } from './privacy';
import type { QueueService } from './queue/wire';
import type { Scope } from './scope';

/** What `@forge/*` passes as the first argument of `__forge_fetch__`. */
const Description = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('fpp'),
    provider: z.enum(['app', 'user', 'none']),
    remote: z.string().optional(),
    accountId: z.string().optional(),
  }),
  z.looseObject({ type: z.literal('kvs') }),
]);

const Path = z.string();

/** What a request may carry; `fetch` itself checks the rest. */
const Init = z
  .looseObject({
    method: z.string().optional(),
    body: z.union([z.string(), z.instanceof(FormData), z.instanceof(URLSearchParams)]).optional(),
  })
  .default({});

export interface FetchParts {
  readonly site: Site;
  readonly manifest: ForgeManifest;
  readonly kvs: KvsService;
  readonly queue: QueueService;
  readonly outside: Outside;
}

const KVS_ROOT = '/api/v1/';
const QUEUE_ROUTE =
  /^\/webhook\/queue\/(publish|stats|cancel)\/\{contextAri\}\/\{environmentId\}\/\{appId\}\/\{appVersion\}$/;

/** Serves one `__forge_fetch__`: product, storage or queue. Anything else is 501, names itself and is recorded. */
export async function forgeFetch(
  parts: FetchParts,
  scope: Scope,
  description: unknown,
  path: unknown,
  init: unknown,
): Promise<Response> {
  const target = Description.safeParse(description);
  const where = Path.parse(path);
  if (!target.success) return unmodelled(parts.site, JSON.stringify(description), where);
  const request = Init.parse(init) as RequestInit;
  if (target.data.type === 'kvs') return leave(parts, scope, kvsDeparture(parts, scope, where, request));
  const { provider, remote, accountId } = target.data;
  if (remote === 'jira' || remote === 'confluence') {
    const call = { provider, product: remote, accountId, path: where, init: request } as const;
    return leave(parts, scope, productDeparture(parts.site, parts.manifest, scope, call));
  }
  if (remote === 'stargate' && provider === 'app' && where === REPORT_ACCOUNTS)
    return leave(parts, scope, reportDeparture(parts, request));
  const action = remote === 'stargate' && provider === 'app' ? QUEUE_ROUTE.exec(where)?.[1] : undefined;
  if (action === undefined) return unmodelled(parts.site, `${provider} ${remote ?? 'context'}`, where);
  return leave(parts, scope, queueDeparture(parts, scope, action, request));
}

async function leave(parts: FetchParts, scope: Scope, departure: Response | Departure): Promise<Response> {
  return departure instanceof Response ? departure : depart(parts.outside, scope, departure);
}

function kvsDeparture({ kvs }: FetchParts, scope: Scope, path: string, init: RequestInit): Departure {
  const operation = path.startsWith(KVS_ROOT) ? path.slice(KVS_ROOT.length) : path;
  const body = String(init.body ?? '');
  const handle = (text: string, pacedAt: number) =>
    kvs.handle({ operation, body: text, now: scope.now(), pacedAt });
  return {
    kind: 'kvs',
    operation,
    effect: (pacedAt) => handle(body, pacedAt),
    ...(operation.startsWith('batch/')
      ? { half: (pacedAt: number) => handle(firstHalf(body), pacedAt) }
      : {}),
    refusal: (status, headers) =>
      Response.json(
        {
          code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_SERVER_ERROR',
          message: 'The sandbox was told to fail this call',
        },
        { status, headers },
      ),
  };
}

/** Of a batch of one that is the whole of it. */
function firstHalf(batch: string): string {
  const items = z.array(z.unknown()).parse(JSON.parse(batch));
  return JSON.stringify(items.slice(0, Math.ceil(items.length / 2)));
}

function queueDeparture({ queue }: FetchParts, scope: Scope, action: string, init: RequestInit): Departure {
  return {
    kind: 'queue',
    operation: action,
    effect: (pacedAt) => queue.serve(action, String(init.body ?? ''), { scope, pacedAt }),
    refusal: (status, headers) =>
      Response.json({ errorMessage: 'The sandbox was told to fail this call' }, { status, headers }),
  };
}

function reportDeparture({ site, manifest }: FetchParts, init: RequestInit): Departure {
  return {
    kind: 'privacy',
    operation: 'report-accounts',
    effect: () => reportAccounts(site.state, manifest.scopes, String(init.body ?? '')),
    refusal: (status, headers) =>
      Response.json({ message: 'The sandbox was told to fail this call' }, { status, headers }),
  };
}

function unmodelled(site: Site, target: string, path: string): Response {
  const name = `${target} ${path}`;
  site.unmodelled.push(name);
  const message = `The sandbox does not model ${name}. Add it to sandbox/forge/fetch.ts.`;
  return Response.json({ code: 'NOT_MODELLED', message, errorMessages: [message] }, { status: 501 });
}
