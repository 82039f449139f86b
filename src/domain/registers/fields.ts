import type { Axis } from './settings';

interface Common {
  readonly label: string;
  readonly help?: string;
  /** Needed in every project; a project may need more. */
  readonly required?: boolean;
}

/** One of a choice. With `when` it is offered only where another field of the record holds that value. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly when?: { readonly field: string; readonly is: string };
}

/** What a field of a register can be. The kind decides its schema, its input, its cell and its export. */
export type Field = Common &
  (
    | { readonly kind: 'text' | 'longText'; readonly maxLength?: number }
    /** `initial` is what counts where nobody has chosen. */
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly initial?: string }
    /** The first value of a `promise` is kept on the record, whatever follows it. */
    | { readonly kind: 'date'; readonly promise?: true }
    | { readonly kind: 'person' | 'people' | 'pageLink' | 'percentage' | 'money' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly whole?: true }
    /** Whole steps from 1; how many, and their words, are the project's. */
    | { readonly kind: 'scale'; readonly axis: Axis }
    /** `of` is the register whose records are meant; links of an `acyclic` field may not lead back. */
    | { readonly kind: 'issueLinks'; readonly of?: string; readonly acyclic?: true }
  );

export type FieldKind = Field['kind'];

const DEFAULT_LENGTH = { text: 255, longText: 5_000 } as const;

export const maxLengthOf = (field: Extract<Field, { kind: 'text' | 'longText' }>): number =>
  field.maxLength ?? DEFAULT_LENGTH[field.kind];
