import { z } from 'zod';
import { defineCall } from './call';
import { Names } from './register-views';

const accountId = z.string().min(1).max(128);
const people = z.array(accountId).max(50, 'At most 50 people.');

const Moment = z.strictObject({
  /** ISO: 1 is Monday. */
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM.'),
});

const Workstream = z.strictObject({
  /** Made by the screen; stays when the name changes. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1, 'Give this workstream a name.').max(100),
  leadId: accountId,
  scope: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('jql'),
      jql: z.string().trim().min(1, 'Write the query.').max(2_000),
    }),
    z.strictObject({
      kind: z.literal('component'),
      component: z.string().trim().min(1, 'Name the component.').max(255),
    }),
  ]),
});

const limit = z.number().min(0).max(1_000_000);
const Band = z.strictObject({ amber: limit, red: limit });
const TolerancesShape = z.strictObject({
  schedule: z.strictObject({ overdueShare: Band, milestoneDaysLate: Band, spi: Band }),
  cost: z.strictObject({ overrun: Band }),
  scope: z.strictObject({ growth: Band }),
  /** `null`: as the bands of the risk register say. */
  risk: z.strictObject({ exposure: Band.nullable() }),
  resources: z.strictObject({ unowned: Band }),
});

/** When the project reports, on what, through whose hands, and to whom. */
export const ReportingShape = z.strictObject({
  calendar: z.strictObject({
    cadence: z.enum(['weekly', 'fortnightly', 'monthly']),
    anchor: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.'),
    ask: Moment,
    cutOff: Moment,
    publish: Moment,
  }),
  workstreams: z.array(Workstream).max(30, 'At most 30 workstreams.'),
  reviewers: people,
  stakeholders: people,
  audience: z.enum(['project', 'space']),
  includedRestricted: z
    .array(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'Write issue keys such as ABC-123.'))
    .max(100, 'At most 100 issues.'),
  /** From where on each dimension is amber and red; shares are of 1. */
  tolerances: TolerancesShape,
});
export type ReportingShape = z.infer<typeof ReportingShape>;

/** One report to come: its period and the instants of its steps. */
const Coming = z.object({
  label: z.string(),
  ask: z.string().nullable(),
  cutOff: z.string(),
  publish: z.string(),
});

const Answer = z.object({
  reporting: ReportingShape,
  zone: z.string(),
  /** The next three reports as these settings make them. */
  coming: z.array(Coming),
  /** Reports that were begun before these settings were saved: they go on by their own times. */
  underway: z.array(z.object({ label: z.string(), cutOff: z.string(), publish: z.string() })),
  names: Names,
});

export const reporting = {
  read: defineCall('reporting.read', z.strictObject({}), Answer),
  save: defineCall(
    'reporting.save',
    /** `seen`: what the person looked at when they began, as with `settings.save`. */
    ReportingShape.extend({ seen: ReportingShape.nullable().default(null) }),
    Answer,
  ),
  /** What settings that are not saved yet would mean. */
  coming: defineCall(
    'reporting.coming',
    z.strictObject({ calendar: ReportingShape.shape.calendar }),
    z.object({ coming: z.array(Coming) }),
  ),
};
