import { hasInProject } from '../site/access';
import type { Project, User } from '../site/entities';
import type { SiteState } from '../site/state';

const projectsOf = (state: SiteState, user: User): Project[] =>
  [...state.projects.all()].filter(({ roles }) => user.accountId in roles);

/** What somebody does here, in words: as their profile says, or by the projects that they have a part in. */
export function roleOf(state: SiteState, user: User): string {
  if (user.jobTitle !== undefined) return user.jobTitle;
  if (user.siteAdmin) return 'Site admin';
  const own = projectsOf(state, user);
  const led = own.filter(({ leadAccountId }) => leadAccountId === user.accountId);
  if (led.length > 0) return `Leads ${led.map(({ key }) => key).join(', ')}`;
  return own.length > 0 ? `Works in ${own.map(({ key }) => key).join(', ')}` : 'Outsider';
}

/** The people of each project, and those of several or none, for a list to choose from. */
export function groupsOf(state: SiteState, users: readonly User[]): { name: string; users: User[] }[] {
  const groups = new Map<string, User[]>([...state.projects.all()].map(({ name }) => [name, []]));
  const others: User[] = [];
  for (const user of users) {
    const [only, ...more] = user.siteAdmin ? [] : projectsOf(state, user);
    const group = only && more.length === 0 ? groups.get(only.name) : undefined;
    (group ?? others).push(user);
  }
  return [...groups, ['Several projects, or none', others] as const]
    .map(([name, members]) => ({ name, users: [...members] }))
    .filter((group) => group.users.length > 0);
}

/** What somebody may do in each project, a sentence each. */
export function rightsOf(state: SiteState, user: User): string[] {
  return [
    ...(user.siteAdmin ? ['Administers Jira.'] : []),
    ...[...state.projects.all()].map((project) => {
      const may = (permission: string): boolean => hasInProject(user, project, permission);
      if (may('ADMINISTER_PROJECTS')) return `Administers ${project.key}.`;
      if (may('EDIT_ISSUES')) return `Works in ${project.key}.`;
      return may('BROWSE_PROJECTS') ? `Reads ${project.key}.` : `Does not see ${project.key}.`;
    }),
  ];
}
