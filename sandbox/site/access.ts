import type { Issue, Project, ProjectRole, User } from './entities';
import type { SiteState } from './state';

/** One permission as Jira names it, and the least role that holds it. */
export interface ProjectPermission {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: ProjectRole;
}

const permission = (id: number, name: string, description: string, role: ProjectRole): ProjectPermission => ({
  id: String(id),
  name,
  description,
  role,
});

/**
 * The site's one permission scheme, after Jira's default scheme:
 * https://support.atlassian.com/jira-cloud-administration/docs/permissions-for-company-managed-projects/
 */
export const PROJECT_PERMISSIONS: Readonly<Record<string, ProjectPermission>> = {
  BROWSE_PROJECTS: permission(10, 'Browse Projects', 'See the project and the issues in it.', 'viewer'),
  CREATE_ISSUES: permission(11, 'Create Issues', 'Create issues.', 'member'),
  EDIT_ISSUES: permission(12, 'Edit Issues', 'Edit issues.', 'member'),
  ASSIGN_ISSUES: permission(13, 'Assign Issues', 'Assign issues to other people.', 'member'),
  RESOLVE_ISSUES: permission(14, 'Resolve Issues', 'Resolve and reopen issues.', 'member'),
  ADD_COMMENTS: permission(15, 'Add Comments', 'Comment on issues.', 'member'),
  DELETE_ISSUES: permission(16, 'Delete Issues', 'Delete issues.', 'admin'),
  ASSIGNABLE_USER: permission(17, 'Assignable User', 'Be assigned issues.', 'member'),
  CLOSE_ISSUES: permission(18, 'Close Issues', 'Close issues.', 'member'),
  LINK_ISSUES: permission(21, 'Link Issues', 'Link issues to each other.', 'member'),
  ADMINISTER_PROJECTS: permission(23, 'Administer Projects', 'Change the settings of the project.', 'admin'),
  SET_ISSUE_SECURITY: permission(26, 'Set Issue Security', 'Set the security level of issues.', 'admin'),
  SCHEDULE_ISSUES: permission(28, 'Schedule Issues', 'Set due dates.', 'member'),
  MODIFY_REPORTER: permission(30, 'Modify Reporter', 'Change the reporter of issues.', 'member'),
  EDIT_ALL_COMMENTS: permission(34, 'Edit All Comments', 'Edit comments of anyone.', 'admin'),
  EDIT_OWN_COMMENTS: permission(35, 'Edit Own Comments', 'Edit comments of one’s own.', 'member'),
  DELETE_ALL_COMMENTS: permission(36, 'Delete All Comments', 'Delete comments of anyone.', 'admin'),
  DELETE_OWN_COMMENTS: permission(37, 'Delete Own Comments', 'Delete comments of one’s own.', 'member'),
  TRANSITION_ISSUES: permission(46, 'Transition Issues', 'Move issues to another status.', 'member'),
};

export interface GlobalPermission {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly holds: (user: User) => boolean;
}

/** https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/ */
export const GLOBAL_PERMISSIONS: Readonly<Record<string, GlobalPermission>> = {
  ADMINISTER: {
    id: '0',
    name: 'Administer Jira',
    description: 'Change the settings of the site.',
    holds: (user) => user.siteAdmin,
  },
  USER_PICKER: {
    id: '27',
    name: 'Browse users and groups',
    description: 'Find users and groups by name.',
    holds: () => true,
  },
};

const RANK: Readonly<Record<ProjectRole, number>> = { viewer: 1, member: 2, admin: 3 };

/**
 * The role that a user has in a project, `null` for none. The app's account has the member role everywhere, until an
 * admin takes it out of a project: `atlassian-addons-project-access` in Jira's terms.
 */
export function roleIn(user: User, project: Project): ProjectRole | null {
  if (!user.active) return null;
  if (user.accountType === 'app') return project.appAccess ? 'member' : null;
  const own = project.roles[user.accountId] ?? null;
  if (own === null || project.everyone === null) return own ?? project.everyone;
  return RANK[own] >= RANK[project.everyone] ? own : project.everyone;
}

/**
 * Whether a user holds a project permission. Site admins administer every project, but browse a private one only by a
 * role of their own, as in Jira.
 */
export function hasInProject(user: User, project: Project, key: string): boolean {
  const wanted = PROJECT_PERMISSIONS[key];
  if (!wanted) return false;
  if (key === 'ADMINISTER_PROJECTS' && user.siteAdmin && user.active) return true;
  const role = roleIn(user, project);
  return role !== null && RANK[role] >= RANK[wanted.role];
}

const isCleared = (state: SiteState, user: User, issue: Issue): boolean =>
  issue.securityLevelId === null ||
  (state.securityLevels.get(issue.securityLevelId)?.memberIds.includes(user.accountId) ?? false);

/** Whether a user holds a project permission on one issue; none where its security level hides the issue from them. */
export function hasOnIssue(state: SiteState, user: User, issue: Issue, key: string): boolean {
  const project = state.projects.get(issue.projectId);
  return project !== undefined && hasInProject(user, project, key) && isCleared(state, user, issue);
}

/** Whether a user may know that the issue exists. */
export const canBrowse = (state: SiteState, user: User, issue: Issue): boolean =>
  hasOnIssue(state, user, issue, 'BROWSE_PROJECTS');
