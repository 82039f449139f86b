import { createClock, type SandboxClock } from './clock';
import { createFaults, type Faults } from './faults';
import { createHost } from './forge/host';
import type { AppModule, Host, HostOptions } from './forge/types';
import { createSite, type Site } from './site/site';
import { operations } from './site/operations';
import { createState, type SiteState } from './site/state';

export interface SandboxOptions extends HostOptions {
  /** Where the clock starts, epoch milliseconds. */
  readonly now: number;
  /** Fills the site; run once, before the app is there. */
  readonly seed: (state: SiteState) => void;
  readonly app: AppModule;
  /** The site's own address, in every link that it hands out; one that leads nowhere where absent. */
  readonly baseUrl?: string;
  /** Where `manifest.yml` is read from; the project's own where absent. */
  readonly manifestPath?: string;
}

/** A local Atlassian site with the app installed: one clock, one set of fault switches. */
export interface Sandbox {
  readonly clock: SandboxClock;
  readonly site: Site;
  readonly state: SiteState;
  readonly host: Host;
  readonly faults: Faults;
}

/** @throws Error where the manifest cannot be deployed: unreadable, invalid, or naming a function that the app lacks. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = createClock(options.now);
  const state = createState(clock, options.baseUrl);
  options.seed(state);
  const site = createSite(state, operations);
  const faults = createFaults();
  const host = await createHost({ ...options, clock, site, faults });
  await host.install();
  return { clock, site, state, host, faults };
}
