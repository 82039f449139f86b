import { z } from 'zod';
import type { Issue } from '../../entities';
import { BULK_CREATE_MAX_ISSUES } from '../../limits';
import { SiteError, boolParam, jiraError } from '../../operation';
import type { SiteState } from '../../state';
import { jiraOperation, noQuery } from '../define';
import { notModelled, selfOf } from '../wire';
import { createIssue } from '../write/create';
import { IssueUpdate } from '../write/input';

/** `CreatedIssue`. */
const created = (state: SiteState, { id, key }: Issue) => ({ id, key, self: selfOf(state, `issue/${id}`) });

const create = jiraOperation({
  id: 'createIssue',
  method: 'POST',
  path: '/rest/api/3/issue',
  query: z.strictObject({ updateHistory: boolParam.optional() }),
  body: IssueUpdate,
  run: (context) => ({ status: 201, body: created(context.state, createIssue(context, context.body)) }),
});

/** Each issue is made or refused by itself; 400 only where every one is refused. */
const createBulk = jiraOperation({
  id: 'createIssues',
  method: 'POST',
  path: '/rest/api/3/issue/bulk',
  query: noQuery,
  body: z.looseObject({ issueUpdates: z.array(IssueUpdate).min(1) }),
  run(context) {
    const { issueUpdates } = context.body;
    if (issueUpdates.length > BULK_CREATE_MAX_ISSUES) {
      throw jiraError(
        400,
        `At most ${BULK_CREATE_MAX_ISSUES} issues can be created at once; ${issueUpdates.length} were given.`,
      );
    }
    // Nothing is made before all of it is known to be modelled.
    if (issueUpdates.some(({ transition }) => transition)) {
      throw notModelled('a transition inside Bulk create issue');
    }
    const issues: object[] = [];
    const errors: object[] = [];
    for (const [failedElementNumber, body] of issueUpdates.entries()) {
      try {
        issues.push(created(context.state, createIssue(context, body)));
      } catch (error) {
        if (!(error instanceof SiteError) || error.status === 501) throw error;
        errors.push({ status: error.status, elementErrors: error.body, failedElementNumber });
      }
    }
    return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
  },
});

/** Making issues. */
export const issueCreateOperations = [create, createBulk];
