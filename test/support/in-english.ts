import { expect } from '@jest/globals';
import { Words } from '../../src/words';

/** For unit tests of rules: importing this makes words equal to the English that they say. */
expect.addEqualityTesters([
  (one: unknown, other: unknown) =>
    one instanceof Words !== other instanceof Words ? String(one) === String(other) : undefined,
]);

/** The same with English in place of all words, for parts of texts. */
export const inEnglish = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
