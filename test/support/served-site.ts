import { createClock } from '../../sandbox/clock';
import { SEED_NOW, seedDemoSite } from '../../sandbox/seed';
import { API_TOKENS } from '../../sandbox/seed/basics';
import { accountIdOf, type PersonName } from '../../sandbox/seed/people';
import { operations } from '../../sandbox/site/operations';
import { createSite, type Site } from '../../sandbox/site/site';
import { createState, type SiteState } from '../../sandbox/site/state';
import { listen } from '../../sandbox/web/listen';
import { restApi } from '../../sandbox/web/rest';

/** The seeded site behind a real socket, as any client meets it. */
export interface ServedSite {
  readonly state: SiteState;
  readonly site: Site;
  readonly origin: string;
  /** What a client library wants to know to log in as one of the seed's people. */
  clientOf(name: PersonName, apiToken?: string): ClientConfig;
  close(): Promise<void>;
}

export interface ClientConfig {
  readonly host: string;
  readonly auth: { readonly type: 'basic'; readonly email: string; readonly apiToken: string };
}

export async function serveSeededSite(): Promise<ServedSite> {
  const state = createState(createClock(SEED_NOW));
  seedDemoSite(state);
  const site = createSite(state, operations);
  const server = await listen(restApi(site), { port: 0 });
  return {
    state,
    site,
    origin: server.origin,
    clientOf(name, apiToken = API_TOKENS[0]) {
      const email = state.users.get(accountIdOf(name))?.emailAddress ?? '';
      return { host: server.origin, auth: { type: 'basic', email, apiToken } };
    },
    close: () => server.close(),
  };
}
