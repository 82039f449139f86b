import type { ReactNode } from 'react';
import { Age } from './age';
import { Failure } from './failure';
import { t } from './i18n';
import { Skeleton, type Shape } from './skeleton';
import type { UsedCall } from './use-call';

export { Failure, Skeleton };

/** What a screen shows while it waits, when the call failed, and when the answer is there. */
export function Loaded<T>(props: {
  readonly of: UsedCall<T>;
  /** Completes "Loading ..." and "Docket could not load ...". */
  readonly what: string;
  readonly shape: Shape;
  readonly children: (value: T) => ReactNode;
}) {
  const { loading, reload } = props.of;
  const retry = () => void reload();
  if (loading.state === 'loading') return <Skeleton what={props.what} shape={props.shape} />;
  if (loading.state === 'failed') {
    return (
      <Failure title={t('shared.failed', { what: props.what })} problem={loading.problem} onRetry={retry} />
    );
  }
  return (
    <>
      <Age asked={loading.asked} problem={loading.problem} onRefresh={retry} />
      {props.children(loading.value)}
    </>
  );
}

/** A place with nothing in it yet says what would be here, and what to do. */
export function Empty(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="dk-empty">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
