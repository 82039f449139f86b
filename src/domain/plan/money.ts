import { say, type Text, type Words } from '../../words';

/** True for an ISO 4217 code that is in use. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. @throws RangeError where the code is none */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** The largest amount that is kept: sums of thousands of such lines are still exact. */
export const MAX_AMOUNT = 1e12;

export type ParsedAmount = { readonly minor: number } | { readonly refused: Text };

/** Reads `1234.50` as minor units. Digits are read as text, since 0.1 + 0.2 is not 0.3. */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const match = /^(\d{1,13})(?:\.(\d+))?$/.exec(text);
  if (!match) return { refused: say('plan.problem.amount', { text }) };
  const [, whole = '', decimals = ''] = match;
  const digits = minorDigits(currency);
  if (decimals.length > digits) {
    return { refused: say('plan.problem.decimals', { text, currency, digits }) };
  }
  const minor = Number(`${whole}${decimals.padEnd(digits, '0')}`);
  return amountProblem(minor) === null ? { minor } : { refused: amountProblem(minor) ?? '' };
}

/** What is wrong with an amount in minor units; `null` where nothing is. */
export function amountProblem(minor: number): Words | null {
  if (!Number.isSafeInteger(minor)) return say('input.minor');
  if (minor <= 0) return say('plan.problem.zero');
  if (minor > MAX_AMOUNT) return say('plan.problem.tooLarge');
  return null;
}

/** `123450` EUR as `1234.50 EUR`: plain text for messages and logs of changes. */
export function amountText(minor: number, currency: string): string {
  return `${(minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))} ${currency}`;
}
