import type { SaidPlaces } from '../contract/said';
import { keptOf, Words } from '../words';

export type { Worded } from '../words';

/** The answer with English in place of all words, and where these stand. */
export function spoken(answer: unknown): { readonly plain: unknown; readonly said: SaidPlaces } {
  const said: SaidPlaces = [];
  const plainOf = (value: unknown, path: (string | number)[]): unknown => {
    if (value instanceof Words) {
      said.push([path, [...keptOf(value)]]);
      return String(value);
    }
    if (Array.isArray(value)) return value.map((item, index) => plainOf(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, plainOf(item, [...path, name])]),
    );
  };
  return { plain: plainOf(answer, []), said };
}
