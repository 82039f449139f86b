import type { AnyOperation } from '../../operation';
export const jiraOperations: readonly AnyOperation[] = [];
