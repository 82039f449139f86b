import { t } from './i18n';
import { useOnline } from './online';

/** Where the screen says that there is no connection, for what is switched off by that. */
export const OFFLINE_ID = 'dk-offline';

/** Says on every screen that there is no connection, and what that means. */
export function Offline() {
  const isOnline = useOnline();
  return (
    <div role="status" id={OFFLINE_ID}>
      {!isOnline && <p className="dk-offline">{t('shell.offline')}</p>}
    </div>
  );
}
