import { z } from 'zod';
import { adfProblems } from '../adf';
import type { AdfDoc } from '../entities';
import { confluenceError } from '../operation';
import type { BodyFormat } from './query';
import { badRequest, unmodelled } from './refusals';
import { toStorage } from './storage';

/** https://jira.atlassian.com/browse/CONFCLOUD-73881 */
const MOST_BYTES = 5 * 1024 * 1024;

const Representation = z.enum(['storage', 'atlas_doc_format', 'wiki']);
const Flat = z.strictObject({ representation: Representation, value: z.string() });
const Nested = z.strictObject({
  storage: Flat.optional(),
  atlas_doc_format: Flat.optional(),
  wiki: Flat.optional(),
});

/** A body to write: flat, or nested under the name of its representation. */
export const BodyWrite = z.union([Flat, Nested]);
export type BodyWrite = z.infer<typeof BodyWrite>;

const Doc = z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

export const EMPTY_DOC: AdfDoc = { type: 'doc', version: 1, content: [] };

/**
 * The document that a request carries.
 * @throws SiteError 413 over 5 MB; 400 for another representation than ADF, for no JSON, and for invalid ADF.
 */
export function readBody(write: BodyWrite): AdfDoc {
  const flat = 'representation' in write ? write : (write.atlas_doc_format ?? write.storage ?? write.wiki);
  if (!flat) throw badRequest('The body must have a representation');
  if (Buffer.byteLength(flat.value, 'utf8') > MOST_BYTES) {
    throw confluenceError(413, 'PAYLOAD_TOO_LARGE', 'The body is larger than 5 MB');
  }
  if (flat.representation !== 'atlas_doc_format') {
    throw unmodelled(`writing a body in the representation "${flat.representation}"; use atlas_doc_format`);
  }
  let content: unknown;
  try {
    content = JSON.parse(flat.value);
  } catch {
    throw badRequest('The value of an atlas_doc_format body must be a string of JSON');
  }
  const problems = adfProblems(content);
  const doc = Doc.safeParse(content);
  if (problems !== '' || !doc.success) throw badRequest('The body is no valid document', problems);
  return { type: 'doc', version: 1, content: doc.data.content };
}

/** The `body` of a response: only the format that was asked for. */
export function bodyWire(doc: AdfDoc, format: BodyFormat | undefined): Record<string, unknown> {
  if (format === undefined) return {};
  const value = format === 'storage' ? toStorage(doc) : JSON.stringify(doc);
  return { [format]: { representation: format, value } };
}
