import type { ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import SectionMessageAction from '@atlaskit/section-message/section-message-action';
import Spinner from '@atlaskit/spinner';
import type { ApiProblem } from '../api/problem';
import { t } from './i18n';
import type { UsedCall } from './use-call';

/** What a screen shows while it waits, when the call failed, and when the answer is there. */
export function Loaded<T>(props: {
  readonly of: UsedCall<T>;
  /** Completes "Loading ..." and "Docket could not load ...". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}) {
  const { loading, reload } = props.of;
  if (loading.state === 'loading') return <Waiting what={props.what} />;
  if (loading.state === 'failed') {
    return (
      <Failure
        title={t('shared.failed', { what: props.what })}
        problem={loading.problem}
        onRetry={() => void reload()}
      />
    );
  }
  return <>{props.children(loading.value)}</>;
}

export function Waiting(props: { readonly what: string }) {
  return (
    <div className="dk-waiting">
      <Spinner size="large" label={t('shared.loading', { what: props.what })} />
    </div>
  );
}

/** Holds the place of a part of the screen whose code is still on its way. */
export function Skeleton(props: { readonly what: string }) {
  return (
    <div className="dk-skeleton" role="status">
      <span className="dk-hidden">{t('shared.loading', { what: props.what })}</span>
    </div>
  );
}

export function Failure(props: {
  readonly title: string;
  readonly problem: Pick<ApiProblem, 'code' | 'message'>;
  readonly onRetry?: () => void;
}) {
  const retry = props.onRetry && {
    actions: <SectionMessageAction onClick={props.onRetry}>{t('shared.retry')}</SectionMessageAction>,
  };
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={props.title} {...retry}>
        <p>{props.problem.message}</p>
        <p className="dk-subtle">{props.problem.code}</p>
      </SectionMessage>
    </div>
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
