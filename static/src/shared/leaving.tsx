import { useEffect, useRef, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { t } from './i18n';
import { decide, type UnsavedForm } from './unsaved';
import { useQuestion, useUnsaved } from './use-unsaved';

/** Asks what becomes of unsaved changes, where the reader is, and gives the focus back afterwards. */
function Asking({ leave }: { readonly leave: string }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="dk-row" role="alert">
      <span>{t('shared.unsaved')}</span>
      <Button ref={stay} onClick={() => decide(false)}>
        {t('shared.stay')}
      </Button>
      <Button appearance="warning" onClick={() => decide(true)}>
        {leave}
      </Button>
    </div>
  );
}

/** The end of a form that asks for itself: its buttons, or what becomes of its changes. */
export function Leaving(props: { readonly of: UnsavedForm; readonly children: ReactNode }) {
  const question = useQuestion();
  return question?.form === props.of ? <Asking leave={t('shared.discard')} /> : <>{props.children}</>;
}

/** Asks for the forms that do not ask for themselves, or are out of sight. */
export function LeavingPage() {
  const question = useQuestion();
  if (question === null || (question.form.asksItself && question.form.isHere())) return null;
  return (
    <div className="dk-leaving">
      <Asking leave={t('shared.leave')} />
    </div>
  );
}

/** Guards the form that it stands in. */
export function LeaveGuard({ isActive }: { readonly isActive: boolean }) {
  useUnsaved(isActive);
  return null;
}
