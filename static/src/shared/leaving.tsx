import { useEffect } from 'react';
import Button from '@atlaskit/button/default/button';
import { t } from './i18n';
import { holdUnsaved } from './unsaved';

/** Asks what becomes of unsaved changes when somebody is about to leave them. */
export const Leaving = (props: { readonly onStay: () => void; readonly onLeave: () => void }) => (
  <div className="dk-row" role="alert">
    <span>{t('shared.unsaved')}</span>
    <Button onClick={props.onStay}>{t('shared.stay')}</Button>
    <Button appearance="warning" onClick={props.onLeave}>
      {t('shared.discard')}
    </Button>
  </div>
);

/** Has the browser ask before the page goes away with words on it that nobody has saved. */
export function LeaveGuard({ isActive }: { readonly isActive: boolean }) {
  useEffect(() => {
    if (!isActive) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const release = holdUnsaved();
    window.addEventListener('beforeunload', ask);
    return () => {
      release();
      window.removeEventListener('beforeunload', ask);
    };
  }, [isActive]);
  return null;
}
