import { createClock, type SandboxClock } from '../../sandbox/clock';
import type { Caller } from '../../sandbox/site/operation';
import { operations } from '../../sandbox/site/operations';
import { createSite, type Exchange, type Site } from '../../sandbox/site/site';
import { createState, type SiteState } from '../../sandbox/site/state';
import { type Builders, createBuilders, NOW, putTables } from './builders';

export * from './builders';

/** The scopes that the manifest grants; a test of scopes names its own. */
export const SCOPES: ReadonlySet<string> = new Set([
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'read:page:confluence',
  'write:page:confluence',
  'read:space:confluence',
  'read:task:confluence',
  'read:comment:confluence',
  'write:comment:confluence',
]);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` for an empty body. Typed loosely because a test asserts on its shape. */
  readonly body: Json;
}

/** JSON as it came over the wire, open to any reading in an assertion. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads a body by path; a wrong path fails its assertion
export type Json = any;

export interface TestSite {
  readonly clock: SandboxClock;
  readonly state: SiteState;
  readonly site: Site;
  readonly build: Builders;
  readonly exchanges: readonly Exchange[];
  /** A person's own client (`scopes` null) for that account; `'app'` calls as the app with the manifest's scopes. */
  caller(accountId: string, scopes?: ReadonlySet<string> | null): Caller;
  /** One request; `as` is an account id (default `member`) or a caller. */
  call(method: string, path: string, body?: unknown, as?: string | Caller): Promise<Answer>;
}

/** Fills a site from `build`, for `createSandbox({ seed })`. People: `member`, `lead`, and the site admin `admin`. */
export const seedWith =
  (fill: (build: Builders) => void = () => {}) =>
  (state: SiteState): void => {
    putTables(state);
    const build = createBuilders(state);
    for (const accountId of ['member', 'lead']) build.user({ accountId });
    build.user({ accountId: 'admin', siteAdmin: true });
    fill(build);
  };

/** A site without the host, its clock at `NOW`, the app's account `app` installed. */
export function siteWith(fill?: (build: Builders) => void, now = NOW): TestSite {
  const clock = createClock(now);
  const state = createState(clock);
  const build = createBuilders(state);
  build.user({ accountId: 'app', displayName: 'Docket', accountType: 'app' });
  state.appAccountId = 'app';
  seedWith(fill)(state);
  const site = createSite(state, operations);
  const exchanges: Exchange[] = [];
  site.onExchange((exchange) => exchanges.push(exchange));

  const caller = (accountId: string, scopes?: ReadonlySet<string> | null): Caller => {
    const user = state.users.get(accountId);
    if (!user) throw new Error(`The test site has no account ${accountId}.`);
    return { user, scopes: scopes === undefined ? (user.accountType === 'app' ? SCOPES : null) : scopes };
  };
  return {
    clock,
    state,
    site,
    build,
    exchanges,
    caller,
    async call(method, path, body, as = 'member') {
      const request = new Request(new URL(path, state.baseUrl), {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const response = await site.fetch(request, typeof as === 'string' ? caller(as) : as);
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
  };
}
