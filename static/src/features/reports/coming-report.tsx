import type { z } from 'zod';
import { call } from '../../api/call';
import { reports } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Empty, Failure } from '../../shared/loaded';
import { OpenSettings } from '../../shared/project-settings';
import { useAction } from '../../shared/use-action';
import { useFormat } from '../../shared/viewer';

type Next = NonNullable<z.infer<typeof reports.read.response>['next']>;

/** The report that is not begun yet, and how to have it at once. */
export function ComingReport(props: { readonly next: Next; readonly onPublished: () => Promise<void> }) {
  const { next } = props;
  const format = useFormat();
  return (
    <section className="dk-note" aria-label={t('reports.next.title', { label: next.label })}>
      <h3>{t('reports.next.title', { label: next.label })}</h3>
      <p>{soon(next, format.instant)}</p>
      <PublishNow {...props} />
    </section>
  );
}

/** What is said where there is no report at all; `next` is `null` where reports are switched off. */
export function NoReport(props: { readonly next: Next | null; readonly onPublished: () => Promise<void> }) {
  const { next } = props;
  const format = useFormat();
  return (
    <Empty title={t('reports.empty.title')} text={t('reports.empty.text')}>
      {next === null ? (
        <OpenSettings />
      ) : (
        <>
          <p>{soon(next, format.instant)}</p>
          <PublishNow next={next} onPublished={props.onPublished} />
        </>
      )}
    </Empty>
  );
}

const soon = ({ ask, publish }: Next, write: (instant: string) => string): string =>
  ask === null
    ? t('reports.next.soonUnasked', { publish: write(publish) })
    : t('reports.next.soon', { ask: write(ask), publish: write(publish) });

function PublishNow(props: { readonly next: Next; readonly onPublished: () => Promise<void> }) {
  const { running, problem, run } = useAction();
  const { label, whyNotPublish } = props.next;
  if (whyNotPublish !== null) return <p className="dk-subtle">{whyNotPublish}</p>;
  const publish = async () => {
    await call(reports.publishNow, { label });
    tell(t('reports.publish.done'));
    await props.onPublished();
  };
  return (
    <>
      {problem !== null && <Failure title={t('reports.publish.failed')} problem={problem} />}
      <div className="dk-row">
        <CallButton isLoading={running !== null} onClick={() => void run('publish', publish)}>
          {t('reports.publish.button')}
        </CallButton>
      </div>
    </>
  );
}
