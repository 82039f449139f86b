/**
 * Makes jira.js and confluence.js build their strictest schemas, in which an undocumented key or value is a finding.
 * They read the switch while they load: import this file before them.
 */
process.env['AUDIT_SCHEMAS'] = 'true';

/** Where both libraries collect what a response held beyond its documentation. */
const COLLECTED = Symbol.for('apis-code-gen.schemaAudit');

/** Takes what was found since the last call. */
export function takeSchemaFindings(): unknown[] {
  const holder = globalThis as { [COLLECTED]?: unknown[] };
  return holder[COLLECTED]?.splice(0) ?? [];
}
