import { z } from 'zod';
import type { AdfNode } from '../../domain/status';

/** Confluence's answers, loose: only what we read. https://developer.atlassian.com/cloud/confluence/rest/v2/ */
const Links = z.looseObject({ webui: z.string().optional() }).optional();

export const WireSpace = z.looseObject({ id: z.string(), key: z.string(), homepageId: z.string().nullish() });

export const WireSpaces = z.looseObject({
  results: z.array(WireSpace),
  _links: z.looseObject({ base: z.string().optional() }).optional(),
});

export const WirePage = z.looseObject({
  id: z.string(),
  status: z.string(),
  title: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullish(),
  version: z.looseObject({ number: z.number().int() }),
  _links: Links,
});
export type WirePage = z.infer<typeof WirePage>;

export const WirePageWithBody = WirePage.extend({
  body: z.looseObject({ atlas_doc_format: z.looseObject({ value: z.string() }).optional() }).optional(),
});

export const WirePages = z.looseObject({
  results: z.array(WirePage),
  _links: z.looseObject({ next: z.string().optional() }).optional(),
});

export const WireProperty = z.looseObject({
  id: z.string(),
  key: z.string(),
  value: z.unknown(),
  version: z.looseObject({ number: z.number().int() }),
});

export const WireProperties = z.looseObject({ results: z.array(WireProperty) });

/** A node of any kind; what is inside is passed on as it came. */
const Node: z.ZodType<AdfNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(Node).optional(),
    marks: z.array(z.looseObject({ type: z.string() })).optional(),
    text: z.string().optional(),
  }),
);

/** The string that `atlas_doc_format` comes as. An empty page is an empty string. */
export const Adf = z
  .string()
  .transform((text, context): unknown => {
    if (text.trim() === '') return { version: 1, type: 'doc', content: [] };
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'The body is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ version: z.literal(1), type: z.literal('doc'), content: z.array(Node) }));
