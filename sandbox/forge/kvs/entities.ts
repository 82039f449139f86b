import { z } from 'zod';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

/** An index: rows of one partition, in the order of `range`. */
export interface IndexDefinition {
  readonly name: string;
  readonly partition: readonly string[];
  /** The attribute that rows are ordered and selected by. */
  readonly range: string;
}

/** A custom entity, as the manifest declares it. */
export interface EntityDefinition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: ReadonlyMap<string, IndexDefinition>;
}

/** The index that every entity has, over its keys. */
export const BY_KEY = 'by-key';

/** https://developer.atlassian.com/platform/forge/runtime-reference/custom-entities/ */
export const EntitySchema = z
  .object({
    name: z.string().regex(/^[a-z0-9:\-_.]{3,60}$/),
    attributes: z
      .record(z.string(), z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) }))
      .refine((attributes) => Object.keys(attributes).length <= 50, 'at most 50 attributes'),
    indexes: z
      .array(
        z.union([
          z.string(),
          z.object({
            name: z.string().min(1),
            partition: z.array(z.string()).optional(),
            range: z.array(z.string()).length(1),
          }),
        ]),
      )
      .max(7)
      .default([]),
  })
  .superRefine((entity, context) => {
    for (const index of entity.indexes) {
      const { name, partition, range } = indexOf(index);
      if (name === BY_KEY) context.addIssue(`the index name ${BY_KEY} is reserved`);
      for (const attribute of [...partition, range]) {
        const type = entity.attributes[attribute]?.type;
        if (type === undefined || type === 'any')
          context.addIssue(`the index ${name} needs a typed attribute ${attribute}`);
      }
    }
  });

function indexOf(
  index: string | { name: string; partition?: string[] | undefined; range: string[] },
): IndexDefinition {
  if (typeof index === 'string') return { name: index, partition: [], range: index };
  return { name: index.name, partition: index.partition ?? [], range: index.range[0] ?? '' };
}

export function entityOf(entity: z.output<typeof EntitySchema>): EntityDefinition {
  return {
    name: entity.name,
    attributes: new Map(Object.entries(entity.attributes).map(([name, { type }]) => [name, type])),
    indexes: new Map(entity.indexes.map(indexOf).map((index) => [index.name, index])),
  };
}
