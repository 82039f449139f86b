import type { RegisterSettingsShape } from '../../../api/contract';
import { personOption } from '../../../shared/person';
import type { Option } from '../../../shared/search-select';
import { numberOf, toLadder, toLadderInput, type LadderInput } from '../../settings/policy-form';
import { toRows, type Row } from '../../settings/rows';
import type { Names } from '../columns';
import { moneyInput, moneyOf, type MoneyInput } from '../form-values';

export type Axis = 'probability' | 'impact';
type Bands = RegisterSettingsShape['bands'];
type Authorities = RegisterSettingsShape['approval']['authorities'];
export type Method = RegisterSettingsShape['rule']['method'];
export type Step = { readonly label: string } & Row;

export interface BandInput {
  readonly from: string;
  readonly label: string;
  readonly tone: Bands[number]['tone'];
  /** Days between reviews; empty: none. */
  readonly days: string;
}

export interface AuthorityInput {
  readonly name: string;
  readonly role: NonNullable<Authorities[number]['role']> | '';
  readonly upToDays: string;
  readonly upToMoney: MoneyInput;
  readonly people: readonly Option[];
}

/** The settings of a register as the form's controls hold them. */
export interface RegisterInput {
  readonly prefix: string;
  readonly probability: readonly Step[];
  readonly impact: readonly Step[];
  readonly method: Method;
  /** By step; a step that has none yet is proposed one. */
  readonly figures: Readonly<Record<Axis, readonly string[]>>;
  /** `[probability - 1][impact - 1]`, proposed in the same way. */
  readonly cells: readonly (readonly string[])[];
  readonly bands: readonly (BandInput & Row)[];
  readonly appetite: string;
  readonly required: readonly string[];
  /** Empty: left to the app. */
  readonly issueType: string;
  readonly labels: readonly string[];
  readonly ladder: LadderInput;
  readonly rule: 'all' | 'any' | 'quorum';
  readonly quorum: string;
  readonly selfApproval: boolean;
  readonly graceDays: string;
  readonly authorities: readonly (AuthorityInput & Row)[];
}

const written = (value: number | null): string => (value === null ? '' : String(value));
const orNull = (value: string): number | null => (value.trim() === '' ? null : Number(value));

export function toRegisterInput(settings: RegisterSettingsShape, names: Names): RegisterInput {
  const { scales, rule, approval, cadence } = settings;
  const steps = (words: readonly string[]) => toRows(words.map((label) => ({ label })));
  return {
    prefix: settings.prefix,
    probability: steps(scales.probability),
    impact: steps(scales.impact),
    method: rule.method,
    figures:
      rule.method === 'numeric'
        ? { probability: rule.probability.map(String), impact: rule.impact.map(String) }
        : { probability: [], impact: [] },
    cells: rule.method === 'matrix' ? rule.cells.map((row) => row.map(String)) : [],
    bands: toRows(
      settings.bands.map((band) => ({
        from: String(band.from),
        label: band.label,
        tone: band.tone,
        days: written(cadence[band.label] ?? null),
      })),
    ),
    appetite: written(settings.appetite),
    required: settings.required,
    issueType: settings.issueType ?? '',
    labels: settings.labels,
    ladder: toLadderInput(settings.ladder, names),
    rule: typeof approval.rule === 'object' ? 'quorum' : approval.rule,
    quorum: typeof approval.rule === 'object' ? String(approval.rule.quorum) : '2',
    selfApproval: approval.selfApproval,
    graceDays: String(approval.graceDays),
    authorities: toRows(
      approval.authorities.map(({ name, role, upToDays, upToMoney, people }) => ({
        name,
        role: role ?? ('' as const),
        upToDays: written(upToDays),
        upToMoney: moneyInput(upToMoney),
        people: people.map((id) => personOption(id, names)),
      })),
    ),
  };
}

export function toRegisterSettings(input: RegisterInput): RegisterSettingsShape {
  return {
    prefix: input.prefix.trim(),
    scales: { probability: wordsOf(input.probability), impact: wordsOf(input.impact) },
    rule: toRule(input),
    bands: input.bands.map(({ from, label, tone }) => ({ from: numberOf(from), label: label.trim(), tone })),
    appetite: orNull(input.appetite),
    cadence: Object.fromEntries(input.bands.map(({ label, days }) => [label.trim(), orNull(days)])),
    required: [...input.required],
    issueType: input.issueType === '' ? null : input.issueType,
    labels: [...input.labels],
    ladder: toLadder(input.ladder),
    approval: {
      rule: input.rule === 'quorum' ? { quorum: numberOf(input.quorum) } : input.rule,
      selfApproval: input.selfApproval,
      graceDays: numberOf(input.graceDays),
      authorities: input.authorities.map(({ name, role, upToDays, upToMoney, people }) => ({
        name: name.trim(),
        ...(role !== '' && { role }),
        upToDays: orNull(upToDays),
        upToMoney: moneyOf(upToMoney),
        people: people.map(({ value }) => value),
      })),
    },
  };
}

const wordsOf = (steps: readonly Step[]): string[] => steps.map(({ label }) => label.trim());

function toRule(input: RegisterInput): RegisterSettingsShape['rule'] {
  const { method } = input;
  switch (method) {
    case 'product':
      return { method };
    case 'numeric':
      return {
        method,
        probability: figuresOf(input, 'probability').map(numberOf),
        impact: figuresOf(input, 'impact').map(numberOf),
      };
    case 'matrix':
      return { method, cells: cellsOf(input).map((row) => row.map(numberOf)) };
  }
}

/**
 * The figures of a scale. Proposed are evenly spread probabilities and impacts that double, as in the probability and
 * impact matrix of the PMBOK Guide (6th edition, 11.3.2.6): 0.1 to 0.9, and 0.05 to 0.8.
 */
export const figuresOf = (input: RegisterInput, axis: Axis): string[] =>
  input[axis].map(
    (_, at) =>
      input.figures[axis][at] ??
      (axis === 'probability'
        ? String(Number(((2 * at + 1) / (2 * input.probability.length)).toFixed(2)))
        : String(0.05 * 2 ** at)),
  );

/** The scores of the matrix; proposed is the product of the steps. */
export const cellsOf = (input: RegisterInput): string[][] =>
  input.probability.map((_, p) =>
    input.impact.map((__, i) => input.cells[p]?.[i] ?? String((p + 1) * (i + 1))),
  );

/** The score of each cell by what stands in the form, for the preview; the app computes its own. */
export function scoresOf(input: RegisterInput): number[][] {
  if (input.method === 'matrix') return cellsOf(input).map((row) => row.map(numberOf));
  const factors = (axis: Axis) =>
    input.method === 'numeric' ? figuresOf(input, axis).map(numberOf) : input[axis].map((_, at) => at + 1);
  const impacts = factors('impact');
  return factors('probability').map((p) => impacts.map((i) => Number((p * i).toFixed(6))));
}
