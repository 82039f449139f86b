import { lazy, Suspense, type ComponentType } from 'react';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { inSentence, t, type MessageKey } from '../shared/i18n';
import { Skeleton } from '../shared/loaded';
import { mount } from '../shared/mount';

// The first tab's code is on its way while the context is read; that of the others comes when they are opened.
const firstTab = import('../features/registers/registers-tab');

const TABS: readonly { readonly label: MessageKey; readonly Panel: ComponentType }[] = [
  {
    label: 'registers.table.overview',
    Panel: lazy(async () => ({ default: (await firstTab).RegistersTab })),
  },
  {
    label: 'messages.tab',
    Panel: lazy(async () => ({ default: (await import('../features/messages/messages-tab')).MessagesTab })),
  },
  {
    label: 'preview.tab',
    Panel: lazy(async () => ({ default: (await import('../features/preview/preview-tab')).PreviewTab })),
  },
  {
    label: 'messages.backlog.tab',
    Panel: lazy(async () => ({ default: (await import('../features/messages/backlog-tab')).BacklogTab })),
  },
  { label: 'reports.tab', Panel: lazy(() => import('../features/reports/reports-tab')) },
  { label: 'plan.tab', Panel: lazy(() => import('../features/plan/plan-tab')) },
  { label: 'portfolio.tab', Panel: lazy(() => import('../features/portfolio/portfolio-tab')) },
];

/** The coordinator's page in a project. A tab's code and its data are asked for when it is first opened. */
function ProjectPage() {
  return (
    <main className="dk-page">
      <h1 className="dk-hidden">Docket</h1>
      <Tabs id="docket">
        <TabList>
          {TABS.map(({ label }) => (
            <Tab key={label}>{t(label)}</Tab>
          ))}
        </TabList>
        {TABS.map(({ label, Panel }) => (
          <TabPanel key={label}>
            <div className="dk-tab">
              <Suspense fallback={<Skeleton what={inSentence(t(label))} />}>
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
