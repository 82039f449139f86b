import { join } from 'node:path';
import * as app from '../../src';
import { configure, newRecord, risk } from '../../src/domain/registers';
import { createSandbox } from '../../sandbox';
import { SEED_NOW } from '../../sandbox/seed';
import { ISSUE_TYPES, PRIORITIES, seedBasics, STATUSES } from '../../sandbox/seed/basics';
import { switchOn } from '../../sandbox/cli/switch-on';
import type { Issue } from '../../sandbox/site/entities';
import type { SiteState } from '../../sandbox/site/state';
import { createFrontDoor } from '../../sandbox/web/front-door';
import { listen } from '../../sandbox/web/listen';

/** One project has the register, the other one the commitments. */
const REGISTERED = { id: '90001', key: 'REG', name: 'A long register' };
const OWING = { id: '90002', key: 'OWE', name: 'A long list of commitments' };
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

function seed(state: SiteState, rows: number): void {
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
  for (const project of [REGISTERED, OWING]) {
    state.projects.put({
      ...project,
      description: '',
      leadAccountId: personId(0),
      projectTypeKey: 'software',
      everyone: 'member',
      roles: { [personId(0)]: 'admin' },
      appAccess: true,
      issueTypeIds: Object.values(ISSUE_TYPES).map(({ id }) => id),
      properties: {},
    });
  }
  state.reserveIds(Number(OWING.id));
  for (let index = 0; index < rows; index += 1) {
    state.issues.put(riskIssue(state.nextId(), index));
    state.issues.put(owedIssue(state.nextId(), index));
  }
}

const REGISTER = configure(risk, risk.defaults);

/** An issue with its record as Docket stores it. Entering thousands through the app would take minutes, and change nothing. */
function riskIssue(id: string, index: number): Issue {
  const { summary, values } = riskOf(index);
  const made = newRecord(REGISTER, values, new Date(SEED_NOW), `R-${index + 1}`);
  if (!made.ok) throw new Error(String(made.refusal.message));
  return {
    ...plainIssue(id, REGISTERED, index),
    summary,
    properties: { [REGISTER.propertyKey]: made.value },
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Every state of the ladder and every age: due from two months ago until four months from now. */
function owedIssue(id: string, index: number): Issue {
  const due = new Date(SEED_NOW + ((index % 180) - 60) * DAY_MS);
  return {
    ...plainIssue(id, OWING, index),
    summary: riskOf(index).summary,
    assigneeId: index % 50 === 0 ? null : personId(index),
    dueDate: due.toISOString().slice(0, 10),
  };
}

function plainIssue(id: string, project: typeof OWING, index: number): Issue {
  return {
    id,
    key: `${project.key}-${index + 1}`,
    projectId: project.id,
    issueTypeId: ISSUE_TYPES.task.id,
    summary: '',
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
    properties: {},
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

export interface ListsSite {
  /** The pages with the app's screen in them. */
  readonly register: string;
  readonly commitments: string;
  close(): Promise<void>;
}

/** A site with so many risks on the register of one project, and as many commitments in another, served for a browser. */
export async function serveLists(rows: number): Promise<ListsSite> {
  const sandbox = await createSandbox({ now: SEED_NOW, seed: (state) => seed(state, rows), app });
  const owing = sandbox.state.projects.get(OWING.id);
  if (owing === undefined) throw new Error('The project of the commitments is not on the site.');
  await switchOn(sandbox, owing, null);
  // The first run notes what was long overdue; before it, every look at the list reads that from Jira.
  await sandbox.clock.advance(HOUR_MS);
  const server = await listen(createFrontDoor(sandbox, join(__dirname, '..', '..', 'manifest.yml')), {
    port: 0,
  });
  return {
    register: `${server.origin}/projects/${REGISTERED.key}/docket/registers`,
    commitments: `${server.origin}/projects/${OWING.key}/docket/commitments`,
    close: () => server.close(),
  };
}
