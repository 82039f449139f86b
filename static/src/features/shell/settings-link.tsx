import { t } from '../../shared/i18n';
import { useSettingsAddress } from '../../shared/project-settings';
import { SiteLink } from '../../shared/site-link';

/** Leads those who may change them to the project's settings, which Jira keeps on a page of their own. */
export function SettingsLink() {
  const url = useSettingsAddress();
  if (url === '') return null;
  return (
    <li>
      <SiteLink url={url} className="dk-part">
        {t('shell.parts.settings')}
      </SiteLink>
    </li>
  );
}
