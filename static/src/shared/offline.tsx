import { t } from './i18n';
import { useOnline } from './online';

/** Says on every screen that there is no connection, and what that means. */
export function Offline() {
  const isOnline = useOnline();
  return <div role="status">{!isOnline && <p className="dk-offline">{t('shell.offline')}</p>}</div>;
}
