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

const Owner = z.object({
  v: z.literal(1),
  /** Jira project id. A copied page carries a copy of its properties: this and the period tell it from the original. */
  project: z.string(),
  /** Label of the report's period. */
  week: z.string(),
  marks: MarksShape,
});

/** What the page remembers: whose it is, what it says, and what Docket wrote on it. */
export interface StatusProperty {
  readonly project: string;
  readonly week: string;
  readonly marks: Marks;
  /** `null` before there are figures. */
  readonly snapshot: Snapshot | null;
}

/** Anyone who may edit the page may write its properties: what does not parse is no property of ours. */
export function parseProperty(value: unknown): StatusProperty | null {
  const owner = Owner.safeParse(value).data;
  if (!owner) return null;
  const { project, week, marks } = owner;
  return { project, week, marks, snapshot: Snapshot.safeParse(value).data ?? null };
}

/** The property as it is stored; words are dropped before figures where it would not fit. */
export function toProperty({ project, week, marks, snapshot }: StatusProperty): object {
  const reasons = snapshot?.reasons.map(({ said: _, ...reason }) => reason);
  const property = { v: 1, project, week, ...snapshot, ...(reasons && { reasons }), marks };
  if (JSON.stringify(property).length <= MAX_PROPERTY_CHARACTERS) return property;
  return { ...property, risks: [], attention: [], decided: [], milestones: [], queries: {} };
}
