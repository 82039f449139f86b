import { z } from 'zod';
import { say } from '../../words';
import type { Rating, RatingKey, Register, Values } from './define';
import type { Field } from './fields';
import { refusing } from './refusal';
import { type Band, bandOf, cellScore } from './score';
import type { Axis, RegisterSettings } from './settings';
import { StoredShape, type StoredRecord, upgraded } from './stored';
import { fieldOf, optionsOf } from './terms';
import { MOST_STEPS, valueSchema } from './values';

/** The score of each rating that the register has and the values fill in. */
export type Scores = Readonly<Record<RatingKey, number | null>>;

/** A register as one project has set it up. */
export interface ConfiguredRegister extends Register {
  readonly settings: RegisterSettings;
  /** Reads a form: unknown fields are refused, empty ones dropped. */
  readonly values: z.ZodType<Values>;
  /** Reads a property that anybody may have written; scores follow from its values. */
  readonly stored: z.ZodType<StoredRecord>;
  /** Whether a record must have this field in this project. */
  readonly isRequired: (field: string) => boolean;
  /** The words of a scale, lowest first. */
  readonly levels: (axis: Axis) => readonly string[];
  readonly scores: (values: Values) => Scores;
  readonly bandOf: (score: number) => Band | null;
}

/** Puts a register to work with a project's settings, which `checkSettings` has accepted. */
export function configure(register: Register, settings: RegisterSettings): ConfiguredRegister {
  const stepsOf = (field: Field): number =>
    field.kind === 'scale' ? settings.scales[field.axis].length : MOST_STEPS;
  const fields = Object.entries(register.fields);
  const required = new Set(settings.required);
  const isRequired = (key: string): boolean => (register.fields[key]?.required ?? false) || required.has(key);
  const scores = (values: Values): Scores => scoresOf(register, settings, values);
  const form = lazily(() =>
    z
      .preprocess(
        (given) => withInitial(register, withoutEmpty(given)),
        z.strictObject(fieldsWith(register, stepsOf)),
      )
      .superRefine((given, context) => {
        for (const [key] of fields) {
          if (isRequired(key) && given[key] === undefined)
            context.addIssue({
              ...refusing(say('registers.value.needed', { field: fieldOf(register, key) })),
              path: [key],
            });
          refuseUnfitting(register, key, given, context);
        }
      }),
  );
  const stored = lazily(() =>
    storedOf(register).transform((record) => ({ ...record, ...scoring(register, settings, record.values) })),
  );
  return {
    ...register,
    settings,
    isRequired,
    levels: (axis) => settings.scales[axis],
    scores,
    bandOf: (score) => bandOf(settings.bands, score),
    get values() {
      return form();
    },
    get stored() {
      return stored();
    },
  };
}

function fieldsWith(register: Register, most: (field: Field) => number) {
  return Object.fromEntries(
    Object.entries(register.fields).map(([key, field]) => [
      key,
      valueSchema(register, key, field, most(field)).optional(),
    ]),
  );
}

/** Of each register, as long as somebody holds it: what may be stored is the same in every project. */
const storedShapes = new WeakMap<Register, ReturnType<typeof makeStored>>();

function storedOf(register: Register) {
  const shape = storedShapes.get(register) ?? makeStored(register);
  storedShapes.set(register, shape);
  return shape;
}

function makeStored(register: Register) {
  const state = z.enum(Object.keys(register.lifecycle));
  const values = z.preprocess(
    (given) => withInitial(register, given),
    z.object(fieldsWith(register, () => MOST_STEPS)),
  );
  return z.preprocess(upgraded, StoredShape.extend({ state, values }));
}

/** Schemas of many fields take long to make, and most of who configures a register reads no record. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What a record carries beside its values so that JQL finds it. */
export function scoring(register: Register, settings: RegisterSettings, values: Values) {
  const { inherent, residual, target } = scoresOf(register, settings, values);
  return {
    score: inherent,
    residualScore: residual,
    targetScore: target,
    band: inherent === null ? null : (bandOf(settings.bands, inherent)?.label ?? null),
  };
}

function scoresOf(register: Register, settings: RegisterSettings, values: Values): Scores {
  const ratings = register.score?.ratings ?? [];
  const of = (key: RatingKey): number | null => {
    const rating = ratings.find((candidate) => candidate.key === key);
    return rating ? ratingScore(rating, settings, values) : null;
  };
  return { inherent: of('inherent'), residual: of('residual'), target: of('target') };
}

/** Objectives are rated one by one, and the worst hit says how bad it is (PMBOK Guide, risk data quality and matrix). */
function ratingScore({ probability, impact }: Rating, { scales, rule }: RegisterSettings, values: Values) {
  const p = values[probability];
  const impacts = impact.map((key) => values[key]).filter((step) => typeof step === 'number');
  if (typeof p !== 'number' || impacts.length === 0) return null;
  const i = Math.max(...impacts);
  return p > scales.probability.length || i > scales.impact.length ? null : cellScore(rule, p, i);
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

/** Fills in the choices that count where nobody has chosen. */
function withInitial(register: Register, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const initial = Object.entries(register.fields).flatMap(([key, field]) =>
    field.kind === 'choice' && field.initial !== undefined ? [[key, field.initial]] : [],
  );
  return { ...Object.fromEntries(initial), ...given };
}

function refuseUnfitting(register: Register, key: string, given: Values, context: z.RefinementCtx): void {
  const field = register.fields[key];
  if (field?.kind !== 'choice' || given[key] === undefined) return;
  const fits = field.options.filter(({ when }) => !when || given[when.field] === when.is);
  if (fits.some(({ value }) => value === given[key])) return;
  const offered = optionsOf(register, key, fits);
  context.addIssue({ ...refusing(say('registers.value.unfitting', { offered })), path: [key] });
}
