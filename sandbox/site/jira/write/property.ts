import { z } from 'zod';
import { PROPERTY_KEY_MAX_CHARACTERS, PROPERTY_VALUE_MAX_CHARACTERS } from '../../limits';
import { jiraError } from '../../operation';

/** `[{key, value}]`, as issues and comments take properties when they are written. */
export const propertyList = z.array(z.strictObject({ key: z.string(), value: z.unknown() }));

/** @throws SiteError 400 where key or value pass Jira's limits. */
export function requireProperty(key: string, value: unknown): void {
  if (key.trim() === '' || key.length > PROPERTY_KEY_MAX_CHARACTERS) {
    throw jiraError(400, `The property key must have 1 to ${PROPERTY_KEY_MAX_CHARACTERS} characters.`);
  }
  if (value === undefined) throw jiraError(400, 'The property value must be valid, non-empty JSON.');
  const length = JSON.stringify(value).length;
  if (length > PROPERTY_VALUE_MAX_CHARACTERS) {
    throw jiraError(
      400,
      `The property value has ${length} characters; the longest allowed is ${PROPERTY_VALUE_MAX_CHARACTERS}.`,
    );
  }
}

/** @throws SiteError 400 where any property passes the limits. */
export function readProperties(list: z.infer<typeof propertyList> | undefined): Record<string, unknown> {
  for (const { key, value } of list ?? []) requireProperty(key, value);
  return Object.fromEntries((list ?? []).map(({ key, value }) => [key, value]));
}
