import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { DEFAULT_TOLERANCES, Tolerances } from '../../domain/status';
import { DEFAULT_REPORTING, type Reporting } from '../../domain/reports';
import type { ProjectConfig, Projects, Touch } from '../../ports/projects';
import { getEach, setEach } from './batch';
import { translateStorage } from './errors';
import { queryAll } from './query-all';
import { shardedRecord } from './shards';
import { forgetTouches, touchesUnder } from './touches';

const ENTITY = 'project';

const Who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead') }),
  z.object({ kind: z.literal('sponsor') }),
  z.object({ kind: z.literal('person'), accountId: z.string() }),
  z.object({ kind: z.literal('stand-in') }),
]);
const Ladder = z.object({
  leadDays: z.array(z.number()),
  overdue: z.object({ first: z.number(), every: z.number(), last: z.number() }).nullable(),
  escalations: z.array(z.object({ day: z.number(), to: Who })),
});
const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), id: z.string(), key: z.string() }),
  z.object({ kind: z.literal('page'), id: z.string(), title: z.string() }),
]);
/** A policy as it is kept. */
export const StoredPolicy = z.object({
  weekdays: z.array(z.number()),
  ladder: Ladder,
  special: z.array(
    z.object({
      name: z.string(),
      priorities: z.array(z.string()),
      labels: z.array(z.string()),
      ladder: Ladder,
    }),
  ),
  quietStatuses: z.array(z.string()),
  deliveryTime: z.string(),
  backlogAfter: z.number(),
  standIns: z.record(z.string(), z.string()),
  holidayCountry: z.string().nullable(),
});
const Moment = z.object({ weekday: z.number(), time: z.string() });
const StoredReporting: z.ZodType<Reporting> = z.object({
  calendar: z.object({
    cadence: z.enum(['weekly', 'fortnightly', 'monthly']),
    anchor: z.string(),
    ask: Moment,
    cutOff: Moment,
    publish: Moment,
  }),
  workstreams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leadId: z.string(),
      scope: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('jql'), jql: z.string() }),
        z.object({ kind: z.literal('component'), component: z.string() }),
      ]),
    }),
  ),
  reviewers: z.array(z.string()),
  stakeholders: z.array(z.string()),
  audience: z.enum(['project', 'space']),
  includedRestricted: z.array(z.string()),
  tolerances: Tolerances.default(DEFAULT_TOLERANCES),
});
const Config = z.object({
  projectId: z.string(),
  enabled: z.boolean(),
  switchedOnAt: z.string().nullable(),
  savedAt: z.string(),
  sponsorId: z.string().nullable(),
  holidays: z.array(z.string()),
  zone: z.string(),
  policy: StoredPolicy,
  actionQuery: z.string().nullable(),
  tasks: z.object({
    spaceKeys: z.array(z.string()),
    pageIds: z.array(z.string()),
    chaseOn: z.enum(['page', 'issue']),
  }),
  digestTarget: Target.nullable(),
  report: z.object({
    enabled: z.boolean(),
    spaceKey: z.string().nullable(),
    parentPageId: z.string().nullable(),
  }),
  reporting: StoredReporting.default(DEFAULT_REPORTING),
  underway: z.array(z.object({ label: z.string(), cutOff: z.string(), publish: z.string() })).default([]),
});
const Row = z.object({ config: Config });

const Memory = z.object({
  since: z.string().nullable(),
  settings: z.string(),
  sweptUntil: z.string().nullable(),
  lead: z.object({ accountId: z.string().nullable(), readAt: z.string() }).nullable(),
  backlog: z.enum(['none', 'listed', 'by-date']).nullable(),
  tasks: z
    .object({
      settings: z.string(),
      spaceIds: z.array(z.string()),
      treeSpaceIds: z.array(z.string()),
      unseen: z.array(z.string()),
      readAt: z.string(),
      sweptUntil: z.string().nullable(),
    })
    .nullish(),
});

/** What runs remember of all projects: read at once and written at once. */
const memories = shardedRecord('sweep', z.record(z.string(), Memory));

const Backlog = z.record(z.string(), z.string());
const backlogKey = (projectId: string): string => `backlog:${projectId}`;

/** Issues that changed, as project and issue. */
const touches = touchesUnder('touched:');

const inState = async (state: 'enabled' | 'disabled'): Promise<ProjectConfig[]> => {
  const rows = await queryAll<unknown>({ entity: ENTITY, index: 'by-state', partition: [state] });
  return rows.map((row) => Row.parse(row).config);
};

/** Settings and working memory of projects in Forge's storage. */
export const kvsProjects: Projects = {
  async get(projectId) {
    const row = await translateStorage(() => kvs.entity(ENTITY).get(projectId));
    return row === undefined ? null : Row.parse(row).config;
  },
  save: (config) =>
    translateStorage(() =>
      kvs.entity(ENTITY).set(config.projectId, {
        projectId: config.projectId,
        state: config.enabled ? 'enabled' : 'disabled',
        config,
      }),
    ),
  async all() {
    return [...(await inState('enabled')), ...(await inState('disabled'))];
  },
  enabled: () => inState('enabled'),

  memories: memories.read,
  remember: memories.write,

  async backlogs(projectIds) {
    const stored = await getEach(projectIds.map((id) => ({ key: backlogKey(id) })));
    return new Map(
      projectIds.flatMap((id) => {
        const { data } = Backlog.safeParse(stored.get(backlogKey(id)));
        return data ? [[id, data] as const] : [];
      }),
    );
  },
  keepBacklogs: (backlogs) =>
    setEach([...backlogs].map(([projectId, value]) => ({ key: backlogKey(projectId), value }))),

  touch: (projectId, issueId) => touches.touch(`${projectId}:${issueId}`),
  async touched() {
    return (await touches.all()).map(({ id, key }): Touch => {
      const [projectId = '', issueId = ''] = id.split(':');
      return { projectId, issueId, key };
    });
  },
  untouch: forgetTouches,
};
