import type { FieldView } from '../../api/contract';
import { minorDigits } from '../../shared/format';
import { t } from '../../shared/i18n';
import { pageIdOf } from '../../shared/page-id';
import { personOption } from '../../shared/person';
import type { Option } from '../../shared/search-select';

/** An amount as a person types it. */
export interface MoneyInput {
  readonly amount: string;
  readonly currency: string;
}

/** What a form control holds: text for most kinds, people and issues as their pickers do, money in two parts. */
export type FormValue = string | Option | null | readonly Option[] | MoneyInput;
export type FormValues = Readonly<Record<string, FormValue>>;
/** Field values on the wire; `null` where empty. */
export type WireValues = Readonly<Record<string, unknown>>;

const ISSUE_KEY = /^[A-Z][A-Z0-9_]+-\d+$/;

/** What a new record begins with: the choices that count where nobody has chosen. */
export const initialValues = (fields: readonly FieldView[]): WireValues =>
  Object.fromEntries(fields.map(({ key, initial }) => [key, initial ?? null]));

/** @returns What the controls show for a record. */
export function toFormValues(
  fields: readonly FieldView[],
  values: WireValues,
  names: Readonly<Record<string, string>>,
): FormValues {
  return Object.fromEntries(fields.map((field) => [field.key, toFormValue(field, values[field.key], names)]));
}

function toFormValue(field: FieldView, value: unknown, names: Readonly<Record<string, string>>): FormValue {
  switch (field.kind) {
    case 'person':
      return typeof value === 'string' && value !== '' ? personOption(value, names) : null;
    case 'people':
      return strings(value).map((id) => personOption(id, names));
    case 'issueLinks':
      return strings(value).map((key) => ({ value: key, label: key }));
    case 'money':
      return moneyInput(value);
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** @returns The values to send: every field of the form, `null` where it was left empty. */
export function toWireValues(fields: readonly FieldView[], form: FormValues): WireValues {
  return Object.fromEntries(fields.map((field) => [field.key, toWireValue(field, form[field.key] ?? null)]));
}

function toWireValue(field: FieldView, value: FormValue): unknown {
  if (isEmpty(value)) return null;
  switch (field.kind) {
    case 'person':
      return (value as Option).value;
    case 'people':
    case 'issueLinks':
      return (value as readonly Option[]).map((chosen) => chosen.value);
    case 'money':
      return moneyOf(value as MoneyInput);
    case 'number':
    case 'percentage':
    case 'scale':
      return Number(value);
    case 'pageLink':
      return pageIdOf(value as string);
    default:
      return (value as string).trim();
  }
}

/** @returns The choices that fit what the rest of the form says. */
export const fittingOptions = ({ options = [] }: FieldView, form: FormValues) =>
  options.filter(({ when }) => when === undefined || form[when.field] === when.is);

/**
 * Says what is wrong with a field before it is sent, so that a person need not wait for an answer. The app checks
 * again, and its word counts.
 *
 * @param form All fields: what one may hold can depend on another.
 */
export function fieldProblem(field: FieldView, value: FormValue, form: FormValues): string | undefined {
  if (isEmpty(value))
    return field.required ? t('registers.invalid.required', { label: field.label }) : undefined;
  switch (field.kind) {
    case 'number':
    case 'percentage':
    case 'scale':
      return numberProblem(field, Number(value));
    case 'money': {
      const { amount, currency } = value as MoneyInput;
      if (!/^[A-Za-z]{3}$/.test(currency.trim())) return t('registers.invalid.currency');
      return (
        numberProblem(field, amount.trim() === '' ? Number.NaN : Number(amount)) ??
        decimalsProblem(amount, currency)
      );
    }
    case 'choice':
      return fittingOptions(field, form).some((option) => option.value === value)
        ? undefined
        : t('registers.invalid.unfitting');
    case 'pageLink':
      return pageIdOf(value as string) === null ? t('registers.invalid.page') : undefined;
    default:
      return typeof value === 'string' ? lengthProblem(value, field.maxLength) : undefined;
  }
}

/** Checks the one field that is no part of the record: the issue that it is put on. */
export function issueKeyProblem(key: string): string | undefined {
  return ISSUE_KEY.test(key.trim().toUpperCase())
    ? undefined
    : t('registers.invalid.issueKeys', { bad: key.trim() });
}

/** @returns What is wrong with a text's length, if anything is. */
export function lengthProblem(value: string, maxLength: number | undefined): string | undefined {
  const { length } = value.trim();
  return maxLength !== undefined && length > maxLength
    ? t('registers.invalid.tooLong', { max: maxLength, length })
    : undefined;
}

function numberProblem({ min, max }: FieldView, value: number): string | undefined {
  if (!Number.isFinite(value)) return t('registers.invalid.notANumber');
  const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
  if (!outside) return undefined;
  if (min === undefined) return t('registers.invalid.atMost', { max: max ?? '' });
  return max === undefined
    ? t('registers.invalid.atLeast', { min })
    : t('registers.invalid.between', { min, max });
}

/** Rounding would change what somebody wrote. */
function decimalsProblem(amount: string, currency: string): string | undefined {
  const digits = minorDigits(currency.trim().toUpperCase());
  const written = amount.trim().split('.')[1]?.length ?? 0;
  return written > digits
    ? t('registers.invalid.decimals', { currency: currency.trim().toUpperCase(), digits })
    : undefined;
}

function isEmpty(value: FormValue): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return 'amount' in value && value.amount.trim() === '';
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Whole minor units of what was typed; `null` where no amount was. */
export function moneyOf({ amount, currency }: MoneyInput): { minor: number; currency: string } | null {
  if (amount.trim() === '') return null;
  const code = currency.trim().toUpperCase();
  return { minor: Math.round(Number(amount) * 10 ** minorDigits(code)), currency: code };
}

/** What the controls show for an amount, or for none. */
export function moneyInput(value: unknown): MoneyInput {
  if (typeof value !== 'object' || value === null) return { amount: '', currency: 'EUR' };
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  const code = typeof currency === 'string' ? currency : 'EUR';
  const digits = minorDigits(code);
  return {
    amount: typeof minor === 'number' ? (minor / 10 ** digits).toFixed(digits) : '',
    currency: code,
  };
}
