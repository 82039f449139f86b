import { z } from 'zod';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whole minor units (cents) and an ISO 4217 code. */
export const Money = z.strictObject({
  minor: z.int('Money is kept in whole minor units.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.')
    .refine((code) => CODES.has(code), 'This is no currency. Use its ISO 4217 code, such as EUR or USD.'),
});
export type Money = z.infer<typeof Money>;

/** Digits after the decimal point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
