import './progress.css';
import type { ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { t } from './i18n';
import { useFormat } from './viewer';

/** How far work has come, counted in whatever it goes through. */
export interface Done {
  readonly done: number;
  /** `null` while nobody knows. */
  readonly all: number | null;
}

/** Work that takes a while: what it is, how far it has come, and the way to stop it. */
export function Progress(props: Done & { readonly what: string; readonly children?: ReactNode }) {
  const { what, done, all } = props;
  const { number } = useFormat();
  const far = all === null ? '' : t('shared.progress.of', { done: number(done), all: number(all) });
  return (
    <div className="dk-progress">
      <span className="dk-subtle" role="status">
        {far === '' ? what : `${what}: ${far}`}
      </span>
      <progress aria-label={what} {...(all === null ? {} : { value: done, max: Math.max(all, 1) })} />
      {props.children}
    </div>
  );
}

/** Stops work in the browser; what is done by then stays. */
export const StopButton = (props: { readonly what: string; readonly onStop: () => void }) => (
  <Button
    spacing="compact"
    aria-label={t('shared.progress.stopNamed', { what: props.what })}
    onClick={props.onStop}
  >
    {t('shared.progress.stop')}
  </Button>
);
