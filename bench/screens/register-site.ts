import { join } from 'node:path';
import * as app from '../../src';
import { configure, newRecord, risk } from '../../src/domain/registers';
import { createSandbox } from '../../sandbox';
import { SEED_NOW } from '../../sandbox/seed';
import { ISSUE_TYPES, PRIORITIES, seedBasics, STATUSES } from '../../sandbox/seed/basics';
import type { Issue } from '../../sandbox/site/entities';
import type { SiteState } from '../../sandbox/site/state';
import { createFrontDoor } from '../../sandbox/web/front-door';
import { listen } from '../../sandbox/web/listen';

export const PROJECT = { id: '90001', key: 'REG', type: 'software' };
const PEOPLE = 20;
const RESPONSES = ['avoid', 'transfer', 'mitigate', 'accept', 'escalate'];
const SUBJECTS = [
  'supplier',
  'interface',
  'migration',
  'licence',
  'data centre',
  'key person',
  'test data',
  'budget',
];
const TROUBLES = [
  'is late',
  'is not approved',
  'costs more than planned',
  'fails in the rehearsal',
  'is given up',
];

const personId = (index: number): string => `bench-person-${index % PEOPLE}`;

function seed(state: SiteState, records: number): void {
  seedBasics(state);
  for (let index = 0; index < PEOPLE; index += 1) {
    const accountId = personId(index);
    state.users.put({
      id: accountId,
      accountId,
      displayName: `Person ${index + 1}`,
      emailAddress: `person${index + 1}@example.com`,
      timeZone: 'Europe/Berlin',
      locale: 'en-GB',
      active: true,
      accountType: 'atlassian',
      siteAdmin: index === 0,
    });
  }
  state.projects.put({
    id: PROJECT.id,
    key: PROJECT.key,
    name: 'A long register',
    description: '',
    leadAccountId: personId(0),
    projectTypeKey: 'software',
    everyone: 'member',
    roles: { [personId(0)]: 'admin' },
    appAccess: true,
    issueTypeIds: Object.values(ISSUE_TYPES).map(({ id }) => id),
    properties: {},
  });
  state.reserveIds(Number(PROJECT.id));
  for (let index = 0; index < records; index += 1) state.issues.put(issueOf(state.nextId(), index));
}

const REGISTER = configure(risk, risk.defaults);

/** An issue with its record as Docket stores it. Entering thousands through the app would take minutes, and change nothing. */
function issueOf(id: string, index: number): Issue {
  const { summary, values } = riskOf(index);
  const made = newRecord(REGISTER, values, new Date(SEED_NOW), `R-${index + 1}`);
  if (!made.ok) throw new Error(made.refusal.message);
  return {
    id,
    key: `${PROJECT.key}-${index + 1}`,
    projectId: PROJECT.id,
    issueTypeId: ISSUE_TYPES.task.id,
    summary,
    description: null,
    statusId: STATUSES.toDo.id,
    priorityId: PRIORITIES.medium.id,
    resolutionId: null,
    assigneeId: null,
    reporterId: personId(0),
    creatorId: personId(0),
    parentId: null,
    labels: [],
    componentIds: [],
    fixVersionIds: [],
    affectedVersionIds: [],
    securityLevelId: null,
    dueDate: null,
    created: SEED_NOW,
    updated: SEED_NOW,
    resolved: null,
    statusChanged: SEED_NOW,
    properties: { [REGISTER.propertyKey]: made.value },
  };
}

/** A risk of about the length that people write, different in everything that a table sorts and filters by. */
function riskOf(index: number) {
  const subject = SUBJECTS[index % SUBJECTS.length];
  const trouble = TROUBLES[index % TROUBLES.length];
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    summary: `Lot ${index + 1}: the ${subject} ${trouble}`,
    values: {
      cause: `The ${subject} of lot ${index + 1} depends on people outside of the project, and nobody has agreed a date with them.`,
      event: `The ${subject} ${trouble} when the integration of lot ${index + 1} begins.`,
      impact:
        'The milestone slips by two to four weeks, and the test environment is paid for longer than planned.',
      nature: 'threat',
      probability: 1 + (index % 5),
      severity: 1 + (Math.floor(index / 5) % 5),
      owner: personId(index),
      response: RESPONSES[index % RESPONSES.length],
      responsePlan:
        'Agree a date in writing, look at it every week, and prepare the detour before the freeze.',
      reviewDate: `2027-0${1 + (index % 9)}-${day}`,
    },
  };
}

export interface RegisterSite {
  /** The page with the app's screen in it. */
  readonly url: string;
  close(): Promise<void>;
}

/** A site with one project whose risk register has so many records, served for a browser. */
export async function serveRegister(records: number): Promise<RegisterSite> {
  const sandbox = await createSandbox({ now: SEED_NOW, seed: (state) => seed(state, records), app });
  const server = await listen(createFrontDoor(sandbox, join(__dirname, '..', '..', 'manifest.yml')), {
    port: 0,
  });
  return {
    url: `${server.origin}/projects/${PROJECT.key}/docket/registers`,
    close: () => server.close(),
  };
}
