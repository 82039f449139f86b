import { useEffect, useState } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import SectionMessageAction from '@atlaskit/section-message/section-message-action';
import type { ApiProblem } from '../api/problem';
import { CallButton } from './call-button';
import { ago, FRESH_MS, MINUTE_MS } from './freshness';
import { t, wordsLocale } from './i18n';
import { useOnline } from './online';

/** Says of an answer how old it is, once it is no longer fresh or could not be asked for again. */
export function Age(props: {
  /** When it was asked for, in milliseconds. */
  readonly asked: number;
  readonly problem: ApiProblem | null;
  readonly onRefresh: () => void;
}) {
  const { asked, problem } = props;
  const age = useAge(asked);
  const isOnline = useOnline();
  if (problem !== null)
    return (
      <div role="status">
        <SectionMessage
          appearance="warning"
          {...(isOnline && {
            actions: (
              <SectionMessageAction onClick={props.onRefresh}>{t('shared.retry')}</SectionMessageAction>
            ),
          })}
        >
          <p>{t('shell.age.failed', { ago: ago(age, wordsLocale()) })}</p>
          <p>{problem.message}</p>
        </SectionMessage>
      </div>
    );
  if (age < FRESH_MS) return null;
  return (
    <p className="dk-row dk-subtle">
      {t('shell.age.old', { ago: ago(age, wordsLocale()) })}
      <CallButton spacing="compact" appearance="subtle" onClick={props.onRefresh}>
        {t('shell.age.refresh')}
      </CallButton>
    </p>
  );
}

/** Milliseconds since then, by the minute. */
function useAge(asked: number): number {
  const [, setMinute] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setMinute((minute) => minute + 1), MINUTE_MS);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, Date.now() - asked);
}
