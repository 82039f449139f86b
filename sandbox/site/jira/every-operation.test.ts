import { expectContract, itWithContract } from '../../../test/support/contract';
import { LINK_TYPE, TYPE, type TestSite, doc, siteWith } from '../../../test/support/site';
import { jiraOperations } from './operations';

const RISK = {
  propertyKey: 'docket.risk',
  path: 'score',
  type: 'number',
  searchAlias: 'docketRiskScore',
} as const;

/** A site where every field of an issue has something in it. */
function fullSite(): TestSite {
  const test = siteWith((build) => {
    const project = build.project({ key: 'PRJ' });
    const version = build.version({
      projectId: project.id,
      name: '1.0',
      startDate: '2026-07-01',
      releaseDate: '2026-07-10',
    });
    const component = build.component({ projectId: project.id });
    const level = build.securityLevel({ memberIds: ['member', 'lead', 'admin'] });
    const points = build.customField();
    const epic = build.issue({ key: 'PRJ-1', issueTypeId: TYPE.epic });
    const issue = build.issue({
      key: 'PRJ-2',
      parentId: epic.id,
      description: doc('What it is about.'),
      assigneeId: 'lead',
      dueDate: '2026-07-20',
      labels: ['late'],
      componentIds: [component.id],
      fixVersionIds: [version.id],
      affectedVersionIds: [version.id],
      properties: { 'docket.risk': { score: 12 } },
      numbers: { [points.id]: 3 },
      timeTracking: { original: 28_800, remaining: 3_600, spent: null },
    });
    build.issue({ key: 'PRJ-3', issueTypeId: TYPE.subtask, parentId: issue.id });
    build.issue({ key: 'PRJ-4', securityLevelId: level.id });
    build.link({ inwardIssueId: epic.id, outwardIssueId: issue.id });
    build.comment({ issueId: issue.id });
  });
  test.state.indexedProperties = [RISK];
  return test;
}

/** One call of each operation, and refusals of those that Docket meets. */
async function callEverything(test: TestSite): Promise<void> {
  const { call, state } = test;
  const project = state.projects.where('key', 'PRJ')[0]!;
  const issue = state.issues.where('key', 'PRJ-2')[0]!;
  const api = '/rest/api/3';
  const at = `${api}/issue/PRJ-2`;

  await call(
    'GET',
    `${api}/search/jql?jql=project%3DPRJ&fields=*all&expand=names,schema,changelog&properties=docket.risk`,
  );
  await call('POST', `${api}/search/jql`, {
    jql: 'docketRiskScore > 3 order by due',
    fields: ['summary'],
    maxResults: 1,
  });
  await call('POST', `${api}/search/jql`, { jql: 'project = NONE' });
  await call('POST', `${api}/search/approximate-count`, { jql: 'project = PRJ' });
  await call('GET', `${api}/search?jql=project%3DPRJ`);
  await call('POST', `${api}/search`, { jql: 'project = PRJ' });

  const created = await call('POST', `${api}/issue`, {
    fields: {
      project: { key: 'PRJ' },
      issuetype: { name: 'Task' },
      summary: 'New',
      description: doc('Text.'),
      customfield_10016: 2,
      timetracking: { originalEstimate: '2d' },
    },
    properties: [{ key: 'docket.risk', value: { score: 4 } }],
  });
  await call('POST', `${api}/issue`, { fields: { project: { key: 'NONE' }, summary: 'x' } });
  const fields = { project: { key: 'PRJ' }, issuetype: { name: 'Task' }, summary: 'One of many' };
  await call('POST', `${api}/issue/bulk`, {
    issueUpdates: [{ fields, properties: [{ key: 'docket.risk', value: { score: 1 } }] }, { fields: {} }],
  });
  await call('POST', `${api}/issue/bulk`, { issueUpdates: [{ fields: {} }] });
  await call('PUT', at, {
    fields: { summary: 'Edited', duedate: '2026-07-24' },
    update: { labels: [{ add: 'seen' }] },
  });
  await call('PUT', at, { fields: { nothing: 1 } });
  await call('PUT', `${at}?returnIssue=true`, { fields: { priority: { name: 'High' } } });
  await call('GET', at);
  await call('GET', `${at}?expand=changelog,transitions,names,schema&properties=docket.risk`);
  await call('GET', `${api}/issue/NONE-1`);
  await call('POST', `${api}/issue/bulkfetch`, {
    issueIdsOrKeys: ['PRJ-1', issue.id, 'NONE-1'],
    fields: ['status'],
  });
  await call('GET', `${at}/transitions`);
  await call('POST', `${at}/transitions`, { transition: { id: '31' } });
  await call('GET', `${at}/changelog?maxResults=1`);

  await call('GET', `${at}/comment`);
  const comment = (await call('POST', `${at}/comment`, { body: doc('Said.') }, 'app')).body.id;
  await call('POST', `${at}/comment`, { body: 'Said.' });
  await call('GET', `${at}/comment/${comment}?expand=properties`);
  await call('PUT', `${at}/comment/${comment}`, { body: doc('Said again.') }, 'app');
  await call('PUT', `${api}/comment/${comment}/properties/docket`, { key: 'k' }, 'app');
  await call('PUT', `${api}/comment/${comment}/properties/docket`, { key: 'l' }, 'app');
  await call('GET', `${api}/comment/${comment}/properties`);
  await call('GET', `${api}/comment/${comment}/properties/docket`);
  await call('DELETE', `${api}/comment/${comment}/properties/docket`, undefined, 'app');
  await call('DELETE', `${at}/comment/${comment}`, undefined, 'app');

  await call('GET', `${at}/properties`);
  await call('PUT', `${at}/properties/docket.note`, { a: 1 });
  await call('PUT', `${at}/properties/docket.note`, { a: 2 });
  await call('GET', `${at}/properties/docket.note`);
  await call('DELETE', `${at}/properties/docket.note`);
  await call('GET', `${at}/properties/docket.note`);

  const ends = { inwardIssue: { key: 'PRJ-2' }, outwardIssue: { key: 'PRJ-3' } };
  await call('POST', `${api}/issueLink`, { type: { id: LINK_TYPE.relates }, ...ends });
  const link = [...state.links.all()].at(-1)!.id;
  await call('GET', `${api}/issueLink/${link}`);
  await call('DELETE', `${api}/issueLink/${link}`);
  await call('GET', `${api}/issueLinkType`);

  const version = await call(
    'POST',
    `${api}/version`,
    { name: '2.0', projectId: Number(project.id) },
    'lead',
  );
  await call('PUT', `${api}/version/${version.body.id}`, { releaseDate: '2026-09-01' }, 'lead');
  await call('GET', `${api}/version/${version.body.id}`);
  await call('GET', `${api}/project/PRJ/versions`);
  await call('GET', `${api}/project/PRJ/version?orderBy=-releaseDate&maxResults=1`);

  await call('GET', `${api}/project/PRJ`);
  await call('GET', `${api}/project/NONE`);
  await call('GET', `${api}/project/search?expand=lead,description,issueTypes`);
  await call('GET', `${api}/project/PRJ/statuses`);
  await call('GET', `${api}/issuetype/project?projectId=${project.id}`);
  await call('GET', `${api}/issuetype`);

  await call('GET', `${api}/user?accountId=lead`);
  await call('GET', `${api}/user?accountId=nobody`);
  await call('GET', `${api}/user/bulk?accountId=lead&accountId=member`);
  await call('GET', `${api}/user/search?query=lea`);
  await call('GET', `${api}/user/assignable/search?project=PRJ`);
  await call('GET', `${api}/user/assignable/multiProjectSearch?projectKeys=PRJ`);
  await call('GET', `${api}/myself`);
  await call('GET', `${api}/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=PRJ`);
  await call('POST', `${api}/permissions/check`, {
    globalPermissions: ['ADMINISTER'],
    projectPermissions: [
      { permissions: ['EDIT_ISSUES'], projects: [Number(project.id)], issues: [Number(issue.id)] },
    ],
  });

  await call('GET', `${api}/priority`);
  await call('GET', `${api}/status`);
  await call('GET', `${api}/field`);
  await call('GET', `${api}/serverInfo`);
  await call('DELETE', `${api}/issue/${created.body.key}`, undefined, 'lead');
}

describe('every Jira operation', () => {
  const test = fullSite();
  beforeAll(() => callEverything(test));

  it('answers, and none answers 501', () => {
    expect(test.exchanges.filter(({ status }) => status === 501 || status >= 500)).toEqual([]);
    const called = new Set(test.exchanges.map(({ operation }) => operation));
    expect(jiraOperations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
  });

  it('succeeds at least once, except the removed search', () => {
    const succeeded = new Set(
      test.exchanges.filter(({ status }) => status < 300).map(({ operation }) => operation),
    );
    expect(jiraOperations.map(({ id }) => id).filter((id) => !succeeded.has(id))).toEqual([
      'searchForIssuesUsingJql',
      'searchForIssuesUsingJqlPost',
    ]);
  });

  itWithContract('keeps to the documents that Atlassian publishes', () => expectContract(test.exchanges));
});
