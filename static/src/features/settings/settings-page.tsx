import { lazy, Suspense } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import { type ProjectSettings, settings } from '../../api/contract';
import { Loaded, Waiting } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { text } from './messages';
import { SettingsForm } from './settings-editor';
import { TaskSight } from './task-sight';

const ReportingSettings = lazy(() => import('../reporting/reporting-settings'));

const followsTasks = ({ tasks }: ProjectSettings): boolean =>
  tasks.spaceKeys.length + tasks.pageIds.length > 0;

/** What a project administrator decides, with the policy in plain words beside it. */
export function SettingsPage() {
  const current = useCall(settings.read, {});
  return (
    <main className="dk-page">
      <header>
        <h1>{text.title}</h1>
        <p className="dk-subtle">{text.intro}</p>
      </header>
      <Loaded of={current} what={text.what}>
        {(answer) => (
          <>
            {!answer.confluence && (
              <SectionMessage appearance="information" title={text.confluence.title}>
                <p>{text.confluence.text}</p>
              </SectionMessage>
            )}
            <div className="dk-columns">
              <SettingsForm answer={answer} onSaved={() => void current.reload()} />
              <aside className="dk-aside" aria-labelledby="dk-policy">
                <h2 id="dk-policy">{text.sections.policy}</h2>
                <ul>
                  {answer.policy.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                {followsTasks(answer.settings) && <TaskSight key={JSON.stringify(answer.settings.tasks)} />}
              </aside>
            </div>
            {answer.settings.report.enabled && (
              <Suspense fallback={<Waiting what={text.reporting} />}>
                <ReportingSettings />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </main>
  );
}
