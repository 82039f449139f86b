import type { SaidPlaces, SpokenPart, SpokenValue } from '../contract/said';
import { type SaidValue, Words } from '../words';

/** An answer of which texts may be `Words` wherever the contract has a text. */
export type Worded<T> = T extends string
  ? string extends T
    ? T | Words
    : T
  : T extends readonly (infer Item)[]
    ? readonly Worded<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Worded<T[Key]> }
      : T;

/** The answer with English in place of all words, and where these stand. */
export function spoken(answer: unknown): { readonly plain: unknown; readonly said: SaidPlaces } {
  const said: SaidPlaces = [];
  const plainOf = (value: unknown, path: (string | number)[]): unknown => {
    if (value instanceof Words) {
      said.push([path, partsOf(value)]);
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

const partsOf = ({ parts }: Words): SpokenPart[] =>
  parts.map((part) => {
    if (typeof part === 'string' || 'term' in part) return part;
    const values = Object.entries(part.values).map(([name, value]) => [name, valueOf(value)] as const);
    return { key: part.key, ...(values.length > 0 && { values: Object.fromEntries(values) }) };
  });

const valueOf = (value: SaidValue): SpokenValue =>
  value instanceof Words ? { words: partsOf(value) } : value;
