/** Fields that hold a number: custom ones, and the estimates. */
import type { Issue, TimeTracking } from '../../entities';
import { clauseNamesOf, numberIn } from '../custom-fields';
import { parseDuration } from '../time-tracking';
import { functionRefused, JqlError, notModelled } from './errors';
import type { FieldClause, JqlField } from './field';
import { type Literal, resolveOperands } from './operands';
import { ORDERED, testOf } from './operators';
import type { JqlEnvironment } from './types';

function textOf(literal: Literal, { field }: FieldClause): string {
  if (literal.kind !== 'value') throw functionRefused(literal.from, field);
  return literal.value;
}

/** @throws JqlError where the operand is no number. */
export function numberOf(literal: Literal, clause: FieldClause): number {
  const text = textOf(literal, clause);
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number))
    throw new JqlError(`Value '${text}' for the '${clause.field}' field is not a valid number.`);
  return number;
}

/** In seconds. The wording of the refusal is a choice. @throws JqlError where the operand is no duration. */
function durationOf(literal: Literal, clause: FieldClause): number {
  const text = textOf(literal, clause);
  const seconds = parseDuration(text);
  if (seconds === null)
    throw new JqlError(
      `Value '${text}' for the '${clause.field}' field is not a valid duration, e.g. '4h 30m', '2d', '1w'.`,
    );
  return seconds;
}

const measure = (
  read: (issue: Issue) => number | null,
  operandOf: (literal: Literal, clause: FieldClause) => number,
): JqlField => ({
  operators: ORDERED,
  compile: (clause, env) => {
    const { literals, withEmpty } = resolveOperands(clause, env);
    const operands = literals.map((literal) => operandOf(literal, clause));
    const test = testOf(clause.operator, operands, withEmpty);
    return { matches: (issue) => test(read(issue)) };
  },
  sortBy: () => [read],
});

/** `originalEstimate >= "1d 4h"`: https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ */
export const durationField = (part: keyof TimeTracking): JqlField =>
  measure((issue) => issue.timeTracking?.[part] ?? null, durationOf);

/**
 * The custom field that `cf[10016]`, its name, or its name with its type stand for, whatever the case.
 * @throws JqlError where several fields share the name: Jira then searches them all, the sandbox does not.
 */
export function customField(name: string, { state }: JqlEnvironment): JqlField | undefined {
  const wanted = name.toLowerCase();
  const found = [...state.customFields.all()].filter((field) =>
    clauseNamesOf(field).some((clauseName) => clauseName.toLowerCase() === wanted),
  );
  if (found.length > 1) throw notModelled('a name that several custom fields share', name);
  const [field] = found;
  return field && measure((issue) => numberIn(issue, field.id), numberOf);
}
