import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Failure } from '../../shared/loaded';
import { useAction } from '../../shared/use-action';
import { useFormat } from '../../shared/viewer';
import type { Health } from './admin-page';
import { jobName, projectName } from './words';

const ReasonDialog = lazyPart(async () => ({
  default: (await import('../reports/reason-dialog')).ReasonDialog,
}));

type Letter = Health['letters'][number];

const nameOf = ({ job, project }: Letter): string =>
  t('admin.letters.named', { job: jobName(job), project: projectName(project) });

/** Work that was given up: what went wrong, and what can be done about it. */
export function Letters(props: {
  readonly letters: readonly Letter[];
  readonly names: Health['names'];
  readonly onChanged: () => Promise<void>;
}) {
  const { onChanged } = props;
  const [dismissed, setDismissed] = useState<Letter | null>(null);
  const action = useAction();
  const open = props.letters.filter(({ isOpen }) => isOpen);
  const underWay = props.letters.filter(({ isOpen, state }) => !isOpen && state === 'retried');
  const put = props.letters.filter(({ state }) => state === 'dismissed');
  const retry = (name: string, works?: readonly string[]) =>
    action.run(name, async () => {
      const { handedOver } = await call(admin.retry, works === undefined ? {} : { works: [...works] });
      tell(t('admin.letters.retried', { count: handedOver }));
      await onChanged();
    });
  if (props.letters.length === 0) return null;
  return (
    <div className="dk-stack">
      <h3>{t('admin.letters.title')}</h3>
      <p className="dk-subtle">{t('admin.letters.help')}</p>
      {action.problem && <Failure title={t('admin.letters.failed')} problem={action.problem} />}
      <ul className="dk-entries">
        {open.map((letter) => (
          <OpenLetter
            key={letter.work}
            letter={letter}
            isBusy={action.running === letter.work}
            onRetry={() => void retry(letter.work, [letter.work])}
            onDismiss={() => setDismissed(letter)}
          />
        ))}
        {underWay.map((letter) => (
          <UnderWay key={letter.work} letter={letter} />
        ))}
      </ul>
      {open.length > 1 && (
        <div className="dk-row">
          <CallButton onClick={() => void retry('all')} isLoading={action.running === 'all'}>
            {t('admin.letters.retryAll')}
          </CallButton>
        </div>
      )}
      {put.length > 0 && <Dismissed letters={put} names={props.names} />}
      {dismissed && (
        <Suspense fallback={null}>
          <ReasonDialog
            path="reason"
            words={{
              title: t('admin.letters.dialog.title'),
              help: t('admin.letters.dialog.help'),
              reason: t('admin.letters.dialog.reason'),
              missing: t('admin.letters.dialog.missing'),
              send: t('admin.letters.dialog.send'),
              failed: t('admin.letters.dialog.failed'),
            }}
            send={async (reason) => {
              await call(admin.dismiss, { work: dismissed.work, reason });
              await onChanged();
            }}
            onClose={() => setDismissed(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function OpenLetter(props: {
  readonly letter: Letter;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}) {
  const format = useFormat();
  const { letter } = props;
  const work = nameOf(letter);
  return (
    <li>
      <strong>{work}</strong>
      <p>{t('admin.letters.gaveUp', { when: format.instant(letter.at), cause: letter.cause })}</p>
      <div className="dk-row">
        <CallButton
          onClick={props.onRetry}
          isLoading={props.isBusy}
          aria-label={t('admin.letters.retryNamed', { work })}
        >
          {t('admin.letters.retry')}
        </CallButton>
        <Button
          appearance="subtle"
          onClick={props.onDismiss}
          aria-label={t('admin.letters.dismissNamed', { work })}
        >
          {t('admin.letters.dismiss')}
        </Button>
      </div>
    </li>
  );
}

function UnderWay({ letter }: { readonly letter: Letter }) {
  const format = useFormat();
  return (
    <li>
      <strong>{nameOf(letter)}</strong>
      <p>{t('admin.letters.underWay', { when: format.instant(letter.handled?.at ?? letter.at) })}</p>
    </li>
  );
}

function Dismissed(props: { readonly letters: readonly Letter[]; readonly names: Health['names'] }) {
  const format = useFormat();
  return (
    <details>
      <summary>{t('admin.letters.dismissed', { count: props.letters.length })}</summary>
      <ul>
        {props.letters.map((letter) => (
          <li key={letter.work}>
            <strong>{nameOf(letter)}</strong>{' '}
            {letter.handled &&
              t('admin.letters.dismissedBy', {
                who: props.names[letter.handled.by] ?? t('shared.unknownPerson'),
                when: format.instant(letter.handled.at),
                reason: letter.handled.reason ?? '',
              })}
          </li>
        ))}
      </ul>
    </details>
  );
}
