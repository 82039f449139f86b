import { asApp, asUser } from '@forge/api';
import { forgeAccountReports } from './adapters/account-reports';
import { systemClock } from './adapters/clock';
import {
  createConfluence,
  createPageComments,
  createPageMessenger,
  createTaskSource,
} from './adapters/confluence';
import { createHttp, type Requester } from './adapters/http';
import { createMeter } from './adapters/http/meter';
import { dateHolidays } from './adapters/holidays';
import { systemIds } from './adapters/ids';
import {
  createAccess,
  createAssignments,
  createIssues,
  createJiraClient,
  createJiraFacts,
  createIssueMessenger,
  createPeople,
  createProjects,
  createRecords,
  createVisibility,
} from './adapters/jira';
import { kvsChoices } from './adapters/kvs/choices';
import { kvsDeadLetters } from './adapters/kvs/dead-letters';
import { kvsDefaults } from './adapters/kvs/defaults';
import { kvsDirectory } from './adapters/kvs/directory';
import { kvsErasures } from './adapters/kvs/erasures';
import { kvsGuide } from './adapters/kvs/guide';
import { kvsImports } from './adapters/kvs/imports';
import { kvsLedger } from './adapters/kvs/ledger';
import { kvsPersonalData } from './adapters/kvs/personal-data';
import { kvsPlans } from './adapters/kvs/plans';
import { kvsObligations } from './adapters/kvs/obligations';
import { kvsNumbers } from './adapters/kvs/numbers';
import { kvsProgress } from './adapters/kvs/progress';
import { kvsProjects } from './adapters/kvs/projects';
import { kvsAudit, kvsRecordCopies } from './adapters/kvs/records';
import { kvsRegisterSnapshots } from './adapters/kvs/register-snapshots';
import { kvsRegisterSettings } from './adapters/kvs/register-settings';
import { kvsReports } from './adapters/kvs/reports';
import { kvsRuns } from './adapters/kvs/runs';
import { kvsSights } from './adapters/kvs/sights';
import { kvsTaskTouches } from './adapters/kvs/touches';
import { systemLog } from './adapters/log';
import { createMessenger } from './adapters/messenger';
import { forgeQueue } from './adapters/queue/jobs';

/**
 * The composition root: ports meet adapters here and nowhere else. Made anew for every invocation, since a warm
 * process is shared by all customers and must remember nothing of any.
 *
 * `app` acts as Docket's own account, `user` as the person who is present; what has no product behind it stands beside.
 */
export function compose() {
  const meter = createMeter();
  const http = createHttp({
    sleep: systemClock.sleep,
    log: systemLog,
    onCall: meter.onCall,
    onNearLimit: meter.onNearLimit,
  });
  const jiraAsApp = createJiraClient(http, (path, init) => asApp().requestJira(path, init));
  const jiraAsUser = createJiraClient(http, (path, init) => asUser().requestJira(path, init));
  const confluenceAsApp: Requester = (path, init) => asApp().requestConfluence(path, init);
  const confluenceAsUser: Requester = (path, init) => asUser().requestConfluence(path, init);
  return {
    clock: systemClock,
    ids: systemIds,
    log: systemLog,
    meter,
    ledger: kvsLedger,
    projects: kvsProjects,
    runs: kvsRuns,
    deadLetters: kvsDeadLetters,
    queue: forgeQueue,
    directory: kvsDirectory,
    choices: kvsChoices,
    progress: kvsProgress,
    obligations: kvsObligations,
    snapshots: kvsRegisterSnapshots,
    sightMemory: kvsSights,
    taskTouches: kvsTaskTouches,
    defaults: kvsDefaults,
    guide: kvsGuide,
    personalData: kvsPersonalData,
    erasures: kvsErasures,
    accountReports: forgeAccountReports,
    holidays: dateHolidays,
    copies: kvsRecordCopies,
    numbers: kvsNumbers,
    imports: kvsImports,
    registerSettings: kvsRegisterSettings,
    audit: kvsAudit,
    reports: kvsReports,
    plans: kvsPlans,
    app: {
      issues: createIssues(jiraAsApp),
      messenger: createMessenger({
        issue: createIssueMessenger(jiraAsApp),
        page: createPageMessenger(createPageComments(http, confluenceAsApp)),
      }),
      comments: createPageComments(http, confluenceAsApp),
      tasks: createTaskSource(http, confluenceAsApp),
      visibility: createVisibility(jiraAsApp),
      records: createRecords(jiraAsApp),
      facts: createJiraFacts(jiraAsApp),
      projects: createProjects(jiraAsApp),
      confluence: createConfluence(http, confluenceAsApp),
    },
    user: {
      issues: createIssues(jiraAsUser),
      access: createAccess(jiraAsUser),
      assignments: createAssignments(jiraAsUser),
      facts: createJiraFacts(jiraAsUser),
      people: createPeople(jiraAsUser),
      projects: createProjects(jiraAsUser),
      records: createRecords(jiraAsUser),
      tasks: createTaskSource(http, confluenceAsUser),
    },
  };
}

export type Deps = ReturnType<typeof compose>;
