import { Suspense, useState } from 'react';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { z } from 'zod';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Failure, Loaded, Skeleton } from '../../shared/loaded';
import { askToLeave } from '../../shared/unsaved';
import { useAction } from '../../shared/use-action';
import { useCall } from '../../shared/use-call';
import { GuidePanel } from './guide-panel';
import { HealthTab } from './health-tab';

export type Health = z.infer<typeof admin.read.response>;

const DefaultsForm = lazyPart(() => import('./defaults-form'));
const PersonTab = lazyPart(() => import('./person-tab'));

const HEALTH = 0;
const DEFAULTS = 1;

/** What a Jira administrator has to know of the app and to decide for the site. */
export function AdminPage() {
  const health = useCall(admin.read, {});
  return (
    <main className="dk-page">
      <Loaded of={health} what={t('admin.what')} shape="figures">
        {(value) => <Page health={value} onChanged={health.reload} />}
      </Loaded>
    </main>
  );
}

function Page({ health, onChanged }: { readonly health: Health; readonly onChanged: () => Promise<void> }) {
  const [tab, setTab] = useState(HEALTH);
  const action = useAction();
  const show = (index: number) => askToLeave(() => setTab(index));
  const showGuide = (shown: boolean) =>
    action.run('guide', async () => {
      await call(admin.showGuide, { shown });
      await onChanged();
    });
  return (
    <>
      <header className="dk-spread">
        <div>
          <h1>{t('admin.title')}</h1>
          <p className="dk-subtle">{t('admin.intro')}</p>
        </div>
        {health.guide.dismissed && (
          <CallButton onClick={() => void showGuide(true)} isLoading={action.running !== null}>
            {t('admin.guide.show')}
          </CallButton>
        )}
      </header>
      {action.problem && <Failure title={t('admin.guide.failed')} problem={action.problem} />}
      {!health.guide.dismissed && (
        <GuidePanel
          guide={health.guide}
          onHide={() => void showGuide(false)}
          onDefaults={() => show(DEFAULTS)}
          onChanged={onChanged}
        />
      )}
      <Tabs id="admin-parts" selected={tab} onChange={show} shouldUnmountTabPanelOnChange>
        <TabList>
          <Tab>{t('admin.tabs.health')}</Tab>
          <Tab>{t('admin.tabs.defaults')}</Tab>
          <Tab>{t('admin.tabs.people')}</Tab>
        </TabList>
        <TabPanel>
          <HealthTab health={health} onChanged={onChanged} />
        </TabPanel>
        <TabPanel>
          <Suspense fallback={<Skeleton what={t('admin.budget.what')} shape="form" />}>
            <DefaultsForm onSaved={() => void onChanged()} />
          </Suspense>
        </TabPanel>
        <TabPanel>
          <Suspense fallback={<Skeleton what={t('admin.tabs.people')} shape="form" />}>
            <PersonTab />
          </Suspense>
        </TabPanel>
      </Tabs>
    </>
  );
}
