import { jiraOperation, noQuery } from '../define';
import { fieldsOf } from '../fields';
import { formatIssueType, formatNamed, formatStatus } from '../format/reference';
import { jiraDateTime } from '../wire';

const reply = (rows: readonly unknown[]) => ({ status: 200, objects: rows.length, body: rows });

const priorities = jiraOperation({
  id: 'getPriorities',
  method: 'GET',
  path: '/rest/api/3/priority',
  query: noQuery,
  body: null,
  run: ({ state }) =>
    reply(
      [...state.priorities.all()].map((row) => ({ ...formatNamed(state, 'priority', row), description: '' })),
    ),
});

const statuses = jiraOperation({
  id: 'getStatuses',
  method: 'GET',
  path: '/rest/api/3/status',
  query: noQuery,
  body: null,
  run: ({ state }) => reply([...state.statuses.all()].map((row) => formatStatus(state, row))),
});

const issueTypes = jiraOperation({
  id: 'getIssueAllTypes',
  method: 'GET',
  path: '/rest/api/3/issuetype',
  query: noQuery,
  body: null,
  run: ({ state }) => reply([...state.issueTypes.all()].map((row) => formatIssueType(state, row))),
});

/** The key is no field of the issue's own, yet Jira lists it among them. */
const ISSUE_KEY = {
  id: 'issuekey',
  key: 'issuekey',
  name: 'Key',
  custom: false,
  orderable: false,
  navigable: true,
  searchable: false,
  clauseNames: ['id', 'issue', 'issuekey', 'key'],
};

const fields = jiraOperation({
  id: 'getFields',
  method: 'GET',
  path: '/rest/api/3/field',
  query: noQuery,
  body: null,
  run: ({ state }) =>
    reply([
      ISSUE_KEY,
      ...fieldsOf(state).map(({ id, name, orderable, navigable, clauseNames, schema }) => ({
        id,
        key: id,
        name,
        custom: 'custom' in schema,
        orderable,
        navigable,
        searchable: clauseNames.length > 0,
        clauseNames,
        schema,
      })),
    ]),
});

/** The version that Jira Cloud has told for years. */
const VERSION = { version: '1001.0.0-SNAPSHOT', versionNumbers: [1001, 0, 0] };

const serverInfo = jiraOperation({
  id: 'getServerInfo',
  method: 'GET',
  path: '/rest/api/3/serverInfo',
  query: noQuery,
  body: null,
  run: ({ state, now }) => ({
    status: 200,
    body: {
      baseUrl: state.baseUrl,
      displayUrl: state.baseUrl,
      ...VERSION,
      deploymentType: 'Cloud',
      serverTime: jiraDateTime(now),
      serverTimeZone: 'Etc/UTC',
      serverTitle: 'Jira',
    },
  }),
});

/** Site-wide tables, and the site itself. */
export const metadataOperations = [priorities, statuses, issueTypes, fields, serverInfo];
