import { confluenceOperations } from './confluence/operations';
import { jiraOperations } from './jira/operations';
import type { AnyOperation } from './operation';

/** Everything the site serves; `coverage.ts` says what each is for and a test holds the two equal. */
export const operations: readonly AnyOperation[] = [...jiraOperations, ...confluenceOperations];
