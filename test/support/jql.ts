import { createClock } from '../../sandbox/clock';
import { compileJql, type IndexedProperty, type JqlEnvironment } from '../../sandbox/site/jira/jql';
import { createState } from '../../sandbox/site/state';
import {
  createBuilders,
  doc,
  LINK_TYPE,
  NOW,
  PRIORITY,
  putTables,
  RESOLUTION,
  STATUS,
  TYPE,
} from './builders';

const INDEXED: readonly IndexedProperty[] = [
  { propertyKey: 'docket.risk', path: 'score', type: 'number', searchAlias: 'riskScore' },
  { propertyKey: 'docket.risk', path: 'state', type: 'string', searchAlias: 'riskState' },
  { propertyKey: 'docket.risk', path: 'review.date', type: 'date', searchAlias: 'riskReview' },
  { propertyKey: 'docket.risk', path: 'owners.account', type: 'user', searchAlias: 'riskOwner' },
  { propertyKey: 'docket.risk', path: 'plan', type: 'text', searchAlias: 'riskPlan' },
];

const at = (text: string): number => Date.parse(text);

/**
 * A small site to search: two projects, six issues, one row for each rule. Asked by `member`, in UTC, on Tuesday
 * 2026-07-21 at 09:00, unless a test says otherwise.
 */
export function searchSite(change: Partial<JqlEnvironment> = {}) {
  const state = createState(createClock(NOW));
  const build = createBuilders(state);
  putTables(state);
  build.user({ accountId: 'member', displayName: 'Ash' });
  build.user({ accountId: 'lead', displayName: 'Birch' });
  build.user({ accountId: '557058:f1-a2', displayName: 'Cedar' });
  const pay = build.project({ id: '1', key: 'PAY', name: 'Wallet payments' });
  const net = build.project({ id: '2', key: 'NET', name: 'Network' });
  const api = build.component({ id: '301', projectId: pay.id, name: 'API' });
  const desk = build.component({ id: '302', projectId: pay.id, name: 'Service desk' });
  const pay1 = build.version({ id: '401', projectId: pay.id, name: '1.0', released: true });
  const pay2 = build.version({ id: '402', projectId: pay.id, name: '2.0' });
  const pay3 = build.version({ id: '403', projectId: pay.id, name: '3.0' });
  const net1 = build.version({ id: '404', projectId: net.id, name: '1.0' });
  const secret = build.securityLevel({ id: '501', name: 'Confidential' });

  const epic = build.issue({
    id: '1001',
    projectId: pay.id,
    issueTypeId: TYPE.epic,
    summary: 'Launch the wallet',
    statusId: STATUS.doing,
    priorityId: PRIORITY.high,
    assigneeId: 'lead',
    labels: ['launch', 'Legal'],
    componentIds: [api.id, desk.id],
    fixVersionIds: [pay1.id],
    dueDate: '2026-07-31',
    created: at('2026-07-01T08:00:00Z'),
    updated: at('2026-07-20T23:30:00Z'),
    statusChanged: at('2026-07-06T08:00:00Z'),
    properties: {
      'docket.risk': {
        score: 12,
        state: 'assessed',
        review: { date: '2026-07-21' },
        owners: [{ account: 'lead' }, { account: 'member' }],
        plan: 'Ask the bank for a second line.',
      },
    },
  });
  const contract = build.issue({
    id: '1002',
    projectId: pay.id,
    summary: 'Sign the wallet contract',
    description: doc('Legal wants two signatures', 'and a witness.'),
    priorityId: PRIORITY.highest,
    assigneeId: 'member',
    parentId: epic.id,
    componentIds: [api.id],
    fixVersionIds: [pay2.id, pay3.id],
    dueDate: '2026-07-21',
    created: at('2026-07-14T09:00:00Z'),
    updated: at('2026-07-21T08:59:30Z'),
    properties: {
      'docket.risk': { score: 20, state: 'identified', review: { date: '2026-07-21T10:00:00+02:00' } },
    },
  });
  build.issue({
    id: '1003',
    projectId: pay.id,
    issueTypeId: TYPE.bug,
    summary: 'Refund is failing twice',
    statusId: STATUS.done,
    priorityId: PRIORITY.low,
    resolutionId: RESOLUTION.done,
    reporterId: '557058:f1-a2',
    creatorId: null,
    labels: ['legal'],
    affectedVersionIds: [pay1.id],
    securityLevelId: secret.id,
    dueDate: '2026-07-10',
    created: at('2026-06-30T22:00:00Z'),
    updated: at('2026-07-17T10:00:00Z'),
    resolved: at('2026-07-17T10:00:00Z'),
    // Milliseconds: not one of the forms that the index takes.
    properties: {
      'docket.risk': { score: '12', state: 'closed', review: { date: '2026-07-21T00:00:00.000Z' } },
    },
  });
  const subtask = build.issue({
    id: '1004',
    projectId: pay.id,
    issueTypeId: TYPE.subtask,
    summary: 'Collect the follow-up papers',
    priorityId: null,
    parentId: contract.id,
    created: at('2026-07-21T00:00:00Z'),
  });
  build.comment({ issueId: subtask.id, body: doc('The vendor replied.') });
  build.comment({ issueId: subtask.id, body: doc('Nothing new, says the bank.') });
  const core = build.issue({
    id: '2001',
    projectId: net.id,
    summary: 'Replace the core switch',
    assigneeId: 'lead',
    fixVersionIds: [net1.id],
    dueDate: '2026-07-24',
    created: at('2026-07-20T12:00:00Z'),
    updated: at('2026-07-20T12:00:00Z'),
  });
  build.issue({
    id: '2002',
    projectId: net.id,
    summary: 'Order cables',
    statusId: STATUS.done,
    resolutionId: RESOLUTION.declined,
    assigneeId: '557058:f1-a2',
    created: at('2026-07-20T11:00:00Z'),
    updated: at('2026-07-20T11:00:00Z'),
    resolved: at('2026-07-20T11:00:00Z'),
  });
  build.link({ typeId: LINK_TYPE.blocks, inwardIssueId: contract.id, outwardIssueId: core.id });

  const env: JqlEnvironment = {
    state,
    accountId: 'member',
    timeZone: 'Etc/UTC',
    now: NOW,
    indexedProperties: INDEXED,
    ...change,
  };
  return {
    env,
    state,
    /** Keys of what a query finds, in its order. */
    search(jql: string): string[] {
      const { matches, compare, candidates } = compileJql(jql, env);
      return [...candidates()]
        .filter(matches)
        .sort(compare)
        .map((issue) => issue.key);
    },
  };
}
