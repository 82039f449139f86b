import { z } from 'zod';
import { GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS, hasInProject, hasOnIssue } from '../../access';
import type { User } from '../../entities';
import { PERMISSION_CHECK_MAX_SUBJECTS } from '../../limits';
import { jiraError, listParam } from '../../operation';
import { jiraOperation, noQuery } from '../define';
import { findIssue, findProject } from '../find';
import { type Request, notModelled } from '../wire';

const isProjectPermission = (key: string): boolean => Object.hasOwn(PROJECT_PERMISSIONS, key);
const isGlobalPermission = (key: string): boolean => Object.hasOwn(GLOBAL_PERMISSIONS, key);

interface Place {
  readonly projectKey?: string | undefined;
  readonly projectId?: string | undefined;
  readonly issueKey?: string | undefined;
  readonly issueId?: string | undefined;
}

/**
 * How a project permission is decided at a place; without one, in any project.
 * @throws SiteError 404 where the place is not there, or hidden
 */
function judge(request: Request, place: Place): (key: string) => boolean {
  const { state, caller } = request;
  const issueIdOrKey = place.issueKey ?? place.issueId;
  if (issueIdOrKey !== undefined) {
    const issue = findIssue(request, issueIdOrKey);
    return (key) => hasOnIssue(state, caller.user, issue, key);
  }
  const projectIdOrKey = place.projectKey ?? place.projectId;
  if (projectIdOrKey !== undefined) {
    const project = findProject(request, projectIdOrKey);
    return (key) => hasInProject(caller.user, project, key);
  }
  return (key) => [...state.projects.all()].some((project) => hasInProject(caller.user, project, key));
}

const mine = jiraOperation({
  id: 'getMyPermissions',
  method: 'GET',
  path: '/rest/api/3/mypermissions',
  query: z.strictObject({
    projectKey: z.string().optional(),
    projectId: z.string().optional(),
    issueKey: z.string().optional(),
    issueId: z.string().optional(),
    permissions: listParam.optional(),
    projectUuid: z.string().optional(),
    projectConfigurationUuid: z.string().optional(),
    commentId: z.string().optional(),
  }),
  body: null,
  run(context) {
    const {
      permissions: asked = [],
      projectUuid,
      projectConfigurationUuid,
      commentId,
      ...place
    } = context.query;
    if (projectUuid ?? projectConfigurationUuid ?? commentId) {
      throw notModelled('permissions by projectUuid, projectConfigurationUuid or commentId');
    }
    if (asked.length === 0) throw jiraError(400, 'The permissions query parameter is required.');
    const unknown = asked.find((key) => !isProjectPermission(key) && !isGlobalPermission(key));
    if (unknown !== undefined) throw jiraError(400, `Unrecognized permission: ${unknown}`);
    const has = judge(context, place);
    const permissions = asked.map((key) => {
      const global = isGlobalPermission(key) ? GLOBAL_PERMISSIONS[key] : undefined;
      const { id, name, description } = global ??
        PROJECT_PERMISSIONS[key] ?? { id: '', name: key, description: '' };
      const havePermission = global ? global.holds(context.caller.user) : has(key);
      return [key, { id, key, name, type: global ? 'GLOBAL' : 'PROJECT', description, havePermission }];
    });
    return {
      status: 200,
      identities: permissions.length,
      body: { permissions: Object.fromEntries(permissions) },
    };
  },
});

const ProjectCheck = z.strictObject({
  permissions: z.array(z.string()),
  projects: z.array(z.int()).nullish(),
  issues: z.array(z.int()).nullish(),
});
const CheckBody = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z.array(ProjectCheck).nullish(),
});

/** @throws SiteError 403 where someone else is asked about by a caller who is no site admin, 400 for an unknown account. */
function subject({ state, caller }: Request, accountId: string | undefined): User {
  if (accountId === undefined || accountId === caller.user.accountId) return caller.user;
  if (!caller.user.siteAdmin && caller.user.accountType !== 'app') {
    throw jiraError(403, 'You do not have permission to check the permissions of other users.');
  }
  const user = state.users.get(accountId);
  if (!user) throw jiraError(400, `There is no user with the account ID '${accountId}'.`);
  return user;
}

/** @throws SiteError 400 for permissions that do not exist, or more subjects than are checked at once. */
function requireChecks({ globalPermissions, projectPermissions }: z.infer<typeof CheckBody>): void {
  const unknown =
    globalPermissions?.find((key) => !isGlobalPermission(key)) ??
    projectPermissions
      ?.flatMap(({ permissions }) => permissions)
      .find((key) => key !== '' && !isProjectPermission(key));
  if (unknown !== undefined) throw jiraError(400, `Unrecognized permission: ${unknown}`);
  for (const kind of ['projects', 'issues'] as const) {
    const count = projectPermissions?.reduce((sum, check) => sum + (check[kind]?.length ?? 0), 0) ?? 0;
    if (count > PERMISSION_CHECK_MAX_SUBJECTS) {
      throw jiraError(
        400,
        `At most ${PERMISSION_CHECK_MAX_SUBJECTS} ${kind} can be checked at once; ${count} were given.`,
      );
    }
  }
}

/** One check for each permission: where the user holds it. Ids that lead nowhere are left out. */
function grants({ state }: Request, user: User, check: z.infer<typeof ProjectCheck>) {
  return check.permissions
    .filter((key) => key !== '')
    .map((permission) => ({
      permission,
      issues: (check.issues ?? []).filter((id) => {
        const issue = state.issues.get(String(id));
        return issue !== undefined && hasOnIssue(state, user, issue, permission);
      }),
      projects: (check.projects ?? []).filter((id) => {
        const project = state.projects.get(String(id));
        return project !== undefined && hasInProject(user, project, permission);
      }),
    }));
}

const check = jiraOperation({
  id: 'getBulkPermissions',
  method: 'POST',
  path: '/rest/api/3/permissions/check',
  query: noQuery,
  body: CheckBody,
  run(context) {
    const { accountId, globalPermissions, projectPermissions } = context.body;
    const user = subject(context, accountId);
    requireChecks(context.body);
    const body = {
      globalPermissions: (globalPermissions ?? []).filter((key) => GLOBAL_PERMISSIONS[key]?.holds(user)),
      projectPermissions: (projectPermissions ?? []).flatMap((one) => grants(context, user, one)),
    };
    return { status: 200, identities: body.globalPermissions.length + body.projectPermissions.length, body };
  },
});

export const permissionOperations = [mine, check];
