import { z } from 'zod';

/**
 * One line of the archive, by its `kind`. Loose: what we do not read may be anything. Dates stay text here, since a
 * date that does not exist costs that field and not the line.
 */
const id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,15}$/, 'an id is a number of at most 15 digits'));
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const name = z.string().min(1);
const maybeName = z
  .string()
  .nullish()
  .transform((value) => (value ? value : null));
const date = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const names = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

const VersionLine = z.object({
  id,
  name,
  archived: z.boolean().default(false),
  released: z.boolean().default(false),
  startDate: date,
  releaseDate: date,
});
export type VersionLine = z.infer<typeof VersionLine>;

export const ProjectLine = z.object({
  kind: z.literal('project'),
  key: name,
  id,
  name: maybeName,
  description: text,
  components: names,
  issueTypes: listOf(z.object({ name, subtask: z.boolean().default(false) })),
  versions: listOf(VersionLine),
});
export type ProjectLine = z.infer<typeof ProjectLine>;

export const UserLine = z.object({
  kind: z.literal('user'),
  accountId: name,
  displayName: text,
  timeZone: text,
  active: z.boolean().default(true),
});
export type UserLine = z.infer<typeof UserLine>;

export const IssueLine = z.object({
  kind: z.literal('issue'),
  key: name,
  id,
  project: name,
  summary: text,
  description: text,
  issuetype: name,
  subtask: z.boolean().default(false),
  parent: maybeName,
  status: name,
  statusCategory: z.enum(['new', 'indeterminate', 'done']),
  priority: maybeName,
  resolution: maybeName,
  created: z.string(),
  resolutiondate: date,
  assignee: maybeName,
  reporter: maybeName,
  labels: names,
  components: names,
  fixVersions: listOf(VersionLine),
  links: listOf(z.object({ type: name, direction: z.enum(['inward', 'outward']), phrase: text, key: name })),
  comments: listOf(
    z.object({ author: maybeName, created: z.string(), length: z.number().int().nonnegative() }),
  ),
});
export type IssueLine = z.infer<typeof IssueLine>;

export const SourceLine = z.object({ kind: z.literal('source') });

export const ArchiveLine = z.discriminatedUnion('kind', [SourceLine, ProjectLine, UserLine, IssueLine], {
  error: 'a line is of kind source, project, user or issue',
});
export type ArchiveLine = z.infer<typeof ArchiveLine>;

/** `YYYY-MM-DD`, and a day that the calendar has. */
export function isDate(value: string): boolean {
  return z.iso.date().safeParse(value).success;
}

/** Epoch milliseconds of an instant as Jira writes it (`2012-05-14T09:48:50.000+0000`); `null` where there is none such. */
export function instantOf(value: string): number | null {
  const iso = value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  if (!z.iso.datetime({ offset: true }).safeParse(iso).success) return null;
  const instant = Date.parse(iso);
  return Number.isFinite(instant) ? instant : null;
}
