import { NOW, siteWith } from '../../test/support/site';
import { canBrowse, hasInProject, roleIn } from './access';

function world() {
  const test = siteWith((build) => {
    build.user({ accountId: 'outsider' });
    build.user({ accountId: 'gone', active: false });
    build.project({ key: 'OPEN', everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    build.project({ key: 'SHUT', everyone: null, roles: { lead: 'admin' }, appAccess: false });
  });
  const user = (id: string) => test.state.users.get(id)!;
  const project = (key: string) => test.state.projects.where('key', key)[0]!;
  return { ...test, user, project };
}

describe('who may do what in a project', () => {
  const { user, project } = world();

  it.each([
    ['outsider', 'OPEN', 'viewer'],
    ['member', 'OPEN', 'member'],
    ['lead', 'OPEN', 'admin'],
    ['app', 'OPEN', 'member'],
    ['outsider', 'SHUT', null],
    ['admin', 'SHUT', null],
    ['app', 'SHUT', null],
    ['gone', 'OPEN', null],
  ])('gives %s in %s the role %s', (accountId, key, role) => {
    expect(roleIn(user(accountId), project(key))).toBe(role);
  });

  it('takes the higher of what everyone has and what a person has', () => {
    const generous = {
      ...project('OPEN'),
      everyone: 'member' as const,
      roles: { outsider: 'viewer' as const },
    };
    expect(roleIn(user('outsider'), generous)).toBe('member');
  });

  it('lets a site admin administer a private project without letting them browse it', () => {
    expect(hasInProject(user('admin'), project('SHUT'), 'ADMINISTER_PROJECTS')).toBe(true);
    expect(hasInProject(user('admin'), project('SHUT'), 'BROWSE_PROJECTS')).toBe(false);
  });

  it('grants nothing by a permission that does not exist', () => {
    expect(hasInProject(user('lead'), project('OPEN'), 'constructor')).toBe(false);
  });
});

describe('an issue with a security level', () => {
  it('is hidden from all but the members of the level, the app included', () => {
    const { build, state, user, project } = world();
    const level = build.securityLevel({ memberIds: ['lead'] });
    const issue = build.issue({ projectId: project('OPEN').id, securityLevelId: level.id, created: NOW });
    expect(['lead', 'member', 'admin', 'app'].filter((id) => canBrowse(state, user(id), issue))).toEqual([
      'lead',
    ]);
    state.securityLevels.put({ ...level, memberIds: ['lead', 'app'] });
    expect(canBrowse(state, user('app'), issue)).toBe(true);
  });

  it('is hidden from everyone where the level is unknown', () => {
    const { build, state, user, project } = world();
    const issue = build.issue({ projectId: project('OPEN').id, securityLevelId: 'nowhere' });
    expect(canBrowse(state, user('lead'), issue)).toBe(false);
  });
});
