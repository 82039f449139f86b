import { z } from 'zod';
import { type Kept, keptOf, type Text, Words } from '../../words';

/**
 * What a text was said with, beside the English that is kept of it: so it can be read in other languages as well. What
 * another version has left there and does not read is nothing lost.
 */
export const SaidBeside = z.custom<Kept>(Array.isArray).optional().catch(undefined);

/** The parts of a text that is kept; nothing where it is somebody's own words. */
export const saidOf = (text: Text) =>
  text instanceof Words && text.parts.length > 0 ? { said: keptOf(text) } : {};
