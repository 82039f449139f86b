import { z } from 'zod';
import { hasInProject } from '../../access';
import type { AdfDoc, Issue } from '../../entities';
import { jiraError } from '../../operation';
import { notModelled } from '../wire';
import { requireCommentBody } from './document';
import { type MeasureReader, measureReader } from './measures';
import { propertyList } from './property';
import { FieldProblem, LISTS, type ListKey, SINGLE, type Target } from './values';

/** `IssueUpdateDetails`: the body of create, edit and transition. */
export const IssueUpdate = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: propertyList.optional(),
  transition: z.looseObject({ id: z.string().optional() }).optional(),
});
export type IssueUpdate = z.infer<typeof IssueUpdate>;

/** What a body asks for: a change of the issue, and comments to add with it. */
export interface ReadUpdate {
  readonly patch: Partial<Issue>;
  readonly comments: readonly AdfDoc[];
}

const offScreen = (field: string): FieldProblem =>
  new FieldProblem(`Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`);

/** Permissions that single fields need besides editing. */
const NEEDS: Readonly<Record<string, string>> = {
  assignee: 'ASSIGN_ISSUES',
  reporter: 'MODIFY_REPORTER',
  duedate: 'SCHEDULE_ISSUES',
  security: 'SET_ISSUE_SECURITY',
};

function setField(target: Target, field: string, value: unknown): Partial<Issue> {
  const list = LISTS[field];
  const single: MeasureReader | undefined = SINGLE[field] ?? measureReader(field);
  if (!list) return single?.(target, value) ?? {};
  if (value === null) return { [list.key]: [] };
  if (!Array.isArray(value)) throw new FieldProblem('data was not an array');
  return { [list.key]: [...new Set(value.map((entry) => list.element(target, entry)))] };
}

/** Several custom fields are kept in one record, so that the patches of a body must not replace each other. */
const merged = (patch: Partial<Issue>, next: Partial<Issue>): Partial<Issue> => ({
  ...patch,
  ...next,
  ...(patch.numbers && next.numbers ? { numbers: { ...patch.numbers, ...next.numbers } } : {}),
});

/** Applies `add`, `remove` and `set` in order, starting from what the issue has. */
function updateField(
  target: Target,
  field: string,
  verbs: readonly Record<string, unknown>[],
): Partial<Issue> {
  const list = LISTS[field];
  let patch: Partial<Issue> = {};
  for (const verb of verbs) {
    for (const [name, value] of Object.entries(verb)) {
      if (name === 'set') patch = { ...patch, ...setField(target, field, value) };
      else if (list && (name === 'add' || name === 'remove')) {
        const entry = list.element(target, value);
        const rest = elements(target, patch, list.key).filter((other) => other !== entry);
        patch = { ...patch, [list.key]: name === 'add' ? [...rest, entry] : rest };
      } else throw notModelled(`the verb '${name}' for the field '${field}'`);
    }
  }
  return patch;
}

const elements = (target: Target, patch: Partial<Issue>, key: ListKey): readonly string[] =>
  patch[key] ?? target.issue?.[key] ?? [];

function commentsIn(verbs: readonly Record<string, unknown>[]): AdfDoc[] {
  return verbs.map((verb) => {
    const added = z
      .strictObject({ add: z.looseObject({ body: z.unknown().optional() }) })
      .safeParse(verb).data;
    if (!added) throw notModelled("other verbs than 'add' for the field 'comment'");
    return requireCommentBody(added.add.body);
  });
}

/**
 * Reads `fields` and `update` of a body against the fields that its screen shows.
 * @throws SiteError 400 with Jira's message by field; 501 for a verb that is not modelled.
 */
export function readUpdate(target: Target, body: IssueUpdate, screen: ReadonlySet<string>): ReadUpdate {
  const errors: Record<string, string> = {};
  let patch: Partial<Issue> = {};
  const attempt = (field: string, read: () => Partial<Issue>): void => {
    try {
      const needed = NEEDS[field];
      const allowed =
        needed === undefined || hasInProject(target.request.caller.user, target.project, needed);
      if (!screen.has(field) || !allowed) throw offScreen(field);
      patch = merged(patch, read());
    } catch (error) {
      if (error instanceof FieldProblem) errors[error.under ?? field] = error.message;
      else throw error;
    }
  };
  for (const [field, value] of Object.entries(body.fields ?? {}))
    attempt(field, () => setField(target, field, value));
  const { comment = [], ...updates } = body.update ?? {};
  for (const [field, verbs] of Object.entries(updates)) {
    if (body.fields && field in body.fields)
      errors[field] = `Field '${field}' cannot appear in both 'fields' and 'update'`;
    else attempt(field, () => updateField(target, field, verbs));
  }
  if (Object.keys(errors).length > 0) throw jiraError(400, [], errors);
  const numbers = patch.numbers && { ...target.issue?.numbers, ...patch.numbers };
  return { patch: numbers ? { ...patch, numbers } : patch, comments: commentsIn(comment) };
}
