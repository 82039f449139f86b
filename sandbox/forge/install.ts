import type { SiteState } from '../site/state';
import { APP_VERSION, ENVIRONMENT_ID, INSTALLATION_ID } from './environment';
import type { ForgeManifest } from './manifest';

/** The account that the site makes for the app. */
const APP_ACCOUNT_ID = '557058:d0c4e700-0000-4000-8000-000000000001';
const APP_NAME = 'Docket';

/** Makes the app known to the site: its account, and the properties that JQL can search from now on. */
export function registerApp(state: SiteState, manifest: ForgeManifest): void {
  const accountId = state.appAccountId ?? APP_ACCOUNT_ID;
  if (!state.users.get(accountId))
    state.users.put({
      id: accountId,
      accountId,
      displayName: APP_NAME,
      emailAddress: `${manifest.appId}@connect.atlassian.com`,
      timeZone: 'UTC',
      locale: 'en_US',
      active: true,
      accountType: 'app',
      siteAdmin: false,
    });
  state.appAccountId = accountId;
  state.indexedProperties = manifest.indexedProperties;
}

/** The payload of `avi:forge:installed:app`, https://developer.atlassian.com/platform/forge/events-reference/life-cycle/ */
export function installedPayload(state: SiteState, manifest: ForgeManifest): Record<string, unknown> {
  const installer = [...state.users.all()].find((user) => user.siteAdmin && user.accountType === 'atlassian');
  return {
    id: INSTALLATION_ID,
    ...(installer ? { installerAccountId: installer.accountId } : {}),
    app: { id: manifest.appId, version: APP_VERSION, name: APP_NAME },
    environment: { id: ENVIRONMENT_ID },
  };
}
