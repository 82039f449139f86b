import { z } from 'zod';

/*
 * The settings of the macros, as their screens save them and Confluence keeps them on the page: texts by name. Whoever
 * edits the page can write anything there, and pages are older than the app: what is missing or strange has a default.
 */

/** Most lines that a macro shows. */
export const MOST_LINES = 50;

const limit = z.coerce.number().int().min(1).max(MOST_LINES).catch(10);
const list = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .catch([]);

/** What every macro has: the project that it speaks of; empty while nobody has chosen one. */
export const MacroProject = z.object({ projectKey: z.string().trim().max(100).catch('') });
export type MacroProject = z.infer<typeof MacroProject>;

export const RegisterMacro = MacroProject.extend({
  kind: z.string().max(30).catch(''),
  view: z.enum(['table', 'heat-map']).catch('table'),
  /** Records that are open, all of them, or the open ones of one band. */
  filter: z.enum(['open', 'all', 'band']).catch('open'),
  /** Label of that band. */
  band: z.string().max(100).catch(''),
  /** By which of its ratings a record is placed in the heat map. */
  rating: z.enum(['inherent', 'residual', 'target']).catch('inherent'),
  /** Keys of columns, in their order; empty for the usual ones. */
  columns: list,
  limit,
});
export type RegisterMacro = z.infer<typeof RegisterMacro>;

export const CommitmentPart = z.enum(['late', 'today', 'next']);

export const CommitmentsMacro = MacroProject.extend({
  whose: z.enum(['all', 'me']).catch('all'),
  /** Which of them, by where they stand; all where none is named. */
  parts: list.transform((names) => {
    const named = CommitmentPart.options.filter((part) => names.includes(part));
    return named.length > 0 ? named : [...CommitmentPart.options];
  }),
  /** Whether a table says who owes how much. */
  owners: z.enum(['yes', 'no']).catch('yes'),
  limit,
});
export type CommitmentsMacro = z.infer<typeof CommitmentsMacro>;
