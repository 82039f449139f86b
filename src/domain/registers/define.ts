import { checkDefinition } from './check-definition';
import type { Field } from './fields';
import type { RegisterSettings } from './settings';

export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'danger';

export interface State {
  readonly label: string;
  readonly tone: Tone;
  /** States that a record may go to from here. */
  readonly next: readonly string[];
  /** Fields that must be filled in before a record may enter this state. */
  readonly needs?: readonly string[];
  /** Counts as closed in figures. */
  readonly final?: true;
  /** What is decided stays: later edits are corrections that show what they correct. */
  readonly locks?: true;
}

/** Field values by key; a field without a value is absent. */
export type Values = Readonly<Record<string, unknown>>;

export type RatingKey = 'inherent' | 'residual' | 'target';

/** Fields that make one score. Of several impacts the highest counts. */
export interface Rating {
  readonly key: RatingKey;
  readonly label: string;
  readonly probability: string;
  readonly impact: readonly string[];
}

/** What a date of a record asks of whom, while the record is in one of these states. */
export interface DueRule {
  readonly key: string;
  readonly label: string;
  /** A date field; `approvalDue` is when a waiting approval is due. */
  readonly date: string;
  /** A person field, or those who are asked to approve. */
  readonly who: string;
  /** The person field that is asked where that one is empty. */
  readonly otherwise?: string;
  readonly states: readonly string[];
  /** Passing the date is escalated at once. */
  readonly lapses?: true;
}

/** How records of this register are decided by vote. */
export interface ApprovalDefinition {
  /** Votes are cast in this state, and lead to one of the other two. */
  readonly waits: string;
  readonly approved: string;
  readonly rejected: string;
  /** Fields that say who asks, and how many days and how much money it takes. */
  readonly requester: string;
  readonly days: string;
  readonly money: string;
}

/** What comes of a record whose event took place. */
export interface Happened {
  /** The state that says so. */
  readonly state: string;
  /** The register that then gets a record. */
  readonly creates: string;
  /** The field of the new record that links back. */
  readonly link: string;
  /** Fields of the new record, by the fields of this one that they are filled from. */
  readonly carries: Readonly<Record<string, string>>;
}

export interface IndexEntry {
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly alias: string;
}

/** What one file says about a register. Schema, form, table, search and transitions follow from it. */
export interface RegisterDefinition {
  /** The property is `docket.<kind>`. */
  readonly kind: string;
  readonly title: string;
  readonly singular: string;
  /** The form, part by part; together they hold every field once. */
  readonly groups: readonly { readonly title: string; readonly fields: readonly string[] }[];
  readonly fields: Readonly<Record<string, Field>>;
  /** The first state is where a record starts. */
  readonly lifecycle: Readonly<Record<string, State>>;
  readonly score?: {
    /** What this register calls its two scales. */
    readonly axes: { readonly probability: string; readonly impact: string };
    readonly ratings: readonly Rating[];
  };
  /** The date of the next look; how often is the project's to say, by band. */
  readonly review?: { readonly field: string };
  readonly due?: readonly DueRule[];
  readonly approvals?: ApprovalDefinition;
  readonly happened?: Happened;
  /** What JQL can search by: the property's path, its type, and the alias that people type. */
  readonly index: readonly IndexEntry[];
  /** Columns of the table: field keys and `BUILT_IN_COLUMNS`. */
  readonly columns: readonly string[];
  /** What a project begins with. */
  readonly defaults: RegisterSettings;
}

export interface Register extends RegisterDefinition {
  readonly propertyKey: string;
  readonly initialState: string;
}

/** Completes a definition. @throws Error where it contradicts itself: a programming fault, found when it is loaded. */
export function defineRegister(definition: RegisterDefinition): Register {
  const problems = checkDefinition(definition);
  const [initialState] = Object.keys(definition.lifecycle);
  if (problems.length > 0 || initialState === undefined) throw new Error(problems.join('\n'));
  return { ...definition, propertyKey: `docket.${definition.kind}`, initialState };
}
