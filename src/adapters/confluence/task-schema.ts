import { z } from 'zod';
import { WirePageWithBody } from './schema';

/** Confluence's answers about tasks and comments, loose: only what we read. https://developer.atlassian.com/cloud/confluence/rest/v2/ */
const Links = z.looseObject({ next: z.string().optional(), base: z.string().optional() }).optional();
const Body = z.looseObject({ atlas_doc_format: z.looseObject({ value: z.string() }).optional() }).optional();

const WireTask = z.looseObject({
  id: z.string(),
  spaceId: z.string().nullish(),
  /** Absent on a task in a blog post. */
  pageId: z.string().nullish(),
  status: z.string(),
  body: Body,
  createdBy: z.string().nullish(),
  assignedTo: z.string().nullish(),
  createdAt: z.string(),
  dueAt: z.string().nullish(),
});
export type WireTask = z.infer<typeof WireTask>;

export const WireTasks = z.looseObject({ results: z.array(WireTask), _links: Links });

export const WirePlaces = z.looseObject({ results: z.array(WirePageWithBody), _links: Links });

export const WireFooterComments = z.looseObject({
  results: z.array(
    z.looseObject({ id: z.string(), version: z.looseObject({ createdAt: z.string() }), body: Body }),
  ),
  _links: Links,
});
