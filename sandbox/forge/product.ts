import type { Caller } from '../site/operation';
import type { Site } from '../site/site';
import type { ForgeManifest } from './manifest';
import type { Departure } from './outgoing';
import type { Scope } from './scope';

/** On whose behalf a product call goes out. */
export interface ProductCall {
  readonly provider: 'app' | 'user' | 'none';
  readonly product: 'jira' | 'confluence';
  /** The user that `asUser(accountId)` names. */
  readonly accountId: string | undefined;
  readonly path: string;
  readonly init: RequestInit;
}

/** Either the caller, or what Forge's proxy answers in the product's stead. */
type Resolved = { readonly caller: Caller } | { readonly refusal: Response };

/** The proxy names its refusals in a header; `@forge/api` turns them into errors, see its out/api/fetch.js. */
const proxyRefusal = (status: number, code: string): Resolved => ({
  refusal: new Response(null, { status, headers: { 'forge-proxy-error': code } }),
});

/** Turns a product call of an invocation into a request to the site, made as the right account with the right scopes. */
export function productDeparture(
  site: Site,
  manifest: ForgeManifest,
  scope: Scope,
  call: ProductCall,
): Response | Departure {
  const resolved = resolveCaller(site, manifest, scope.options.accountId, call);
  if ('refusal' in resolved) return resolved.refusal;
  const { product, path, init } = call;
  const belongs = path.startsWith('/wiki/') === (product === 'confluence') && path.startsWith('/');
  const url = new URL(site.state.baseUrl + path);
  return {
    kind: product,
    operation: site.operationIdOf(init.method?.toUpperCase() ?? 'GET', url.pathname),
    // A product's proxy leads to that product only.
    effect: () =>
      belongs
        ? site.fetch(new Request(url, init), resolved.caller)
        : productBody(product, 404, 'Not found', {}),
    refusal: (status, headers) =>
      productBody(product, status, 'The sandbox was told to fail this call', headers),
  };
}

function resolveCaller(
  { state }: Site,
  manifest: ForgeManifest,
  invokedBy: string | null,
  { provider, accountId }: ProductCall,
): Resolved {
  if (provider === 'app') {
    const user = state.appAccountId === null ? undefined : state.users.get(state.appAccountId);
    return user ? { caller: { user, scopes: manifest.scopes } } : proxyRefusal(401, 'APP_NOT_INSTALLED');
  }
  const isOffline = accountId !== undefined && accountId !== invokedBy;
  const wanted = accountId ?? invokedBy;
  if (provider === 'none' || wanted === null) return proxyRefusal(401, 'NEEDS_AUTHENTICATION_ERR');
  const user = state.users.get(wanted);
  if (!user || !user.active) return proxyRefusal(401, 'NEEDS_AUTHENTICATION_ERR');
  if (!isOffline) return { caller: { user, scopes: manifest.scopes } };
  // Only scopes with allowImpersonation work for a user who is not there. The code is the sandbox's: none is documented.
  const scopes = manifest.impersonationScopes;
  if (scopes.size === 0 || user.accountType === 'app')
    return proxyRefusal(403, 'OFFLINE_IMPERSONATION_NOT_ALLOWED');
  return { caller: { user, scopes } };
}

function productBody(
  product: 'jira' | 'confluence',
  status: number,
  message: string,
  headers: Record<string, string>,
): Response {
  const body =
    product === 'jira'
      ? { errorMessages: [message], errors: {} }
      : { errors: [{ status, code: 'SANDBOX', title: message, detail: null }] };
  return Response.json(body, { status, headers });
}
