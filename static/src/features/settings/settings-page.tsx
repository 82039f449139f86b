import { type ReactNode, Suspense, useMemo, useState } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ProjectSettings, settings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Loaded, Skeleton } from '../../shared/loaded';
import { PanelContext } from '../../shared/panel';
import { askToLeave } from '../../shared/unsaved';
import { useCall } from '../../shared/use-call';
import { useDraft } from '../../shared/use-draft';
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
  const [tab, setTab] = useState(0);
  return (
    <main className="dk-page">
      <header>
        <h1>{t('settings.title')}</h1>
        <p className="dk-subtle">{t('settings.intro')}</p>
      </header>
      <Tabs id="docket-settings" selected={tab} onChange={(index) => askToLeave(() => setTab(index))}>
        <TabList>
          <Tab>{t('registers.settings.followUp')}</Tab>
          <Tab>{t('registers.settings.tab')}</Tab>
        </TabList>
        <TabPanel>
          <TabPart isActive={tab === 0}>
            <FollowUp />
          </TabPart>
        </TabPanel>
        <TabPanel>
          <TabPart isActive={tab === 1}>
            <Suspense fallback={<Skeleton what={t('registers.settings.list')} shape="form" />}>
              <RegisterSettings />
            </Suspense>
          </TabPart>
        </TabPanel>
      </Tabs>
    </main>
  );
}

/** A tab keeps what is written in it while another is looked at. */
function TabPart(props: { readonly isActive: boolean; readonly children: ReactNode }) {
  const { isActive } = props;
  const panel = useMemo(() => ({ isActive, describe: () => undefined }), [isActive]);
  return (
    <PanelContext.Provider value={panel}>
      <div className="dk-tab">{props.children}</div>
    </PanelContext.Provider>
  );
}

/** The form, with what it would do and the policy in plain words beside it. */
function Decisions({ answer, onSaved }: { readonly answer: Answer; readonly onSaved: () => void }) {
  const saved = toInput(answer.settings, answer.names);
  const form = useDraft(answer.settings, (settings) => toInput(settings, answer.names));
  const { draft: input } = form;
  const isValid = Object.keys(settingsProblems(input)).length === 0;
  return (
    <div className="dk-columns">
      <SettingsForm answer={answer} of={form} onSaved={onSaved} />
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
    <Loaded of={current} what={t('settings.what')} shape="form">
      {(answer) => (
        <>
          {!answer.confluence && (
            <SectionMessage appearance="information" title={t('settings.confluence.title')}>
              <p>{t('settings.confluence.text')}</p>
            </SectionMessage>
          )}
          <Decisions answer={answer} onSaved={() => void current.reload()} />
          {answer.settings.report.enabled && (
            <Suspense fallback={<Skeleton what={t('settings.reporting')} shape="form" />}>
              <ReportingSettings />
            </Suspense>
          )}
        </>
      )}
    </Loaded>
  );
}
