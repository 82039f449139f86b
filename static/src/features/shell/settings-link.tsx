import { useEffect, useState } from 'react';
import { addressOf, type ModulePlace } from '../../api/history';
import { mayAdminister } from '../../api/rights';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useViewer } from '../../shared/viewer';

/** As the manifest names the module. */
const SETTINGS = 'project-settings';

/** Leads those who may change them to the project's settings, which Jira keeps on a page of their own. */
export function SettingsLink() {
  const { projectId, projectKey } = useViewer();
  const [url, setUrl] = useState('');
  useEffect(() => {
    const place: ModulePlace = { moduleKey: SETTINGS, projectKey };
    void mayAdminister(projectId).then(async (may) => setUrl(may ? await addressOf(place) : ''));
  }, [projectId, projectKey]);
  if (url === '') return null;
  return (
    <li>
      <SiteLink url={url} className="dk-part">
        {t('shell.parts.settings')}
      </SiteLink>
    </li>
  );
}
