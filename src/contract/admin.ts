import { z } from 'zod';
import { defineCall } from './call';
import { PolicyShape } from './policy';

/** Nothing to say but that it is done. */
const Done = z.object({});

/** A run in the list; `project` is `null` for one that serves all projects. */
export const RunView = z.object({
  job: z.string(),
  project: z.string().nullable(),
  at: z.string(),
  state: z.string(),
  tookMs: z.number(),
  calls: z.number(),
  /** Calls by Atlassian's operation id. */
  byOperation: z.record(z.string(), z.number()),
  points: z.number(),
  sent: z.number(),
  note: z.string(),
});
export type RunView = z.infer<typeof RunView>;

/** What a site's admin decides for all projects; a project's own saved settings are not changed by it. */
export const SiteDefaultsShape = z.strictObject({
  policy: PolicyShape,
  holidays: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.')).max(500),
  /** A page of work costs up to some 300 points; all customers of the app share 65,000. */
  pointsAnHour: z
    .int('Write a whole number of points.')
    .min(500, 'At least 500 points: less does not get one page of work done.')
    .max(50_000, 'At most 50,000 points.'),
});
export type SiteDefaultsShape = z.infer<typeof SiteDefaultsShape>;

/** Work that waits for a later run. */
const WaitingView = z.object({
  job: z.string(),
  project: z.string().nullable(),
  reason: z.enum(['time', 'points', 'near-limit', 'platform']),
  until: z.string(),
  note: z.string(),
});

/** Something that Docket cannot read. */
const UnreadView = z.object({
  what: z.enum(['no-access', 'project', 'records', 'pages']),
  project: z.string(),
  projectKey: z.string().nullable(),
  detail: z.string(),
  at: z.string().nullable(),
});

/** Work that was given up; `isOpen` where somebody has to do something about it. */
const LetterView = z.object({
  work: z.string(),
  job: z.string(),
  project: z.string().nullable(),
  cause: z.string(),
  at: z.string(),
  state: z.enum(['open', 'retried', 'dismissed']),
  isOpen: z.boolean(),
  handled: z.object({ by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});

/** How far a site is on its way to the first real week. */
const GuideView = z.object({
  dismissed: z.boolean(),
  /** What the admin begins with; without key and name where it is out of sight. */
  project: z.object({ id: z.string(), key: z.string().nullable(), name: z.string().nullable() }).nullable(),
  done: z.array(z.enum(['installed', 'defaults', 'project', 'policy', 'preview', 'on', 'run', 'week'])),
  week: z
    .object({ until: z.string(), sent: z.number(), withdrawn: z.number(), withheld: z.number() })
    .nullable(),
});

const HealthView = z.object({
  now: z.string(),
  /** False where the licence has ended: nothing is sent. */
  licensed: z.boolean(),
  confluence: z.boolean(),
  /** Every project that was ever set up; without key and name where Docket has no access any more. */
  projects: z.array(
    z.object({
      id: z.string(),
      key: z.string().nullable(),
      name: z.string().nullable(),
      enabled: z.boolean(),
      switchedOnAt: z.string().nullable(),
    }),
  ),
  /** Of the last week, newest first. */
  runs: z.array(RunView),
  /** Points used in this UTC hour (`2026-07-21T09`) and allowed in one, and those of a week by hour. */
  points: z.object({
    hour: z.string(),
    used: z.number(),
    budget: z.number(),
    hours: z.array(z.object({ hour: z.string(), points: z.number() })),
  }),
  waiting: z.array(WaitingView),
  unread: z.array(UnreadView),
  letters: z.array(LetterView),
  guide: GuideView,
  /** Display names by account id. */
  names: z.record(z.string(), z.string()),
});
export type HealthView = z.infer<typeof HealthView>;

const AccountId = z
  .string()
  .max(128)
  .regex(/^[A-Za-z0-9:_-]{5,}$/, 'This is no account id.');

/** A row that names the person; `effect` is what an erasure does with it. */
const PersonRow = z.object({
  store: z.string(),
  key: z.string(),
  effect: z.enum(['anonymised', 'removed', 'settings', 'record', 'busy']),
  /** Where in the row the person stands, and what stands there. */
  mentions: z.array(z.object({ path: z.string(), value: z.unknown() })),
});

/** Where a look through the storage goes on. */
const Place = z.strictObject({
  store: z.int().min(0).max(50),
  after: z.string().max(2_000).nullable(),
});

const ErasureView = z.object({
  id: z.string(),
  /** Whose data; `null` once it has come to its end. */
  accountId: z.string().nullable(),
  /** `null` where Atlassian said that the account was closed. */
  by: z.string().nullable(),
  requestedAt: z.string(),
  endedAt: z.string().nullable(),
  state: z.enum(['running', 'done', 'cancelled']),
  /** Parts of the storage that are behind, of how many. */
  behind: z.number(),
  parts: z.number(),
  counts: z.object({ anonymised: z.number(), removed: z.number() }),
  still: z.array(
    z.object({ store: z.string(), key: z.string(), effect: z.enum(['settings', 'record', 'busy']) }),
  ),
});
export type ErasureView = z.infer<typeof ErasureView>;

const Work = z.string().min(1).max(500);
const Found = z.object({
  people: z.array(z.object({ accountId: z.string(), name: z.string() })),
});

/** Calls of the admin page: for people who may administer Jira, with a licence or without. */
export const admin = {
  /** All that the page shows first. */
  read: defineCall('admin.read', z.strictObject({}), HealthView),
  /** What projects start from, and the budget. */
  readDefaults: defineCall('admin.readDefaults', z.strictObject({}), SiteDefaultsShape),
  saveDefaults: defineCall(
    'admin.saveDefaults',
    /** `seen`: what the person looked at when they began, as with `settings.save`. */
    SiteDefaultsShape.extend({ seen: SiteDefaultsShape.nullable().default(null) }),
    SiteDefaultsShape,
  ),
  /** Hands work that was given up to its queue again; without `works` all of it. */
  retry: defineCall(
    'admin.retry',
    z.strictObject({ works: z.array(Work).min(1).max(200).optional() }),
    z.object({ handedOver: z.number() }),
  ),
  dismiss: defineCall(
    'admin.dismiss',
    z.strictObject({ work: Work, reason: z.string().trim().min(1, 'Say why.').max(500) }),
    Done,
  ),
  /** The project that the guide is about. */
  chooseProject: defineCall(
    'admin.chooseProject',
    z.strictObject({ projectId: z.string().regex(/^\d{1,20}$/) }),
    Done,
  ),
  showGuide: defineCall('admin.showGuide', z.strictObject({ shown: z.boolean() }), Done),
  /** Projects whose key or name begins with the text, at most ten. */
  projects: defineCall(
    'admin.projects',
    z.strictObject({ query: z.string().max(200) }),
    z.object({ projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })) }),
  ),
  /** People of the site by name or e-mail, at most ten. */
  people: defineCall('admin.people', z.strictObject({ query: z.string().max(200) }), Found),
  /** A part of what is kept of a person; the next one goes on from `next`. */
  person: defineCall(
    'admin.person',
    z.strictObject({ accountId: AccountId, from: Place.nullable() }),
    z.object({
      rows: z.array(PersonRow),
      next: Place.nullable(),
      behind: z.number(),
      parts: z.number(),
    }),
  ),
  /** Erases what is kept of a person, in the background. `typed` is their name, as a confirmation. */
  erase: defineCall(
    'admin.erase',
    z.strictObject({ accountId: AccountId, typed: z.string().trim().max(300) }),
    ErasureView,
  ),
  /** Erasures under way and past. */
  erasures: defineCall(
    'admin.erasures',
    z.strictObject({}),
    z.object({ erasures: z.array(ErasureView), names: z.record(z.string(), z.string()) }),
  ),
  cancelErasure: defineCall(
    'admin.cancelErasure',
    z.strictObject({ id: z.string().regex(/^erased:[0-9a-z]{1,12}$/) }),
    Done,
  ),
};
