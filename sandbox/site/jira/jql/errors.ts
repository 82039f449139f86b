/**
 * A query that Jira would refuse with 400. Wording: Atlassian's own examples for `POST /rest/api/3/jql/parse` and
 * `/jql/sanitize`, and what public sites answer. What only the sandbox cannot do begins "The sandbox does not support",
 * so that nobody mistakes its limits for Jira's.
 */
export class JqlError extends Error {
  /** What goes into `errorMessages`. Never empty. */
  readonly messages: string[];

  constructor(messages: string | readonly string[]) {
    const list = typeof messages === 'string' ? [messages] : [...messages];
    super(list.join(' '));
    this.name = 'JqlError';
    this.messages = list;
  }
}

/** Refuses what the sandbox does not model, by name, with the clause that asks for it. */
export const notModelled = (what: string, clause: string): JqlError =>
  new JqlError(`The sandbox does not support ${what}, in '${clause}'.`);

/** A value that names nothing on the site. */
export const unknownValue = (value: string, field: string): JqlError =>
  new JqlError(`The value '${value}' does not exist for the field '${field}'.`);

/** A field that the site does not have. */
export const unknownField = (field: string): JqlError =>
  new JqlError(`Field '${field}' does not exist or you do not have permission to view it.`);

/** An operator that Jira does not offer for the field. */
export const operatorRefused = (operator: string, field: string): JqlError =>
  new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);

/** A function whose kind of value the field does not hold. */
export const functionRefused = (name: string, field: string): JqlError =>
  new JqlError(`A value provided by the function '${name}' is invalid for the field '${field}'.`);

/** A date that no accepted format reads. */
export const badDate = (value: string, field: string): JqlError =>
  new JqlError(
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
      `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
