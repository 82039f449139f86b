import { z } from 'zod';

// Loose on purpose: only what we read, and `null` where Jira may send it. Field contents are untyped in Jira's document.

export const WireUser = z.object({
  accountId: z.string(),
  displayName: z.string().default(''),
  timeZone: z.string().optional(),
  active: z.boolean().default(true),
});
export type WireUser = z.infer<typeof WireUser>;

export const WireStatus = z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) });

/** An issue with the fields that the follow-up reads. */
export const WireCommitment = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    duedate: z.string().nullish(),
    status: WireStatus,
    assignee: WireUser.nullish(),
    priority: z.object({ name: z.string() }).nullish(),
    labels: z.array(z.string()).nullish(),
    security: z.object({ id: z.string() }).nullish(),
    created: z.string().nullish(),
    updated: z.string().nullish(),
    project: z.object({ id: z.string() }),
  }),
});
export type WireCommitment = z.infer<typeof WireCommitment>;

/** The same with properties of ours on it. */
export const WireCarrying = WireCommitment.extend({
  properties: z.record(z.string(), z.unknown()).default({}),
});

export const WireVersion = z.object({
  id: z.string(),
  name: z.string(),
  released: z.boolean().default(false),
  archived: z.boolean().default(false),
  releaseDate: z.string().optional(),
});

export type WireVersion = z.infer<typeof WireVersion>;

export const WireProject = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  lead: z.object({ accountId: z.string() }).nullish(),
  issueTypes: z
    .array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean().default(false) }))
    .default([]),
  versions: z.array(WireVersion).default([]),
});

export const WireProjectPage = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});

export const searchPage = <T extends z.ZodType>(issue: T) =>
  z.object({ issues: z.array(issue), nextPageToken: z.string().nullish(), isLast: z.boolean().optional() });

export const bulkIssues = <T extends z.ZodType>(issue: T) => z.object({ issues: z.array(issue) });

export const WireComment = z.object({ id: z.string(), created: z.string() });
export const WireComments = z.object({
  comments: z.array(WireComment),
  total: z.number(),
  startAt: z.number(),
});

/** Who holds a permission where. */
export const BulkGrants = z.object({
  projectPermissions: z.array(
    z.object({ projects: z.array(z.number()).nullish(), issues: z.array(z.number()).nullish() }),
  ),
});

/** An issue with one of our properties on it. */
export const WireRecord = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    project: z.object({ id: z.string() }),
    security: z.object({ id: z.string() }).nullish(),
  }),
  properties: z.record(z.string(), z.unknown()).default({}),
});
export type WireRecord = z.infer<typeof WireRecord>;
