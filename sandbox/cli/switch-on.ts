import { settings } from '../../src/contract';
import type { Sandbox } from '../index';
import { REPORTS_TITLE } from '../seed/space';
import type { Project } from '../site/entities';
import type { SiteState } from '../site/state';
import { callApp } from './app-call';
import { UsageError } from './args';

/** The projects with these keys, or all of them. @throws UsageError for a key that the site does not have. */
export function projectsOf(state: SiteState, keys: readonly string[]): Project[] {
  const all = [...state.projects.all()];
  const unknown = keys.filter((key) => !all.some((project) => project.key === key));
  if (unknown.length > 0) {
    const known = all.map((project) => project.key).join(', ');
    throw new UsageError(`There is no project ${unknown.join(', ')} on this site; it has ${known}.`);
  }
  return keys.length === 0 ? all : all.filter((project) => keys.includes(project.key));
}

/** Somebody who may administer the project and can still log in. */
export function adminOf(state: SiteState, project: Project): string {
  const admins = [project.leadAccountId, ...Object.keys(project.roles)].filter(
    (accountId): accountId is string => accountId !== null && project.roles[accountId] === 'admin',
  );
  const active = admins.find((accountId) => state.users.get(accountId)?.active);
  if (active === undefined)
    throw new Error(`Project ${project.key} has no active admin to switch Docket on.`);
  return active;
}

/** Where the project's status pages go: under the page for them, in the space that is named as the project is. */
function reportOf(state: SiteState, project: Project) {
  const [space] = state.spaces.where('key', project.key.replace(/[^A-Za-z0-9]/g, ''));
  if (!space || !state.confluenceInstalled) return { enabled: false, spaceKey: null, parentPageId: null };
  const parent = state.pages.where('space', space.id).find((page) => page.title === REPORTS_TITLE);
  return { enabled: true, spaceKey: space.key, parentPageId: parent?.id ?? null };
}

/**
 * Switches Docket on for a project as its admin would on the settings page, through the app's own resolver.
 * @throws AppRefusal where the app says no.
 */
export async function switchOn(
  { host, state }: Pick<Sandbox, 'host' | 'state'>,
  project: Project,
  sponsorId: string | null,
): Promise<void> {
  const place = {
    moduleKey: 'project-settings',
    accountId: adminOf(state, project),
    extension: {
      type: 'jira:projectSettingsPage',
      project: { id: project.id, key: project.key, type: project.projectTypeKey },
    },
  };
  await callApp(host, place, settings.save, {
    enabled: true,
    sponsorId,
    holidays: [],
    zone: 'UTC',
    report: reportOf(state, project),
  });
}
