import type { SiteState } from '../site/state';
import type { ForgeManifest } from './manifest';
import type { ForgeRuntime, Scope } from './scope';

/** Where the app is installed: one environment, one installation. Fixed, so that runs can be compared. */
export const APP_VERSION = '1.0.0';
export const ENVIRONMENT_ID = '0f0e0d0c-0000-4000-8000-d0c4e7000002';
export const ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const INSTALLATION_ID = '0f0e0d0c-0000-4000-8000-d0c4e7000003';

const TRACE = { traceId: '0000000000000000d0c4e70000000001', spanId: 'd0c4e70000000001' };

/** The installed site, as tokens and contexts name it. */
export const contextAriOf = (state: SiteState): string => `ari:cloud:jira::site/${state.cloudId}`;

function installationOf(state: SiteState) {
  const ari = `ari:cloud:ecosystem::installation/${INSTALLATION_ID}`;
  const context = contextAriOf(state);
  return {
    ari: { installationId: INSTALLATION_ID, toString: () => ari, toJSON: () => ari },
    contexts: [{ cloudId: state.cloudId, toString: () => context }],
  };
}

/** There is no `license` in a development environment, nor for an app that costs nothing. */
export const licenceOf = ({ licence }: SiteState) =>
  licence === 'none' ? {} : { license: { active: licence === 'active' } };

/**
 * The second argument of every function.
 * https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
export function invocationContext(state: SiteState, accountId: string | null): Record<string, unknown> {
  return {
    installContext: contextAriOf(state),
    installation: installationOf(state),
    ...licenceOf(state),
    ...(accountId === null ? {} : { principal: { accountId } }),
  };
}

/** What the runtime puts into `__forge_runtime__` for one invocation. */
export function runtimeOf(manifest: ForgeManifest, state: SiteState, scope: Scope): ForgeRuntime {
  const { id, moduleType, moduleKey, functionKey, accountId, limitMs } = scope.options;
  return {
    // The sandbox answers __forge_fetch__ itself: nothing is ever sent here.
    proxy: { token: `token-of-${id}`, url: 'https://forge-proxy.invalid' },
    contextAri: contextAriOf(state),
    container: { region: 'local', runtime: 'nodejs', handler: functionKey },
    appContext: {
      appId: manifest.appId,
      appVersion: APP_VERSION,
      environmentId: ENVIRONMENT_ID,
      environmentType: ENVIRONMENT_TYPE,
      invocationId: id,
      installationId: INSTALLATION_ID,
      functionKey,
      moduleType,
      moduleKey,
      installation: installationOf(state) as NonNullable<ForgeRuntime['appContext']['installation']>,
      permissions: {
        scopes: [...manifest.scopes],
        external: {},
        format: () => [...manifest.scopes].join(', '),
      },
    },
    ...(accountId === null ? {} : { aaid: accountId }),
    lambdaContext: {
      awsRequestId: id,
      getRemainingTimeInMillis: () => limitMs - scope.time.elapsedMs,
    },
    tracing: TRACE,
    realtime: {},
    metrics: {
      counter: () => ({ incr: ignore, incrBy: ignore, decr: ignore, decrBy: ignore }),
      timing: () => ({ measure: () => ({ stop: ignore }) }),
      gauge: () => ({ set: ignore }),
    },
    featureFlags: () => false,
  };
}

const ignore = (): void => undefined;
