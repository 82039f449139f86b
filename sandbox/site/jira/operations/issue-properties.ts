import { z } from 'zod';
import type { Issue } from '../../entities';
import { type OperationContext, jiraError } from '../../operation';
import { NO_CONTENT, jiraOperation, noQuery } from '../define';
import { findIssue, requireOnIssue } from '../find';
import { selfOf } from '../wire';
import { requireProperty } from '../write/property';
import { countWrite } from '../write/rate';

/**
 * Entity properties of issues. Anyone who may edit the issue may write them. Writing one neither moves the issue's
 * `updated` nor enters its changelog: https://developer.atlassian.com/cloud/jira/platform/storing-data-without-a-database/
 */
const PATH = '/rest/api/3/issue/{issueIdOrKey}/properties';
type Context = OperationContext<unknown, unknown>;

const find = (context: Context): { issue: Issue; key: string } => ({
  issue: findIssue(context, context.params['issueIdOrKey'] ?? ''),
  key: context.params['propertyKey'] ?? '',
});

const noProperty = (key: string) => jiraError(404, `The property with key '${key}' does not exist.`);
const NO_EDIT = 'You do not have permission to edit issues in this project.';

const keys = jiraOperation({
  id: 'getIssuePropertyKeys',
  method: 'GET',
  path: PATH,
  query: noQuery,
  body: null,
  run(context) {
    const { issue } = find(context);
    const self = (key: string) =>
      selfOf(context.state, `issue/${issue.id}/properties/${encodeURIComponent(key)}`);
    const list = Object.keys(issue.properties).map((key) => ({ self: self(key), key }));
    return { status: 200, objects: list.length, body: { keys: list } };
  },
});

const get = jiraOperation({
  id: 'getIssueProperty',
  method: 'GET',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: null,
  run(context) {
    const { issue, key } = find(context);
    if (!Object.hasOwn(issue.properties, key)) throw noProperty(key);
    return { status: 200, objects: 1, body: { key, value: issue.properties[key] } };
  },
});

const set = jiraOperation({
  id: 'setIssueProperty',
  method: 'PUT',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: z.unknown(),
  run(context) {
    const { issue, key } = find(context);
    requireOnIssue(context, issue, 'EDIT_ISSUES', 403, NO_EDIT);
    requireProperty(key, context.body);
    countWrite(context, issue);
    const existed = Object.hasOwn(issue.properties, key);
    context.state.issues.patch(issue.id, { properties: { ...issue.properties, [key]: context.body } });
    return { status: existed ? 200 : 201 };
  },
});

const remove = jiraOperation({
  id: 'deleteIssueProperty',
  method: 'DELETE',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: null,
  run(context) {
    const { issue, key } = find(context);
    // The document knows no 403 here: without the right to edit, the property is not found.
    requireOnIssue(context, issue, 'EDIT_ISSUES', 404, NO_EDIT);
    if (!Object.hasOwn(issue.properties, key)) throw noProperty(key);
    countWrite(context, issue);
    const { [key]: _gone, ...properties } = issue.properties;
    context.state.issues.patch(issue.id, { properties });
    return NO_CONTENT;
  },
});

export const issuePropertyOperations = [keys, get, set, remove];
