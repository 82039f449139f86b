import { z } from 'zod';
import type { Marks } from './managed';
import { Snapshot } from './snapshot';

/** Key of the content property on every status page. */
export const STATUS_PROPERTY = 'docket.status';
/** Confluence's limit is 32 KB; kept below it, since its way of counting is not documented. */
export const MAX_PROPERTY_CHARACTERS = 30_000;

const Write = z.object({ print: z.string(), basis: z.string() });
export const MarksShape: z.ZodType<Marks> = z.record(
  z.string(),
  z.object({ heading: z.string(), writes: z.array(Write) }),
);

/** What the page remembers: whose it is, what it says, and what Docket wrote on it. */
export const StatusProperty = Snapshot.extend({
  v: z.literal(1),
  /** Jira project id. A copied page carries a copy of its properties: this and the week tell it from the original. */
  project: z.string(),
  marks: MarksShape,
});
export type StatusProperty = z.infer<typeof StatusProperty>;

/** Anyone who may edit the page may write its properties: what does not parse is no property of ours. */
export function parseProperty(value: unknown): StatusProperty | null {
  return StatusProperty.safeParse(value).data ?? null;
}

/** The snapshot part alone. */
export function snapshotOf(property: StatusProperty): Snapshot {
  return Snapshot.parse(property);
}

/** Builds the property, dropping words before figures where it would not fit. */
export function toProperty(projectId: string, snapshot: Snapshot, marks: Marks): StatusProperty {
  const property: StatusProperty = { v: 1, project: projectId, ...snapshot, marks };
  if (JSON.stringify(property).length <= MAX_PROPERTY_CHARACTERS) return property;
  return { ...property, risks: [], attention: [], decided: [], milestones: [], queries: {} };
}
