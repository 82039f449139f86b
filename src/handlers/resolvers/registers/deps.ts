import type { Deps } from '../../../compose';
import type { Change, ChangeDeps } from '../../../usecases/registers/deps';
import { registerOf } from '../../../usecases/registers/register-of';
import type { Place } from '../../place';

/** The person who is present changes records, with their own rights. */
export const changeDeps = (deps: Deps): ChangeDeps => {
  const { user, app, copies, numbers, ids, projects, obligations, holidays } = deps;
  return {
    records: user.records,
    bookkeeping: app.records,
    copies,
    numbers,
    ids,
    obligations,
    projects,
    holidays,
    standing: {
      async of(projectId) {
        const [project, config] = await Promise.all([
          user.issues.project(projectId),
          projects.get(projectId),
        ]);
        return { lead: project.leadId, sponsor: config?.sponsorId ?? null };
      },
    },
  };
};

export const changeOf = async (deps: Deps, place: Place, kind: string): Promise<Change> => ({
  actor: place.accountId,
  projectId: place.project.id,
  register: await registerOf(deps.registerSettings, place.project.id, kind),
  now: deps.clock.now(),
});

export const mayEdit = ({ user }: Deps, place: Place): Promise<boolean> =>
  user.access.can('EDIT_ISSUES', place.project.id);
