import { z } from 'zod';
import { badRequest } from './errors';

/** The wire of the storage API, as `@forge/kvs` 1.6.5 speaks it (out/interfaces/kvs-api.d.ts). */
const Key = z.string();
const Metadata = z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
export type MetadataField = z.output<typeof Metadata>;

const Ttl = z.strictObject({
  value: z.number().int().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
export type Ttl = z.output<typeof Ttl>;

const ReadOptions = z.strictObject({ metadataFields: z.array(Metadata).optional() }).optional();
const WriteOptions = z.strictObject({ ttl: Ttl.optional() }).optional();
const SetOptions = z
  .strictObject({
    ttl: Ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: z.array(Metadata).optional(),
  })
  .refine(({ keyPolicy, returnValue }) => !returnValue || keyPolicy === 'OVERRIDE', {
    message: 'returnValue needs keyPolicy OVERRIDE',
  })
  .optional();

export const GetBody = z.strictObject({ key: Key, entityName: z.string().optional(), options: ReadOptions });
export const SetBody = z.strictObject({
  key: Key,
  entityName: z.string().optional(),
  value: z.unknown(),
  options: SetOptions,
});
export const DeleteBody = z.strictObject({ key: Key, entityName: z.string().optional() });

export const BatchGetBody = z.array(GetBody);
export const BatchSetBody = z.array(
  z.strictObject({
    key: Key,
    entityName: z.string().optional(),
    value: z.unknown(),
    options: WriteOptions,
  }),
);
export const BatchDeleteBody = z.array(DeleteBody);

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.output<typeof Scalar>;

const one = <C extends string>(condition: C) =>
  z.strictObject({ condition: z.literal(condition), values: z.tuple([Scalar]) });
const two = <C extends string>(condition: C) =>
  z.strictObject({ condition: z.literal(condition), values: z.tuple([Scalar, Scalar]) });

const rangeConditions = [
  one('BEGINS_WITH'),
  two('BETWEEN'),
  one('EQUAL_TO'),
  one('GREATER_THAN'),
  one('GREATER_THAN_EQUAL_TO'),
  one('LESS_THAN'),
  one('LESS_THAN_EQUAL_TO'),
] as const;
const Range = z.discriminatedUnion('condition', rangeConditions);
const Filter = z.looseObject({ property: z.string().min(1) }).transform(({ property, ...rest }, context) => {
  const condition = FilterCondition.safeParse(rest);
  if (condition.success) return { property, ...condition.data };
  context.addIssue({ code: 'custom', message: z.prettifyError(condition.error) });
  return z.NEVER;
});
const FilterCondition = z.discriminatedUnion('condition', [
  ...rangeConditions,
  one('CONTAINS'),
  one('NOT_CONTAINS'),
  one('NOT_EQUAL_TO'),
  one('EXISTS'),
  one('NOT_EXISTS'),
]);
/** A test of one value, without the property that holds it. */
export type Condition = z.output<typeof FilterCondition>;
export type FilterItem = { readonly property: string } & Condition;

const Filters = z.strictObject({ and: z.array(Filter).optional(), or: z.array(Filter).optional() });
export type Filters = z.output<typeof Filters>;

export const QueryBody = z.strictObject({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.strictObject({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .optional(),
  options: ReadOptions,
});

export const EntityQueryBody = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(Scalar).optional(),
  range: Range.optional(),
  filters: Filters.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  cursor: z.string().optional(),
  limit: z.number().optional(),
  options: ReadOptions,
});
export type EntityQuery = z.output<typeof EntityQueryBody>;

export const TransactionBody = z.strictObject({
  set: z
    .array(
      z.strictObject({
        key: Key,
        value: z.unknown(),
        entityName: z.string().optional(),
        conditions: Filters.optional(),
        options: WriteOptions,
      }),
    )
    .default([]),
  delete: z
    .array(
      z.strictObject({
        key: Key,
        entityName: z.string().optional(),
        conditions: Filters.optional(),
      }),
    )
    .default([]),
  check: z
    .array(z.strictObject({ key: Key, entityName: z.string().optional(), conditions: Filters }))
    .default([]),
});
export type Transaction = z.output<typeof TransactionBody>;

/** @throws KvsError 400 that says what does not fit. */
export function parseBody<T>(schema: z.ZodType<T>, text: string): T {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The request body is not JSON');
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw badRequest(`The request body is invalid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
