import { takeSchemaFindings } from '../support/audit-schemas';
import { AuthError, createCloudClient, isApiError, NotFoundError } from 'jira.js';
import { accountIdOf } from '../../sandbox/seed/people';
import type { Issue, Project } from '../../sandbox/site/entities';
import { type ServedSite, serveSeededSite } from '../support/served-site';

/**
 * jira.js checks every response by schemas that its authors hold against a live site; here they are at their
 * strictest, so that a key or a value that the documents do not know fails the test.
 */
describe('jira.js as a client over HTTP', () => {
  let served: ServedSite;
  let jira: ReturnType<typeof createCloudClient>;
  let project: Project;
  let issue: Issue;

  const clientAs = (...who: Parameters<ServedSite['clientOf']>) =>
    createCloudClient({ ...served.clientOf(...who), onSchemaMismatch: 'throw' });
  const doc = (text: string) => ({
    type: 'doc' as const,
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });

  beforeAll(async () => {
    served = await serveSeededSite();
    jira = clientAs('ines');
    const found = served.state.projects.where('key', 'PAY')[0];
    const first = found && served.state.issues.where('project', found.id)[0];
    if (!found || !first) throw new Error('The seed has no PAY project with issues.');
    [project, issue] = [found, first];
  });
  afterEach(() => {
    expect(takeSchemaFindings()).toEqual([]);
    expect(served.site.unmodelled).toEqual([]);
  });
  afterAll(() => served.close());

  it('refuses a wrong token', async () => {
    await expect(clientAs('ines', 'guessed').myself.getCurrentUser()).rejects.toBeInstanceOf(AuthError);
  });

  it('knows who is logged in', async () => {
    const me = await jira.myself.getCurrentUser();
    expect(me).toMatchObject({ accountId: accountIdOf('ines'), timeZone: 'Europe/Berlin' });
    expect(await jira.serverInfo.getServerInfo()).toMatchObject({ deploymentType: 'Cloud' });
  });

  it('walks a search to the end, as many issues as it counts', async () => {
    const jql = 'project = PAY AND statusCategory != Done ORDER BY key';
    const keys: string[] = [];
    for (let token: string | undefined, rounds = 0; rounds === 0 || token; rounds += 1) {
      const answer = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
        jql,
        maxResults: 20,
        fields: ['summary', 'duedate', 'assignee', 'status'],
        ...(token ? { nextPageToken: token } : {}),
      });
      keys.push(...(answer.issues ?? []).map(({ key }) => key ?? ''));
      token = answer.nextPageToken ?? undefined;
    }
    const { count } = await jira.issueSearch.countIssues({ jql });
    expect(new Set(keys).size).toBe(count);
    expect(keys.length).toBe(count);
  });

  it('names the clause that it cannot search by', async () => {
    const search = jira.issueSearch.searchAndReconsileIssuesUsingJql({
      jql: 'nonsense = 1 AND project = PAY',
    });
    await expect(search).rejects.toThrow(/nonsense/);
  });

  it('reads an issue with every field, its changelog and its transitions', async () => {
    const read = await jira.issues.getIssue({ issueIdOrKey: issue.key, expand: 'changelog,names' });
    expect(read).toMatchObject({ id: issue.id, key: issue.key });
    expect(read.fields).toMatchObject({ summary: issue.summary });
    await jira.issues.getChangeLogs({ issueIdOrKey: issue.key });
    const { transitions } = await jira.issues.getTransitions({ issueIdOrKey: issue.key });
    expect(transitions?.length).toBeGreaterThan(0);
  });

  it('creates, edits, moves and deletes an issue', async () => {
    const created = await jira.issues.createIssue({
      fields: {
        project: { key: 'PAY' },
        issuetype: { id: project.issueTypeIds[2] },
        summary: 'Made over HTTP',
        description: doc('Why it is there.'),
        duedate: '2026-12-01',
      },
    });
    const issueIdOrKey = created.key ?? '';
    await jira.issues.editIssue({ issueIdOrKey, fields: { summary: 'Changed over HTTP' } });
    const { transitions } = await jira.issues.getTransitions({ issueIdOrKey });
    const done = transitions?.find(({ to }) => to?.statusCategory?.key === 'done');
    await jira.issues.doTransition({ issueIdOrKey, transition: { id: done?.id ?? '' } });
    const [read] = (await jira.issues.bulkFetchIssues({ issueIdsOrKeys: [issueIdOrKey] })).issues ?? [];
    expect(read?.fields).toMatchObject({ summary: 'Changed over HTTP', duedate: '2026-12-01' });
    expect(read?.fields).toMatchObject({ status: { statusCategory: { key: 'done' } } });
    await jira.issues.deleteIssue({ issueIdOrKey });
    await expect(jira.issues.getIssue({ issueIdOrKey })).rejects.toBeInstanceOf(NotFoundError);
  });

  it('writes a comment with its property in one call, and reads both back', async () => {
    const comment = await jira.issueComments.addComment({
      issueIdOrKey: issue.key,
      body: doc('Noted.'),
      properties: [{ key: 'docket.message', value: { v: 1 } }],
    });
    const commentId = comment.id ?? '';
    const { comments } = await jira.issueComments.getComments({
      issueIdOrKey: issue.key,
      orderBy: '-created',
    });
    expect(comments?.map(({ id }) => id)).toContain(commentId);
    const property = { commentId, propertyKey: 'docket.message' };
    expect((await jira.issueCommentProperties.getCommentProperty(property)).value).toEqual({ v: 1 });
    await jira.issueCommentProperties.setCommentProperty({ ...property, body: { v: 2 } });
    expect((await jira.issueCommentProperties.getCommentProperty(property)).value).toEqual({ v: 2 });
  });

  it('keeps issue properties', async () => {
    const property = { issueIdOrKey: issue.key, propertyKey: 'docket.trial' };
    await jira.issueProperties.setIssueProperty({ ...property, body: { score: 12 } });
    expect(await jira.issueProperties.getIssueProperty(property)).toEqual({
      key: 'docket.trial',
      value: { score: 12 },
    });
    const { keys } = await jira.issueProperties.getIssuePropertyKeys({ issueIdOrKey: issue.key });
    expect(keys?.map(({ key }) => key)).toContain('docket.trial');
    await jira.issueProperties.deleteIssueProperty(property);
    await expect(jira.issueProperties.getIssueProperty(property)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('lists the projects that the viewer may see, and no other', async () => {
    const keysFor = async (...who: Parameters<typeof clientAs>) =>
      ((await clientAs(...who).projects.searchProjects()).values ?? []).map(({ key }) => key);
    expect(await keysFor('fiona')).toContain('HRP');
    expect(await keysFor('marcus')).not.toContain('HRP');
    expect(await jira.projects.getProject({ projectIdOrKey: 'PAY' })).toMatchObject({ id: project.id });
    await expect(jira.projects.getProject({ projectIdOrKey: 'HRP' })).rejects.toBeInstanceOf(NotFoundError);
  });

  it('reads versions with their dates', async () => {
    const all = await jira.projectVersions.getProjectVersions({ projectIdOrKey: 'PAY' });
    const paged = await jira.projectVersions.getProjectVersionsPaginated({ projectIdOrKey: 'PAY' });
    expect(paged.values?.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.every(({ releaseDate }) => /^\d{4}-\d{2}-\d{2}$/.test(releaseDate ?? ''))).toBe(true);
  });

  it('finds people by name and reads them by account id', async () => {
    const found = await jira.userSearch.findUsers({ query: 'Deshpurkar' });
    expect(found.map(({ accountId }) => accountId)).toEqual([accountIdOf('ananya')]);
    expect(await jira.users.getUser({ accountId: accountIdOf('bishal') })).toMatchObject({
      timeZone: 'Asia/Kathmandu',
    });
    const assignable = await jira.userSearch.findAssignableUsers({ project: 'PAY' });
    expect(assignable.every(({ active }) => active)).toBe(true);
  });

  it('says what the viewer may do, in one project and in several', async () => {
    const { permissions } = await jira.permissions.getMyPermissions({
      projectKey: 'PAY',
      permissions: ['ADMINISTER_PROJECTS', 'BROWSE_PROJECTS'],
    });
    expect(permissions?.['ADMINISTER_PROJECTS']).toMatchObject({ havePermission: true });
    const { projectPermissions } = await jira.permissions.getBulkPermissions({
      projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects: [Number(project.id)] }],
    });
    expect(projectPermissions).toMatchObject([{ projects: [Number(project.id)] }]);
  });

  it('links two issues', async () => {
    const other = served.state.issues.where('project', project.id)[1];
    await jira.issueLinks.linkIssues({
      type: { name: 'Relates' },
      inwardIssue: { key: issue.key },
      outwardIssue: { key: other?.key ?? '' },
    });
    const links = served.state.links.where('issue', issue.id);
    const link = await jira.issueLinks.getIssueLink({ linkId: links.at(-1)?.id ?? '' });
    expect(link.type?.name).toBe('Relates');
    await jira.issueLinks.deleteIssueLink({ linkId: link.id ?? '' });
    expect(served.state.links.where('issue', issue.id)).toHaveLength(links.length - 1);
  });

  it('reads the tables that every issue draws from', async () => {
    const { issueLinkTypes } = await jira.issueLinkTypes.getIssueLinkTypes();
    expect(issueLinkTypes?.map(({ name }) => name)).toContain('Blocks');
    expect((await jira.workflowStatuses.getStatuses()).length).toBeGreaterThan(2);
    expect((await jira.projects.getAllStatuses({ projectIdOrKey: 'PAY' })).length).toBeGreaterThan(2);
  });

  it('answers with Jira’s own error body to a field that does not exist', async () => {
    const refused = await jira.issues
      .createIssue({ fields: { project: { key: 'PAY' }, summary: 'No type', nonsense: 1 } })
      .catch((error: unknown) => error);
    expect(isApiError(refused) && refused.status).toBe(400);
  });
});
