import Ajv4 from 'ajv-draft-04';
import type { ValidateFunction } from 'ajv';
import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

const ajv = new Ajv4({ strict: false, logger: false });
let compiled: ValidateFunction | undefined;

/** Compiled on first use: it takes about a tenth of a second, which a run that touches no document need not pay. */
const validator = (): ValidateFunction => (compiled ??= ajv.compile(fullSchema));

/**
 * True where `doc` is a document (ADF version 1) that Jira and Confluence would take, by Atlassian's own schema:
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function isValidAdf(doc: unknown): boolean {
  return validator()(doc);
}

/** What is wrong with a document, in one line for an error body; empty where nothing is. */
export function adfProblems(doc: unknown): string {
  const validate = validator();
  if (validate(doc)) return '';
  // The first faults say enough: each failed alternative of the schema's unions adds its own lines.
  return ajv.errorsText((validate.errors ?? []).slice(0, 3), { dataVar: 'doc' });
}
