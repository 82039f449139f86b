import { plan, registers, registerSettings, settings as projectSettings } from '../../src/contract';
import type { Call } from '../../src/contract';
import type { ModuleContext } from '../../sandbox/forge/types';
import type { Builders } from './site';
import { appWith, type TestApp } from './app';
import { CHANGE, RISK, type Said } from './registers';

/** Who asks. The outsider is logged in and has no role: what Jira answers to an account without a licence as well. */
export const PEOPLE = [
  'anonymous',
  'outsider',
  'viewer',
  'editor',
  'approver',
  'projectAdmin',
  'siteAdmin',
] as const;
export type Who = (typeof PEOPLE)[number];

/**
 * Where: on the page of their own project; on the page of a project in which they have no role; on their own page with
 * the ids of another project that they may see; on an issue whose security level shows it to `CLEARED` alone.
 */
export const GROUNDS = ['own', 'closed', 'foreign', 'restricted'] as const;
export type Ground = (typeof GROUNDS)[number];
export const CLEARED: readonly Who[] = ['approver', 'projectAdmin'];

/** Stands in what nobody may learn who may not see it. */
export const SECRET = 'Hush-hush';

const ROLES = {
  viewer: 'viewer',
  editor: 'member',
  approver: 'member',
  projectAdmin: 'admin',
  siteAdmin: 'viewer',
} as const;
const KEYS = { own: 'OWN', restricted: 'OWN', foreign: 'FOR', closed: 'CLS' } as const;

/** The key of the project of that ground. */
export const projectKey = (ground: Ground): string => KEYS[ground];

function fill(build: Builders): void {
  for (const accountId of ['outsider', 'viewer', 'editor', 'approver', 'projectAdmin', 'elsewhere'])
    build.user({ accountId });
  build.user({ accountId: 'siteAdmin', siteAdmin: true });
  build.project({ key: 'OWN', everyone: null, roles: ROLES, leadAccountId: 'projectAdmin' });
  build.project({ key: 'FOR', everyone: null, roles: ROLES, leadAccountId: 'projectAdmin' });
  const name = `${SECRET} project`;
  build.project({
    key: 'CLS',
    name,
    everyone: null,
    roles: { elsewhere: 'admin' },
    leadAccountId: 'elsewhere',
  });
  build.securityLevel({ memberIds: CLEARED });
  const space = build.space({ key: 'SP' });
  const home = build.page({ spaceId: space.id, title: 'Home' });
  build.state.spaces.patch(space.id, { homepageId: home.id });
}

/** An issue and what stands on it; `record` is what the last call answered. */
export interface Subject {
  readonly issueId: string;
  readonly issueKey: string;
  readonly revision: number;
}

/** The state that a call finds: an issue without a record, one that is late as well, a risk, one tampered with, a change that waits, one withdrawn. */
export type Kind = 'bare' | 'late' | 'risk' | 'tampered' | 'waiting' | 'decided';

export type World = Awaited<ReturnType<typeof world>>;

/** Three projects with registers and a plan each, and people of every standing. */
export async function world() {
  const app = await appWith(fill, { switchedOn: false });
  const level = [...app.state.securityLevels.all()][0];
  if (level)
    app.state.securityLevels.patch(level.id, { memberIds: [...CLEARED, app.state.appAccountId ?? ''] });

  const projectOf = (ground: Ground) => {
    const project = [...app.state.projects.all()].find(({ key }) => key === KEYS[ground]);
    if (!project) throw new Error(`There is no project for ${ground}.`);
    return project;
  };
  /** Whoever may do everything in the project of that ground. */
  const bossOf = (ground: Ground): string => (ground === 'closed' ? 'elsewhere' : 'projectAdmin');
  const screen = (
    page: Ground,
    moduleKey: string,
    accountId: string | null,
    subject?: Subject,
  ): ModuleContext => {
    const { id, key } = projectOf(page);
    const issue = subject ? { issue: { id: subject.issueId, key: subject.issueKey } } : {};
    const config = { projectKey: key, kind: 'risk' };
    return {
      moduleKey,
      accountId,
      extension: { type: `jira:${moduleKey}`, project: { id, key, type: 'software' }, config, ...issue },
    };
  };
  const say = (module: ModuleContext, { name }: Call, payload: unknown): Promise<Said<unknown>> =>
    app.host.invoke(module, name, payload) as Promise<Said<unknown>>;
  /** As the boss of the project, on the page given. @throws where it is refused */
  async function done<T>(
    ground: Ground,
    moduleKey: string,
    call: Call,
    payload: unknown,
    as?: string,
  ): Promise<T> {
    const answer = await say(screen(ground, moduleKey, as ?? bossOf(ground)), call, payload);
    if (!answer.ok) throw new Error(`${call.name}: ${answer.problem.message}`);
    return answer.value as T;
  }

  async function subject(ground: Ground, kind: Kind): Promise<Subject> {
    const issue = app.build.issue({
      projectId: projectOf(ground).id,
      summary: ground === 'own' ? 'A record' : `${SECRET} record`,
      assigneeId: bossOf(ground),
      dueDate: kind === 'late' ? '2026-07-13' : '2026-07-30',
      securityLevelId: ground === 'restricted' ? (level?.id ?? null) : null,
    });
    const bare = { issueId: issue.id, issueKey: issue.key, revision: 1 };
    if (kind === 'bare' || kind === 'late') return bare;
    const register = kind === 'risk' || kind === 'tampered' ? 'risk' : 'change';
    const values = register === 'risk' ? RISK : CHANGE;
    const attach = { kind: register, issueKey: issue.key, values };
    const record = await done<Subject>(ground, 'project-page', registers.attach, attach);
    const to = kind === 'waiting' ? 'underReview' : 'withdrawn';
    if (register === 'change')
      return done(ground, 'project-page', registers.transition, { kind: register, ...seen(record), to });
    if (kind === 'tampered')
      app.state.issues.patch(issue.id, { properties: { 'docket.risk': { v: 2, score: SECRET } } });
    return record;
  }

  for (const ground of ['own', 'foreign', 'closed'] as const) {
    await done(ground, 'project-settings', projectSettings.save, SWITCHED_ON);
    const settings = await done<{ settings: Record<string, unknown> & { approval: object } }>(
      ground,
      'project-settings',
      registerSettings.read,
      { kind: 'change' },
    );
    const authorities = [{ name: 'Board', upToDays: null, upToMoney: null, people: ['approver'] }];
    const approval = { ...settings.settings.approval, authorities };
    await done(ground, 'project-settings', registerSettings.save, {
      kind: 'change',
      settings: { ...settings.settings, approval },
    });
    await done(ground, 'project-page', plan.save, { revision: 0, plan: PLAN, why: 'As agreed' });
    await done(ground, 'project-page', plan.setBaseline, { revision: 1, name: SECRET, why: 'As agreed' });
    await subject(ground, 'risk');
  }
  await subject('restricted', 'risk');
  return { app, screen, say, done, subject, print: () => printOf(app) };
}

export const seen = ({ issueId, revision }: Subject) => ({ issueId, revision });

export const PLAN = {
  currency: 'EUR',
  start: '2026-07-01',
  finish: '2026-08-31',
  phases: [
    { id: 'P1', name: 'Build', start: '2026-07-01', finish: '2026-08-31', weight: null, versionId: null },
  ],
  budget: [{ month: '2026-07', category: 'Work', amount: 230_000 }],
  commitments: [],
  costs: [],
  forecast: [],
  eacVariant: 'trend',
  progress: { by: 'issues' },
  actualCost: { source: 'entries' },
  audience: 'everyone',
};

const SWITCHED_ON = {
  enabled: true,
  sponsorId: null,
  holidays: [],
  zone: 'UTC',
  report: { enabled: true, spaceKey: 'SP', parentPageId: null },
};

/** A file of one row that makes a risk. */
export const FILE = {
  kind: 'risk',
  decimalComma: false,
  people: [],
  rows: [
    {
      line: 2,
      source: 'a'.repeat(64),
      cells: { summary: 'From a file', cause: 'A', event: 'B', impact: 'C', probability: '4', severity: '5' },
    },
  ],
};

/** All that the site and Docket's storage hold. A number that a refused record gave back stays there as free. */
const printOf = ({ state, host }: TestApp): string =>
  JSON.stringify([
    Object.values(state).map((table: unknown) =>
      typeof table === 'object' && table !== null && 'all' in table
        ? [...(table as { all(): Iterable<unknown> }).all()]
        : null,
    ),
    host
      .stored()
      .filter(({ entityName }) => entityName !== 'number')
      .map(({ key, entityName, value }) => [key, entityName, value]),
  ]);
