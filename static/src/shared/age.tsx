import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import SectionMessageAction from '@atlaskit/section-message/section-message-action';
import type { ApiProblem } from '../api/problem';
import { ago, FRESH_MS, MINUTE_MS } from './freshness';
import { t, wordsLocale } from './i18n';

/** Says of an answer how old it is, once it is no longer fresh or could not be asked for again. */
export function Age(props: {
  /** When it was asked for, in milliseconds. */
  readonly asked: number;
  readonly problem: ApiProblem | null;
  readonly onRefresh: () => void;
}) {
  const { asked, problem } = props;
  const age = useAge(asked);
  if (problem !== null)
    return (
      <div role="status">
        <SectionMessage
          appearance="warning"
          actions={<SectionMessageAction onClick={props.onRefresh}>{t('shared.retry')}</SectionMessageAction>}
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
      <Button spacing="compact" appearance="subtle" onClick={props.onRefresh}>
        {t('shell.age.refresh')}
      </Button>
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
