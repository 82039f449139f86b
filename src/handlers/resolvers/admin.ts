import type { Deps } from '../../compose';
import { admin as contract, type Call } from '../../contract';
import { type HealthView, SiteDefaultsShape } from '../../contract/admin';
import { ALL_PROJECTS } from '../../domain/schedule/jobs';
import { AppError } from '../../errors';
import { chooseProject, dismissGuide, type Guide, readGuide } from '../../usecases/admin/guide';
import { type Health, readHealth } from '../../usecases/admin/read-health';
import { dismissLetter, type Handling, retryLetters } from '../../usecases/jobs/dead-letters';
import { saveDefaults, siteDefaults } from '../../usecases/site-defaults';
import type { Place } from '../place';
import { say } from '../../words';
import { defineAnswer, type Run } from '../resolver';
import { checkSeen } from '../seen';
import type { Worded } from '../spoken';

/** An answer for people who administer Jira; they get it without a licence as well. */
export const forAdmins = <C extends Call>(call: C, run: Run<C>) =>
  defineAnswer<C>(
    call,
    async (deps, request, place) => {
      if (await deps.user.access.can('ADMINISTER')) return run(deps, request, place);
      throw new AppError('FORBIDDEN', say('problem.onlyJiraAdmins'));
    },
    'always',
  );

const handlingOf = ({ clock }: Deps, { accountId }: Place): Handling => ({
  by: accountId,
  now: clock.now(),
});

/** Projects are told by their keys; `null` stands for all of them. */
function projectNames(projects: Health['projects']): (projectId: string) => string | null {
  const keys = new Map(projects.map(({ id, key }) => [id, key ?? id]));
  return (projectId) => (projectId === ALL_PROJECTS ? null : (keys.get(projectId) ?? projectId));
}

function healthView({ projects, runs, waiting, unread, letters }: Health) {
  const nameOf = projectNames(projects);
  return {
    projects,
    runs: runs.map((run) => ({ ...run, project: nameOf(run.projectId) })),
    waiting: waiting.flatMap(({ job, projectId, deferred, note }) =>
      deferred === null ? [] : [{ job, project: nameOf(projectId), ...deferred, note }],
    ),
    unread: unread.map(({ projectId, ...rest }) => {
      const found = projects.find(({ id }) => id === projectId);
      return { ...rest, project: found?.name ?? projectId, projectKey: found?.key ?? null };
    }),
    letters: letters.map((letter) => ({ ...letter, project: nameOf(letter.projectId) })),
  };
}

function guideView({ projectId, ...guide }: Guide, projects: Health['projects']): HealthView['guide'] {
  const found = projects.find(({ id }) => id === projectId);
  const { key = null, name = null } = found ?? {};
  return {
    ...guide,
    done: [...guide.done],
    project: projectId === null ? null : { id: projectId, key, name },
  };
}

async function health(deps: Deps, place: Place): Promise<Worded<HealthView>> {
  const now = deps.clock.now();
  const [read, saved, confluence] = await Promise.all([
    readHealth({ ...deps, visible: deps.app.projects }, now),
    deps.defaults.read(),
    deps.app.confluence.isThere(),
  ]);
  const guide = await readGuide(deps, { ...read, defaults: saved }, now);
  const hour = now.toISOString().slice(0, 13);
  const { pointsAnHour } = await siteDefaults({ read: () => Promise.resolve(saved) });
  const handlers = read.letters.flatMap(({ handled }) => (handled ? [handled.by] : []));
  return {
    ...healthView(read),
    now: now.toISOString(),
    licensed: place.isLicensed,
    confluence,
    points: {
      hour,
      used: read.hours.find((one) => one.hour === hour)?.points ?? 0,
      budget: pointsAnHour,
      hours: read.hours,
    },
    guide: guideView(guide, read.projects),
    names: handlers.length > 0 ? await deps.user.people.names(handlers) : {},
  };
}

export const admin = [
  forAdmins(contract.read, (deps, _request, place) => health(deps, place)),
  forAdmins(contract.readDefaults, async (deps) =>
    SiteDefaultsShape.parse(await siteDefaults(deps.defaults)),
  ),
  forAdmins(contract.saveDefaults, async (deps, { seen, ...request }) => {
    const { defaults, holidays, user } = deps;
    checkSeen(seen, SiteDefaultsShape.parse(await siteDefaults(defaults)));
    return SiteDefaultsShape.parse(await saveDefaults({ defaults, holidays, issues: user.issues }, request));
  }),
  forAdmins(contract.retry, async (deps, { works }, place) => ({
    handedOver: await retryLetters(deps, works ?? 'all', handlingOf(deps, place)),
  })),
  forAdmins(contract.dismiss, async (deps, request, place) => {
    await dismissLetter(deps, request, handlingOf(deps, place));
    return {};
  }),
  forAdmins(contract.chooseProject, async (deps, { projectId }) => {
    await chooseProject({ guide: deps.guide, visible: deps.app.projects }, projectId);
    return {};
  }),
  forAdmins(contract.showGuide, async (deps, { shown }) => {
    await dismissGuide(deps, !shown, deps.clock.now());
    return {};
  }),
  forAdmins(contract.projects, async ({ user }, { query }) => ({
    projects: [...(await user.projects.find(query))],
  })),
  forAdmins(contract.people, async ({ user }, { query }) => ({
    people: (await user.people.search(query)).map(({ accountId, displayName }) => ({
      accountId,
      name: displayName,
    })),
  })),
];
