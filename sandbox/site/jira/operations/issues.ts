import { z } from 'zod';
import { hasOnIssue } from '../../access';
import type { Issue } from '../../entities';
import { BULK_FETCH_MAX_ISSUES } from '../../limits';
import { boolParam, jiraError, listParam } from '../../operation';
import { jiraOperation, noQuery, NO_CONTENT } from '../define';
import { findIssue, issueBy } from '../find';
import { changesOf, formatChange } from '../format/changelog';
import { pageBean, pageOf, pageQuery } from '../paging';
import { fieldGuide, formatIssue, selectFields, wantedOf } from '../projection';
import { viewOf } from '../wire';
import { emitIssueEvent } from '../write/events';
import { editIssue } from '../write/edit';
import { IssueUpdate } from '../write/input';
import { countWrite } from '../write/rate';

const PATH = '/rest/api/3/issue/{issueIdOrKey}';

const get = jiraOperation({
  id: 'getIssue',
  method: 'GET',
  path: PATH,
  query: z.strictObject({
    fields: listParam.optional(),
    fieldsByKeys: boolParam.optional(),
    expand: z.string().optional(),
    properties: listParam.optional(),
    updateHistory: boolParam.optional(),
    failFast: boolParam.optional(),
  }),
  body: null,
  run(context) {
    const { fields, properties, expand } = context.query;
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    // Unlike the search, this one always tells the key.
    const wanted = {
      ...wantedOf(selectFields(context.state, fields, '*all'), properties, expand),
      idOnly: false,
    };
    return {
      status: 200,
      objects: 1,
      body: { ...formatIssue(viewOf(context), issue, wanted), ...fieldGuide(wanted) },
    };
  },
});

const bulkFetch = jiraOperation({
  id: 'bulkFetchIssues',
  method: 'POST',
  path: '/rest/api/3/issue/bulkfetch',
  query: noQuery,
  body: z.strictObject({
    issueIdsOrKeys: z.array(z.string()),
    fields: z.array(z.string()).optional(),
    fieldsByKeys: z.boolean().optional(),
    expand: z.array(z.string()).optional(),
    properties: z.array(z.string()).max(5).optional(),
  }),
  run(context) {
    const { issueIdsOrKeys, fields, expand, properties } = context.body;
    const asked = [...new Set(issueIdsOrKeys)];
    if (asked.length === 0) throw jiraError(400, 'No issue IDs or keys were given.');
    if (asked.length > BULK_FETCH_MAX_ISSUES) {
      throw jiraError(
        400,
        `At most ${BULK_FETCH_MAX_ISSUES} issues can be fetched at once; ${asked.length} were asked for.`,
      );
    }
    const wanted = {
      ...wantedOf(selectFields(context.state, fields, '*navigable'), properties, expand),
      idOnly: false,
    };
    const { state, caller } = context;
    const found = new Map<string, Issue>();
    const issueErrors: { id: string; errorMessage: string }[] = [];
    for (const idOrKey of asked) {
      const issue = issueBy(state, idOrKey);
      if (issue && hasOnIssue(state, caller.user, issue, 'BROWSE_PROJECTS')) found.set(issue.id, issue);
      else
        issueErrors.push({
          id: idOrKey,
          errorMessage: 'Issue does not exist or you do not have permission to see it.',
        });
    }
    const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
    const view = viewOf(context);
    return {
      status: 200,
      objects: issues.length,
      body: {
        ...fieldGuide(wanted),
        issues: issues.map((issue) => formatIssue(view, issue, wanted)),
        issueErrors,
      },
    };
  },
});

const edit = jiraOperation({
  id: 'editIssue',
  method: 'PUT',
  path: PATH,
  query: z.strictObject({
    notifyUsers: boolParam.optional(),
    overrideScreenSecurity: boolParam.optional(),
    overrideEditableFlag: boolParam.optional(),
    returnIssue: boolParam.optional(),
    expand: z.string().optional(),
  }),
  body: IssueUpdate,
  run(context) {
    const {
      notifyUsers = true,
      overrideScreenSecurity,
      overrideEditableFlag,
      returnIssue,
      expand,
    } = context.query;
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const administers = hasOnIssue(context.state, context.caller.user, issue, 'ADMINISTER_PROJECTS');
    // Screens and the editable flag are not modelled, but who may override them is checked as Jira checks it.
    if ((overrideScreenSecurity || overrideEditableFlag) && !context.caller.user.siteAdmin) {
      throw jiraError(403, 'Only administrators and apps with the right scope can override screen security.');
    }
    if (!notifyUsers && !administers) {
      throw jiraError(
        400,
        'To discard the user notification either admin or project admin permissions are required.',
      );
    }
    const edited = editIssue(context, issue, context.body);
    if (!returnIssue) return NO_CONTENT;
    const wanted = { ...wantedOf(selectFields(context.state, undefined, '*all'), [], expand), idOnly: false };
    return { status: 200, objects: 1, body: formatIssue(viewOf(context), edited, wanted) };
  },
});

const remove = jiraOperation({
  id: 'deleteIssue',
  method: 'DELETE',
  path: PATH,
  query: z.strictObject({ deleteSubtasks: boolParam.optional() }),
  body: null,
  run(context) {
    const { state, caller } = context;
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    if (!hasOnIssue(state, caller.user, issue, 'DELETE_ISSUES')) {
      throw jiraError(403, 'You do not have permission to delete issues in this project.');
    }
    const children = state.issues.where('parent', issue.id);
    const subtasks = children.filter((child) => state.issueTypes.get(child.issueTypeId)?.subtask);
    if (subtasks.length > 0 && !context.query.deleteSubtasks) {
      throw jiraError(
        400,
        `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      );
    }
    countWrite(context, issue);
    for (const doomed of [...subtasks, issue]) {
      // The event is written while the issue can still be read.
      emitIssueEvent(context, 'deleted', doomed);
      for (const comment of state.comments.where('issue', doomed.id)) state.comments.delete(comment.id);
      for (const link of state.links.where('issue', doomed.id)) state.links.delete(link.id);
      for (const change of state.changes.where('issue', doomed.id)) state.changes.delete(change.id);
      state.issues.delete(doomed.id);
    }
    // Children that are no sub-tasks outlive their epic.
    for (const child of children)
      if (state.issues.get(child.id)) state.issues.patch(child.id, { parentId: null });
    return NO_CONTENT;
  },
});

const changelog = jiraOperation({
  id: 'getChangeLogs',
  method: 'GET',
  path: `${PATH}/changelog`,
  query: z.strictObject(pageQuery),
  body: null,
  run(context) {
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const view = viewOf(context);
    const page = pageOf(changesOf(view, issue.id), context.query, 100);
    const values = page.values.map((change) => formatChange(view, change));
    return { status: 200, objects: values.length, body: pageBean({ ...page, values }, context.url) };
  },
});

/** Single issues: reading, editing, deleting, and their history. */
export const issueOperations = [get, bulkFetch, edit, remove, changelog];
