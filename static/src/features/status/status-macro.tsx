import { lazy, Suspense } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import { status } from '../../api/contract';
import { Empty, Loaded, Waiting } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { useViewer } from '../../shared/viewer';
import { text } from './messages';
import { StatusCard } from './status-card';

const Pictures = lazy(() => import('./pictures/pictures'));

/** The status of the project that the macro names, drawn for the person who looks. */
export function StatusMacro() {
  const { extension } = useViewer();
  const projectKey = configuredProject(extension);
  if (projectKey === null)
    return <Empty title={text.macro.unconfigured} text={text.macro.unconfiguredText} />;
  return <Configured projectKey={projectKey} />;
}

function Configured(props: { readonly projectKey: string }) {
  const answer = useCall(status.macro, {});
  const { loading } = answer;
  if (loading.state === 'failed' && ['FORBIDDEN', 'NOT_FOUND'].includes(loading.problem.code)) {
    return <Empty title={text.macro.noAccess} text={text.macro.noAccessText(props.projectKey)} />;
  }
  return (
    <Loaded of={answer} what={text.what}>
      {(value) =>
        value.status === null ? (
          <Empty title={text.macro.none} text={text.macro.noneText(props.projectKey)} />
        ) : (
          <div className="dk-stack">
            <StatusCard status={value.status} title={`${value.status.projectName}, ${value.status.week}`} />
            <Age asOf={value.status.asOf} now={value.now} />
            <Suspense fallback={<Waiting what={text.pictures} />}>
              <Pictures history={value.history} />
            </Suspense>
          </div>
        )
      }
    </Loaded>
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
      <p>{text.macro.old(days)}</p>
    </SectionMessage>
  );
}

/** The macro's own configuration, as its context carries it; `null` where nobody has filled it in. */
function configuredProject(extension: Readonly<Record<string, unknown>>): string | null {
  const config = extension['config'];
  if (typeof config !== 'object' || config === null || !('projectKey' in config)) return null;
  const { projectKey } = config;
  return typeof projectKey === 'string' && projectKey.trim() !== '' ? projectKey.trim() : null;
}
