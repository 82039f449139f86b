import { Suspense } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import { status } from '../../api/contract';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Empty, Skeleton } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { Macro, MacroAnswer } from './states';
import { StatusCard } from '../status/status-card';

const Pictures = lazyPart(() => import('../status/pictures/pictures'));

/** The status of the project that the macro names, drawn for the person who looks. */
export function StatusMacro() {
  return (
    <Macro todo={t('macros.unconfigured.status')}>
      {(projectKey) => <Configured projectKey={projectKey} />}
    </Macro>
  );
}

function Configured(props: { readonly projectKey: string }) {
  const answer = useCall(status.macro, {});
  return (
    <MacroAnswer of={answer} projectKey={props.projectKey} what={t('status.what')} shape="card">
      {(value) =>
        value.status === null ? (
          <Empty title={t('status.none.title')} text={t('status.none.text', { project: props.projectKey })} />
        ) : (
          <>
            <StatusCard
              status={value.status}
              title={t('status.title', { project: value.status.projectName, week: value.status.week })}
            />
            <Age asOf={value.status.asOf} now={value.now} />
            <div className="dk-below-card">
              <Suspense fallback={<Skeleton what={t('status.trends')} shape="pictures" />}>
                <Pictures history={value.history} heat={value.heat} />
              </Suspense>
            </div>
          </>
        )
      }
    </MacroAnswer>
  );
}

/** A report that is older than a period and a half has a successor that is missing. */
const OLD_DAYS = 10;

/** Says how old the figures are, once they are no longer of this week. */
function Age({ asOf, now }: { readonly asOf: string; readonly now: string }) {
  const days = Math.floor((Date.parse(now) - Date.parse(asOf)) / 86_400_000);
  if (days < OLD_DAYS) return null;
  return (
    <SectionMessage appearance="warning">
      <p>{t('status.old', { days })}</p>
    </SectionMessage>
  );
}
