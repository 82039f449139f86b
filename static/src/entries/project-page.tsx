import { lazy, Suspense } from 'react';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { BacklogTab } from '../features/messages/backlog-tab';
import { backlog, text as messages } from '../features/messages/messages';
import { MessagesTab } from '../features/messages/messages-tab';
import { text as plan } from '../features/plan/messages';
import { text as preview } from '../features/preview/messages';
import { PreviewTab } from '../features/preview/preview-tab';
import { REGISTERS } from '../features/registers/kinds';
import { RegisterTab } from '../features/registers/register-tab';
import { text as status } from '../features/status/messages';
import { StatusTab } from '../features/status/status-tab';
import { Waiting } from '../shared/loaded';
import { mount } from '../shared/mount';

/** Loaded when its tab is first opened: forms, grids and a CSV reader that most visits do not need. */
const PlanTab = lazy(() => import('../features/plan/plan-tab'));

/** The coordinator's page in a project. A tab asks for its data when it is first opened. */
function ProjectPage() {
  return (
    <main className="dk-page">
      <h1 className="dk-hidden">Docket</h1>
      <Tabs id="docket">
        <TabList>
          {REGISTERS.map(({ kind, tab }) => (
            <Tab key={kind}>{tab}</Tab>
          ))}
          <Tab>{messages.tab}</Tab>
          <Tab>{preview.tab}</Tab>
          <Tab>{backlog.tab}</Tab>
          <Tab>{status.tab}</Tab>
          <Tab>{plan.tab}</Tab>
        </TabList>
        {REGISTERS.map(({ kind }) => (
          <TabPanel key={kind}>
            <div className="dk-tab">
              <RegisterTab kind={kind} />
            </div>
          </TabPanel>
        ))}
        <TabPanel>
          <div className="dk-tab">
            <MessagesTab />
          </div>
        </TabPanel>
        <TabPanel>
          <div className="dk-tab">
            <PreviewTab />
          </div>
        </TabPanel>
        <TabPanel>
          <div className="dk-tab">
            <BacklogTab />
          </div>
        </TabPanel>
        <TabPanel>
          <div className="dk-tab">
            <StatusTab />
          </div>
        </TabPanel>
        <TabPanel>
          <div className="dk-tab">
            <Suspense fallback={<Waiting what={plan.what} />}>
              <PlanTab />
            </Suspense>
          </div>
        </TabPanel>
      </Tabs>
    </main>
  );
}

void mount(ProjectPage);
