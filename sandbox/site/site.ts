import { type AnyOperation, type Caller, type Product, SiteError, type SiteReply } from './operation';
import type { SiteState } from './state';

/** One exchange between a client and the site: what contract checks read and what `--record` writes. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly reqBody?: unknown;
  readonly status: number;
  readonly resBody?: unknown;
  /** The operation's id; absent where nothing modelled matched. */
  readonly operation?: string;
  readonly points: number;
  /** Account that called, and whether through the app. */
  readonly accountId: string;
  readonly viaApp: boolean;
}

export interface Site {
  readonly state: SiteState;
  readonly operations: readonly AnyOperation[];
  /**
   * Serves one request. Enforces scopes, validates path, query and body, counts points, and answers 501, naming
   * itself, for what is not modelled.
   */
  fetch(request: Request, caller: Caller): Promise<Response>;
  /** The id of the operation that would serve this, or `unmodelled`. */
  operationIdOf(method: string, pathname: string): string;
  onExchange(listener: (exchange: Exchange) => void): () => void;
  /** `METHOD /path` of calls that nothing here models. A test with any of these fails. */
  readonly unmodelled: string[];
}

interface Served {
  readonly operation: AnyOperation | undefined;
  readonly reqBody: unknown;
  readonly reply: SiteReply;
}

interface Route {
  readonly operation: AnyOperation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

function compileRoute(operation: AnyOperation): Route {
  const names: string[] = [];
  const source = operation.path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]+)\}/g, (_all, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
  return { operation, names, pattern: new RegExp(`^${source}$`) };
}

/** Literal routes win over templated ones, as in `/issue/bulkfetch` against `/issue/{issueIdOrKey}`. */
const bySpecificity = (a: Route, b: Route): number => a.names.length - b.names.length;

const isGranted = (operation: AnyOperation, scopes: ReadonlySet<string>): boolean =>
  operation.scopes.length === 0 || operation.scopes.some((set) => set.every((scope) => scopes.has(scope)));

const productOf = (pathname: string): Product => (pathname.startsWith('/wiki/') ? 'confluence' : 'jira');

function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return query;
}

function refusalOfShape(
  product: Product,
  where: string,
  issues: readonly { path: PropertyKey[]; message: string }[],
): SiteError {
  const lines = issues.map(
    (issue) => `${where}${issue.path.length ? ` ${issue.path.map(String).join('.')}` : ''}: ${issue.message}`,
  );
  return product === 'jira'
    ? new SiteError(400, { errorMessages: lines, errors: {} })
    : new SiteError(400, {
        errors: lines.map((title) => ({
          status: 400,
          code: 'INVALID_REQUEST_PARAMETER',
          title,
          detail: null,
        })),
      });
}

export function createSite(state: SiteState, operations: readonly AnyOperation[]): Site {
  const routes = operations.map(compileRoute).sort(bySpecificity);
  const listeners = new Set<(exchange: Exchange) => void>();
  const unmodelled: string[] = [];

  const find = (method: string, pathname: string) => {
    for (const route of routes) {
      if (route.operation.method !== method) continue;
      const match = route.pattern.exec(pathname);
      if (match) {
        const params = Object.fromEntries(
          route.names.map((name, i) => [name, decodeURIComponent(match[i + 1] as string)]),
        );
        return { operation: route.operation, params };
      }
    }
    return undefined;
  };

  async function serve(url: URL, method: string, rawBody: string, caller: Caller): Promise<Served> {
    const product = productOf(url.pathname);
    const hit = find(method, url.pathname);
    if (!hit) {
      const name = `${method} ${url.pathname}`;
      unmodelled.push(name);
      const message = `The sandbox does not model ${name}. Add an operation under sandbox/site/${product}/operations and a line in sandbox/site/coverage.ts.`;
      return {
        operation: undefined,
        reqBody: parseLoosely(rawBody),
        reply: { status: 501, body: { errorMessages: [message], errors: {} } },
      };
    }
    const { operation, params } = hit;
    let reqBody: unknown;
    try {
      reqBody = rawBody === '' ? undefined : parseJson(rawBody, product);
      if (caller.scopes && !isGranted(operation, caller.scopes)) {
        // What the gateway in front of both products answers, https://developer.atlassian.com/cloud/oauth/getting-started/
        throw new SiteError(401, { code: 401, message: 'Unauthorized; scope does not match' });
      }
      const query = operation.query.safeParse(queryOf(url));
      if (!query.success) throw refusalOfShape(product, 'query', query.error.issues);
      if (!operation.body && reqBody !== undefined)
        throw refusalOfShape(product, 'body', [{ path: [], message: 'this operation takes no body' }]);
      const body = operation.body?.safeParse(reqBody);
      if (body && !body.success) throw refusalOfShape(product, 'body', body.error.issues);
      const context = {
        state,
        caller,
        params,
        query: query.data,
        body: body?.data as never,
        url,
        now: state.clock.now(),
      };
      return { operation, reqBody, reply: await operation.run(context) };
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      // A part of a modelled operation may be unmodelled too, for example one value of `expand`.
      if (error.status === 501) unmodelled.push(`${method} ${url.pathname}: ${error.message}`);
      return {
        operation,
        reqBody,
        reply: { status: error.status, body: error.body, headers: error.headers },
      };
    }
  }

  return {
    state,
    operations,
    unmodelled,
    onExchange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    operationIdOf: (method, pathname) => find(method, pathname)?.operation.id ?? 'unmodelled',
    async fetch(request, caller) {
      const url = new URL(request.url);
      if (productOf(url.pathname) === 'confluence' && !state.confluenceInstalled) return absentConfluence();
      const { operation, reqBody, reply } = await serve(url, request.method, await request.text(), caller);
      const { status, body } = reply;
      const exchange: Exchange = {
        at: state.clock.now(),
        method: request.method,
        url: url.pathname + url.search,
        ...(reqBody === undefined ? {} : { reqBody }),
        status,
        ...(body === undefined ? {} : { resBody: body }),
        ...(operation ? { operation: operation.id } : {}),
        points: 1 + (reply.objects ?? 0) + 2 * (reply.identities ?? 0),
        accountId: caller.user.accountId,
        viaApp: caller.scopes !== null,
      };
      for (const listener of listeners) listener(exchange);
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
        ...reply.headers,
      };
      return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
    },
  };
}

/** What the gateway says for a product that the site does not have: no exchange with it takes place. */
function absentConfluence(): Response {
  const body = { code: 404, message: 'Confluence is not installed on this site' };
  return new Response(JSON.stringify(body), {
    status: 404,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  });
}

function parseJson(text: string, product: Product): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusalOfShape(product, 'body', [{ path: [], message: 'not valid JSON' }]);
  }
}

function parseLoosely(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
