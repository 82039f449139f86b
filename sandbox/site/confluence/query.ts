import { z } from 'zod';
import { intParam, listParam } from '../operation';
import { badRequest } from './refusals';

/** https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination */
const LIMIT = { standard: 25, most: 250 };

/** Confluence's ids are 64-bit integers, on the wire as strings. */
const ID = /^\d{1,19}$/;

/** `limit` and `cursor`, as every paged operation takes them. */
export const pagingQuery = {
  cursor: z.string().optional(),
  limit: intParam.pipe(z.number().min(1).max(LIMIT.most)).default(LIMIT.standard),
};

/** A list of ids, at most `most` of them. */
export const idsParam = (most: number) => listParam.pipe(z.array(z.string().regex(ID)).max(most)).optional();

/** A list out of a closed set, such as statuses. */
export const choicesParam = <const T extends string>(choices: readonly T[]) =>
  listParam.pipe(z.array(z.enum(choices))).optional();

/** A flag whose `false` changes nothing; `true` is not modelled and says so. */
export const unmodelledFlag = z.literal('false', { error: 'true is not modelled by the sandbox' }).optional();

/** A parameter that Atlassian documents and the sandbox does not serve. */
export const unmodelledParam = z.undefined({ error: 'is not modelled by the sandbox' }).optional();

/** Body formats that lists and writes take. */
export const bodyFormatParam = z.enum(['storage', 'atlas_doc_format']).optional();
export type BodyFormat = 'storage' | 'atlas_doc_format';

/** @throws SiteError 400 where a path parameter is no id. */
export function idOf(params: Readonly<Record<string, string>>, name = 'id'): string {
  const value = params[name] ?? '';
  if (ID.test(value)) return value;
  throw badRequest(`Provided value {${value}} for '${name}' is not the correct type. Expected type is long`);
}
