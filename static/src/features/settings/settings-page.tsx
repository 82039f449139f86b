import { Suspense, useState } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ProjectSettings, settings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Loaded, Waiting } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { EffectCard } from '../preview/effect/effect-card';
import { type Answer, SettingsForm } from './settings-editor';
import { settingsProblems, toInput, toSettings } from './settings-form';
import { TaskSight } from './task-sight';

/** Loaded when they are shown: most visits are about follow-up. */
const ReportingSettings = lazyPart(() => import('../reporting/reporting-settings'));
const RegisterSettings = lazyPart(() => import('../registers/settings/register-settings'));

const followsTasks = ({ tasks }: ProjectSettings): boolean =>
  tasks.spaceKeys.length + tasks.pageIds.length > 0;

/** What a project administrator decides: how it follows up, and how its registers work. */
export function SettingsPage() {
  return (
    <main className="dk-page">
      <header>
        <h1>{t('settings.title')}</h1>
        <p className="dk-subtle">{t('settings.intro')}</p>
      </header>
      <Tabs id="docket-settings">
        <TabList>
          <Tab>{t('registers.settings.followUp')}</Tab>
          <Tab>{t('registers.settings.tab')}</Tab>
        </TabList>
        <TabPanel>
          <div className="dk-tab">
            <FollowUp />
          </div>
        </TabPanel>
        <TabPanel>
          <div className="dk-tab">
            <Suspense fallback={<Waiting what={t('registers.settings.list')} />}>
              <RegisterSettings />
            </Suspense>
          </div>
        </TabPanel>
      </Tabs>
    </main>
  );
}

/** The form, with what it would do and the policy in plain words beside it. */
function Decisions({ answer, onSaved }: { readonly answer: Answer; readonly onSaved: () => void }) {
  const saved = toInput(answer.settings, answer.names);
  const [input, setInput] = useState(saved);
  const isValid = Object.keys(settingsProblems(input)).length === 0;
  return (
    <div className="dk-columns">
      <SettingsForm
        answer={answer}
        input={input}
        onChange={(change) => setInput((before) => ({ ...before, ...change }))}
        onSaved={onSaved}
      />
      <aside className="dk-aside" aria-labelledby="dk-effect">
        <EffectCard saved={toSettings(saved)} draft={toSettings(input)} isValid={isValid} />
        <section aria-labelledby="dk-policy">
          <h2 id="dk-policy">{t('settings.sections.policy')}</h2>
          <ul>
            {answer.policy.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        {followsTasks(answer.settings) && <TaskSight key={JSON.stringify(answer.settings.tasks)} />}
      </aside>
    </div>
  );
}

/** When people hear of what they owe. */
function FollowUp() {
  const current = useCall(settings.read, {});
  return (
    <Loaded of={current} what={t('settings.what')}>
      {(answer) => (
        <>
          {!answer.confluence && (
            <SectionMessage appearance="information" title={t('settings.confluence.title')}>
              <p>{t('settings.confluence.text')}</p>
            </SectionMessage>
          )}
          <Decisions answer={answer} onSaved={() => void current.reload()} />
          {answer.settings.report.enabled && (
            <Suspense fallback={<Waiting what={t('settings.reporting')} />}>
              <ReportingSettings />
            </Suspense>
          )}
        </>
      )}
    </Loaded>
  );
}
