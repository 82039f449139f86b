/** JQL for the sandbox: Atlassian's own grammar, Jira's meaning, and a refusal by name for the rest. */
export { compileJql } from './compile';
export { JqlError } from './errors';
export type { CompiledJql, IndexedProperty, JqlEnvironment } from './types';
