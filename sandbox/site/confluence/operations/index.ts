import type { AnyOperation } from '../../operation';
export const confluenceOperations: readonly AnyOperation[] = [];
