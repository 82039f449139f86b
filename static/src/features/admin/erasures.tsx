import { useEffect } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Failure, Loaded } from '../../shared/loaded';
import { Progress } from '../../shared/progress';
import { useAction } from '../../shared/use-action';
import type { UsedCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { storeName } from './words';

type Answer = z.infer<typeof admin.erasures.response>;
type Erasure = Answer['erasures'][number];

const LOOK_AGAIN_MS = 3_000;

/** Erasures under way, which are watched, and past ones with what they left to people. */
export function Erasures({ of }: { readonly of: UsedCall<Answer> }) {
  const { loading, reload } = of;
  const isRunning =
    loading.state === 'ready' && loading.value.erasures.some(({ state }) => state === 'running');
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(() => void reload(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [isRunning, reload]);
  return (
    <section className="dk-stack">
      <h2>{t('admin.person.history')}</h2>
      <Loaded of={of} what={t('admin.person.history')} shape="lines">
        {({ erasures, names }) =>
          erasures.length === 0 ? (
            <p className="dk-subtle">{t('admin.person.noHistory')}</p>
          ) : (
            <ul className="dk-entries">
              {erasures.map((erasure) => (
                <li key={erasure.id}>
                  {erasure.state === 'running' ? (
                    <Running erasure={erasure} names={names} onChanged={reload} />
                  ) : (
                    <Ended erasure={erasure} names={names} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Running(props: {
  readonly erasure: Erasure;
  readonly names: Answer['names'];
  readonly onChanged: () => Promise<void>;
}) {
  const { accountId, behind, parts, id } = props.erasure;
  const action = useAction();
  const who = props.names[accountId ?? ''] ?? accountId ?? t('shared.unknownPerson');
  const stop = () =>
    action.run('stop', async () => {
      await call(admin.cancelErasure, { id });
      await props.onChanged();
    });
  return (
    <>
      {action.problem && <Failure title={t('admin.person.stopFailed')} problem={action.problem} />}
      <Progress what={who} done={behind} all={parts}>
        <CallButton
          spacing="compact"
          onClick={() => void stop()}
          isLoading={action.running !== null}
          aria-label={t('shared.progress.stopNamed', { what: who })}
        >
          {t('shared.progress.stop')}
        </CallButton>
      </Progress>
    </>
  );
}

function Ended({ erasure, names }: { readonly erasure: Erasure; readonly names: Answer['names'] }) {
  const format = useFormat();
  const { state, by, counts, still } = erasure;
  const { anonymised, removed } = counts;
  const values = { when: format.instant(erasure.endedAt ?? erasure.requestedAt), anonymised, removed };
  return (
    <>
      <p>
        {state === 'done' ? t('admin.person.done', values) : t('admin.person.stopped', values)}{' '}
        {by === null
          ? t('admin.person.byClosed')
          : t('admin.person.byAdmin', { who: names[by] ?? t('shared.unknownPerson') })}
      </p>
      {still.length > 0 && (
        <details>
          <summary>{t('admin.person.still')}</summary>
          <ul>
            {still.map(({ store, key }) => (
              <li key={`${store} ${key}`}>{t('admin.person.stillRow', { store: storeName(store), key })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
