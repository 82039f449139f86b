import { lazy, Suspense, type ComponentType } from 'react';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { backlog, text as messages } from '../features/messages/messages';
import { text as plan } from '../features/plan/messages';
import { text as portfolio } from '../features/portfolio/messages';
import { text as preview } from '../features/preview/messages';
import { text as registers } from '../features/registers/table-messages';
import { tab as reports } from '../features/reports/tab';
import { Skeleton } from '../shared/loaded';
import { mount } from '../shared/mount';

// The first tab's code is on its way while the context is read; that of the others comes when they are opened.
const firstTab = import('../features/registers/registers-tab');

const TABS: readonly { readonly label: string; readonly Panel: ComponentType }[] = [
  { label: registers.overview, Panel: lazy(async () => ({ default: (await firstTab).RegistersTab })) },
  {
    label: messages.tab,
    Panel: lazy(async () => ({ default: (await import('../features/messages/messages-tab')).MessagesTab })),
  },
  {
    label: preview.tab,
    Panel: lazy(async () => ({ default: (await import('../features/preview/preview-tab')).PreviewTab })),
  },
  {
    label: backlog.tab,
    Panel: lazy(async () => ({ default: (await import('../features/messages/backlog-tab')).BacklogTab })),
  },
  { label: reports, Panel: lazy(() => import('../features/reports/reports-tab')) },
  { label: plan.tab, Panel: lazy(() => import('../features/plan/plan-tab')) },
  { label: portfolio.tab, Panel: lazy(() => import('../features/portfolio/portfolio-tab')) },
];

/** The coordinator's page in a project. A tab's code and its data are asked for when it is first opened. */
function ProjectPage() {
  return (
    <main className="dk-page">
      <h1 className="dk-hidden">Docket</h1>
      <Tabs id="docket">
        <TabList>
          {TABS.map(({ label }) => (
            <Tab key={label}>{label}</Tab>
          ))}
        </TabList>
        {TABS.map(({ label, Panel }) => (
          <TabPanel key={label}>
            <div className="dk-tab">
              <Suspense fallback={<Skeleton what={label.toLowerCase()} />}>
                <Panel />
              </Suspense>
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}

void mount(ProjectPage);
