import { z } from 'zod';

/** What a placeholder stands for: as it is, a calendar date, or a phrase of its own. */
const Value: z.ZodType<SpokenValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.object({ date: z.string() }), z.object({ words: Spoken })]),
);
export type SpokenValue =
  string | number | { readonly date: string } | { readonly words: readonly SpokenPart[] };

const Part = z.union([
  z.string(),
  z.object({ term: z.string(), own: z.string() }),
  z.object({ key: z.string(), values: z.record(z.string(), Value).optional() }),
]);
export type SpokenPart =
  | string
  | { readonly term: string; readonly own: string }
  | { readonly key: string; readonly values?: Readonly<Record<string, SpokenValue>> | undefined };

const Spoken = z.array(Part);

/**
 * Where an answer holds words of the app, and their messages below `said` in the message files: the answer itself has
 * them in English, and a screen puts its reader's language in their place.
 */
export const SaidPlaces = z.array(z.tuple([z.array(z.union([z.string(), z.number()])), Spoken]));
export type SaidPlaces = z.infer<typeof SaidPlaces>;
