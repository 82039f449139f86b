import { z } from 'zod';
import { type Field, valueSchema } from './fields';

export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'danger';

export interface State {
  readonly label: string;
  readonly tone: Tone;
  /** States that a record may go to from here; none makes it final. */
  readonly next: readonly string[];
  /** Fields that must be filled in before a record may enter this state. */
  readonly needs?: readonly string[];
}

export interface Band {
  /** Lowest score in the band. */
  readonly from: number;
  readonly label: string;
  readonly tone: Exclude<Tone, 'progress'>;
}

/** Field values by key; a field without a value is absent. */
export type Values = Readonly<Record<string, unknown>>;

/** What one file says about a register. Schema, form, table, search and transitions follow from it. */
export interface RegisterDefinition {
  /** The property is `docket.<kind>`. */
  readonly kind: string;
  readonly title: string;
  readonly singular: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The first state is where a record starts. */
  readonly lifecycle: Readonly<Record<string, State>>;
  readonly score?: {
    readonly of: (values: Values) => number | null;
    readonly residual?: (values: Values) => number | null;
    /** Highest first. */
    readonly bands: readonly Band[];
  };
  /** Keys of the date field that asks for a look, and when it applies. */
  readonly review?: { readonly field: string };
  /** What JQL can search by: the property's path, its type, and the alias that people type. */
  readonly index: readonly {
    readonly path: string;
    readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
    readonly alias: string;
  }[];
  /** Columns of the table: field keys, or `key`, `summary`, `state`, `score`. */
  readonly columns: readonly string[];
}

/** The property as it is stored on the issue. */
export interface StoredRecord {
  readonly v: 1;
  readonly revision: number;
  readonly state: string;
  readonly score: number | null;
  readonly residualScore: number | null;
  readonly values: Values;
  readonly updatedAt: string;
}

export interface Register extends RegisterDefinition {
  readonly propertyKey: string;
  readonly initialState: string;
  /** Reads a property that anybody may have written. */
  readonly stored: z.ZodType<StoredRecord>;
  /** Reads a form: unknown fields are refused, empty ones dropped. */
  readonly values: z.ZodType<Values>;
}

/** Completes a definition. @throws Error where it contradicts itself: a programming fault, found when it is loaded. */
export function defineRegister(definition: RegisterDefinition): Register {
  const states = Object.keys(definition.lifecycle);
  const [initialState] = states;
  if (initialState === undefined) throw new Error(`The register ${definition.kind} has no states.`);
  for (const [name, { next, needs = [] }] of Object.entries(definition.lifecycle)) {
    const unknown = [
      ...next.filter((to) => !states.includes(to)),
      ...needs.filter((field) => !definition.fields[field]),
    ];
    if (unknown.length > 0)
      throw new Error(
        `The state ${name} of ${definition.kind} names ${unknown.join(', ')}, which it does not have.`,
      );
  }
  const shape = Object.fromEntries(
    Object.entries(definition.fields).map(([key, field]) => [key, valueSchema(field).optional()]),
  );
  const values = z
    .preprocess(withoutEmpty, z.strictObject(shape))
    .superRefine((given, context) => requireFields(definition, given as Values, context));
  return {
    ...definition,
    propertyKey: `docket.${definition.kind}`,
    initialState,
    values: values as z.ZodType<Values>,
    stored: storedSchema(shape, states),
  };
}

/** Index paths lie beside `values`: JQL searches top-level paths, and the index keeps their types. */
function storedSchema(shape: Record<string, z.ZodType>, states: readonly string[]): z.ZodType<StoredRecord> {
  return z.object({
    v: z.literal(1),
    revision: z.int().min(1),
    state: z.enum(states as [string, ...string[]]),
    score: z.number().nullable(),
    residualScore: z.number().nullable().default(null),
    values: z.object(shape),
    updatedAt: z.iso.datetime(),
  }) as unknown as z.ZodType<StoredRecord>;
}

/** Forms send `''` and `null` for what was left empty. */
function withoutEmpty(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        !(typeof value === 'string' && value.trim() === '') &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function requireFields(definition: RegisterDefinition, given: Values, context: z.RefinementCtx): void {
  for (const [key, field] of Object.entries(definition.fields)) {
    if (field.required && given[key] === undefined)
      context.addIssue({ code: 'custom', path: [key], message: `${field.label} is needed.` });
  }
}
