import type { Operand } from '@atlaskit/jql-ast';
import type { Issue } from '../../entities';
import type { Narrow } from './candidates';
import type { Operator } from './operators';
import type { JqlEnvironment } from './types';

/** One `field operator operand` of a query, its operator known to be one that the field takes. */
export interface FieldClause {
  /** The field's name as the query has it: Jira's messages repeat it. */
  readonly field: string;
  /** As written. */
  readonly written: Operator;
  /** What to evaluate: the opposite of `written` under an odd number of NOTs. */
  readonly operator: Operator;
  readonly operand: Operand;
  /** The clause as written, for messages. */
  readonly text: string;
}

export interface CompiledClause {
  readonly matches: (issue: Issue) => boolean;
  /** Where in the table's indexes a superset of the matching issues stands, where one helps. */
  readonly narrow?: Narrow;
}

/** What an issue is sorted by. `null` is an empty field. */
export type SortKey = (issue: Issue) => string | number | null;

export interface JqlField {
  /** What Jira takes; anything else is Jira's own refusal. */
  readonly operators: readonly Operator[];
  /** Of `operators`, those that the sandbox refuses by name. */
  readonly missing?: readonly Operator[];
  readonly compile: (clause: FieldClause, env: JqlEnvironment) => CompiledClause;
  /** Ascending order, by the first key that differs; absent where Jira does not sort by the field. */
  readonly sortBy?: (env: JqlEnvironment) => readonly SortKey[];
}
