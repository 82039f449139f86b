import { z } from 'zod';
import { type AnyOperation, type Operation, defineOperation } from '../operation';
import { type JiraOperationId, scopesOf } from './scopes';

type JiraOperation<Q, B> = Omit<Operation<Q, B>, 'product' | 'scopes' | 'id'> & {
  readonly id: JiraOperationId;
};

/** A Jira operation; its scopes come from the table by its id. */
export const jiraOperation = <Q, B = undefined>(operation: JiraOperation<Q, B>): AnyOperation =>
  defineOperation<Q, B>({ ...operation, product: 'jira', scopes: scopesOf(operation.id) });

/** For operations without query parameters. */
export const noQuery = z.strictObject({});

/** The answer of a write that has nothing to say. */
export const NO_CONTENT = { status: 204 } as const;
