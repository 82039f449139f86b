import { useEffect, useState } from 'react';
import { addressOf } from '../api/history';
import { mayAdminister } from '../api/rights';
import { t } from './i18n';
import { SiteLink } from './site-link';
import { useViewer } from './viewer';

/** As the manifest names the module. */
const SETTINGS = 'project-settings';

/** @returns where Jira keeps the project's settings; empty for those who may not change them, and until that is known. */
export function useSettingsAddress(): string {
  const { projectId, projectKey } = useViewer();
  const [url, setUrl] = useState('');
  useEffect(() => {
    const place = { moduleKey: SETTINGS, projectKey };
    void mayAdminister(projectId).then(async (may) => setUrl(may ? await addressOf(place) : ''));
  }, [projectId, projectKey]);
  return url;
}

/** Where something has to be set up first: the way there, for those who may go it. */
export function OpenSettings() {
  const url = useSettingsAddress();
  return url === '' ? null : <SiteLink url={url}>{t('shared.openSettings')}</SiteLink>;
}
