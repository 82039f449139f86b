import { z } from 'zod';
import { say, type Words } from '../../words';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whole minor units (cents) and an ISO 4217 code. */
export const Money = z.strictObject(
  {
    minor: z.int('Money is kept in whole minor units.'),
    currency: z
      .string('Use a three-letter currency code.')
      .regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.')
      .refine((code) => CODES.has(code), 'This is no currency. Use its ISO 4217 code, such as EUR or USD.'),
  },
  'Give an amount and its currency, and nothing else.',
);
export type Money = z.infer<typeof Money>;

/** Digits after the decimal point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const AMOUNT = /^([+-]?)(\d{1,13})(?:\.(\d+))?$/;

/**
 * Reads an amount as a person or a file writes it, with a decimal point and no thousands: `-12.5` and `EUR`.
 *
 * @returns the money, or what is wrong with it and what to write
 */
export function moneyFrom(
  amount: string,
  currency: string,
): { readonly ok: true; readonly value: Money } | { readonly ok: false; readonly why: Words } {
  const code = currency.trim().toUpperCase();
  if (!CODES.has(code))
    return { ok: false, why: say('registers.money.noCurrency', { text: currency.trim() }) };
  const [matched, sign, whole = '', decimals = ''] = AMOUNT.exec(amount.trim()) ?? [];
  if (matched === undefined)
    return { ok: false, why: say('registers.money.noAmount', { text: amount.trim() }) };
  const digits = minorDigits(code);
  if (decimals.length > digits)
    return {
      ok: false,
      why: say('registers.money.decimals', {
        code,
        digits,
        text: amount.trim(),
        given: decimals.length,
      }),
    };
  const minor = Number(whole + decimals.padEnd(digits, '0'));
  return { ok: true, value: { minor: sign === '-' && minor !== 0 ? -minor : minor, currency: code } };
}

/** The amount as `moneyFrom` reads it: `-12.50`. */
export function amountOf({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ''}`;
}
