import { z } from 'zod';

const accountId = z.string().min(1).max(128);
const words = z.array(z.string().trim().min(1).max(255)).max(50);
const workingDays = (least: 0 | 1) =>
  z
    .int('Write a whole number of working days.')
    .min(least, least === 0 ? 'At least 0.' : 'At least 1.')
    .max(260, 'At most 260.');

/** Who a level of the escalation chain tells. */
export const WhoShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead') }),
  z.strictObject({ kind: z.literal('sponsor') }),
  z.strictObject({ kind: z.literal('person'), accountId }),
  z.strictObject({ kind: z.literal('stand-in') }),
]);

/** When one kind of item is followed up; all counts in working days. */
export const LadderShape = z.strictObject({
  leadDays: z.array(workingDays(1)).max(10, 'At most 10 reminders before the date.'),
  overdue: z.strictObject({ first: workingDays(1), every: workingDays(1), last: workingDays(1) }).nullable(),
  escalations: z.array(z.strictObject({ day: workingDays(1), to: WhoShape })).max(10, 'At most 10 levels.'),
});

export const PolicyShape = z.strictObject({
  /** ISO weekdays, 1 is Monday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one working day.').max(7),
  ladder: LadderShape,
  special: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, 'Give this ladder a name.').max(100),
        priorities: words,
        labels: words,
        ladder: LadderShape,
      }),
    )
    .max(10, 'At most 10 ladders of their own.'),
  quietStatuses: words,
  deliveryTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM.'),
  backlogAfter: workingDays(0),
  /** Who covers for whom, by account id. */
  standIns: z.record(accountId, accountId),
  /** ISO 3166 country, with region where there is one (`DE-BY`). */
  holidayCountry: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,4}){0,2}$/, 'Use a country code such as DE or GB-SCT.')
    .nullable(),
});
export type PolicyShape = z.infer<typeof PolicyShape>;

/** The policy that a project starts with; a test holds it equal to the domain's. */
export const DEFAULT_POLICY_SHAPE: PolicyShape = {
  weekdays: [1, 2, 3, 4, 5],
  ladder: {
    leadDays: [3, 1],
    overdue: { first: 1, every: 2, last: 15 },
    escalations: [
      { day: 3, to: { kind: 'lead' } },
      { day: 8, to: { kind: 'sponsor' } },
    ],
  },
  special: [],
  quietStatuses: [],
  deliveryTime: '09:00',
  backlogAfter: 5,
  standIns: {},
  holidayCountry: null,
};

/** Where a digest is written: one comment a person and day. */
export const DigestTargetShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue'), key: z.string().trim().max(100) }),
  z.strictObject({ kind: z.literal('page'), id: z.string().regex(/^\d+$/, 'Give the number of the page.') }),
]);

/** Confluence tasks that count as this project's commitments. */
export const TaskSourceShape = z.strictObject({
  spaceKeys: z.array(z.string().trim().min(1).max(255)).max(20),
  pageIds: z.array(z.string().regex(/^\d+$/, 'Give the number of the page.')).max(50),
  chaseOn: z.enum(['page', 'issue']),
});
