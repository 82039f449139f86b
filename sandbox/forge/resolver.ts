import type { SiteState } from '../site/state';
import { ENVIRONMENT_ID, ENVIRONMENT_TYPE, licenceOf } from './environment';
import { type Invoker, jsonCopy } from './invocation';
import { INVOKE_REQUEST_BYTES, INVOKE_RESPONSE_BYTES } from './limits';
import { type ForgeManifest, nestedFunction } from './manifest';
import type { ModuleContext } from './types';

/** The first argument's `context`: what the platform says of the place and the viewer, and the app may trust. */
export function moduleContext(
  state: SiteState,
  manifest: ForgeManifest,
  { moduleKey, accountId, extension }: ModuleContext,
): Record<string, unknown> {
  const user = accountId === null ? undefined : state.users.get(accountId);
  return {
    ...(accountId === null ? {} : { accountId, accountType: user ? 'licensed' : 'anonymous' }),
    cloudId: state.cloudId,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    extension,
    ...licenceOf(state),
    localId: `ari:cloud:ecosystem::extension/${manifest.appId}/${ENVIRONMENT_ID}/static/${moduleKey}`,
    locale: user?.locale ?? 'en_US',
    moduleKey,
    siteUrl: state.baseUrl,
    timezone: user?.timeZone ?? 'UTC',
  };
}

export interface ResolverParts {
  readonly state: SiteState;
  readonly manifest: ForgeManifest;
  readonly invoker: Invoker;
}

/** Calls a resolver definition as the bridge does. @throws what the app throws, or an Error for time-out and crash. */
export async function invokeResolver(
  { state, manifest, invoker }: ResolverParts,
  place: ModuleContext,
  definition: string,
  payload: unknown,
): Promise<unknown> {
  const { module, functionKey } = nestedFunction(manifest, place.moduleKey, 'resolver');
  assertSize('request', payload, INVOKE_REQUEST_BYTES);
  const { settled } = await invoker.run({
    moduleType: module.type,
    moduleKey: module.key,
    functionKey,
    definition,
    accountId: place.accountId,
    payload: {
      call: { functionKey: definition, payload },
      context: moduleContext(state, manifest, place),
    },
  });
  if (!settled.ok) throw settled.error;
  assertSize('response', settled.value, INVOKE_RESPONSE_BYTES);
  return jsonCopy(settled.value);
}

/** Asks a macro for its export document. @throws what the app throws, or an Error for time-out and crash. */
export async function exportDocument(
  { manifest, invoker }: ResolverParts,
  moduleKey: string,
  payload: unknown,
  accountId: string | null,
): Promise<unknown> {
  const { module, functionKey } = nestedFunction(manifest, moduleKey, 'adfExport');
  const { settled } = await invoker.run({
    moduleType: module.type,
    moduleKey,
    functionKey,
    accountId,
    payload,
  });
  if (!settled.ok) throw settled.error;
  return jsonCopy(settled.value);
}

function assertSize(what: string, value: unknown, limit: number): void {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes > limit) throw new Error(`The ${what} has ${bytes} bytes, at most ${limit} pass the bridge.`);
}
