import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';
import { hasInProject } from '../../access';
import type { Issue, Project, User } from '../../entities';
import { LABEL_MAX_CHARACTERS, SUMMARY_MAX_CHARACTERS } from '../../limits';
import type { Row, Table } from '../../store';
import { hierarchyLevel } from '../format/reference';
import { issueBy, visibleProject } from '../find';
import type { Request } from '../wire';
import { requireDocument } from './document';

/** Where a value is being written: on an issue that exists, or on one about to. */
export interface Target {
  readonly request: Request;
  readonly project: Project;
  readonly issue: Issue | null;
}

/** What is wrong with one field's value, in Jira's words; collected by field into the error body. */
export class FieldProblem extends Error {
  /** @param under the key in the error body, where it is not the field's own id. */
  constructor(
    message: string,
    readonly under?: string,
  ) {
    super(message);
  }
}

const Reference = z.union([z.looseObject({ id: z.string() }), z.looseObject({ name: z.string() })]);
const Account = z.union([
  z.looseObject({ accountId: z.string().nullable() }),
  z.looseObject({ id: z.string().nullable() }),
]);
const IssueRef = z.union([z.looseObject({ key: z.string() }), z.looseObject({ id: z.string() })]);

/** A row of a table by `{id}` or `{name}`. @throws FieldProblem with `message` */
function row<T extends Row & { name: string }>(rows: Iterable<T>, value: unknown, message: string): T {
  const wanted = Reference.safeParse(value).data;
  if (wanted) {
    for (const candidate of rows) {
      if ('id' in wanted ? candidate.id === wanted.id : candidate.name === wanted.name) return candidate;
    }
  }
  throw new FieldProblem(message);
}

function person({ request: { state } }: Target, value: unknown, message: string): User | null {
  if (value === null) return null;
  const parsed = Account.safeParse(value).data;
  if (!parsed) throw new FieldProblem(message);
  const accountId = 'accountId' in parsed ? parsed.accountId : parsed.id;
  if (accountId === null) return null;
  const user = state.users.get(accountId as string);
  if (!user?.active) throw new FieldProblem(message);
  return user;
}

function assignee(target: Target, value: unknown): Partial<Issue> {
  // `-1` is Jira's "automatic": whoever the project assigns to by default, which here is nobody.
  if (Account.safeParse(value).data && Object.values(value as object).includes('-1'))
    return { assigneeId: null };
  const user = person(target, value, 'Specify a valid value for assignee');
  if (user && !hasInProject(user, target.project, 'ASSIGNABLE_USER')) {
    throw new FieldProblem(`User '${user.accountId}' cannot be assigned issues.`);
  }
  return { assigneeId: user?.accountId ?? null };
}

function reporter(target: Target, value: unknown): Partial<Issue> {
  const user = person(target, value, 'The reporter specified is not a user.');
  if (!user) throw new FieldProblem('Reporter is required.');
  return { reporterId: user.accountId };
}

function summary(_target: Target, value: unknown): Partial<Issue> {
  if (typeof value !== 'string') throw new FieldProblem('Operation value must be a string');
  const text = value.trim();
  if (text === '') throw new FieldProblem('You must specify a summary of the issue.');
  if (/[\r\n]/.test(text))
    throw new FieldProblem('The summary is invalid because it contains newline characters.');
  if (text.length > SUMMARY_MAX_CHARACTERS) {
    throw new FieldProblem(`Summary can't exceed ${SUMMARY_MAX_CHARACTERS} characters.`);
  }
  return { summary: text };
}

const NOT_ADF = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
const description = (_target: Target, value: unknown): Partial<Issue> => ({
  description: value === null ? null : requireDocument(value, 'description', NOT_ADF),
});

function duedate(_target: Target, value: unknown): Partial<Issue> {
  if (value === null) return { dueDate: null };
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !isValid(parseISO(value))) {
    throw new FieldProblem(`Error parsing date string: ${String(value)}`);
  }
  return { dueDate: value };
}

function parent(target: Target, value: unknown): Partial<Issue> {
  if (value === null) return { parentId: null };
  const wanted = IssueRef.safeParse(value).data;
  const { state } = target.request;
  const found = wanted && issueBy(state, 'key' in wanted ? (wanted.key as string) : (wanted.id as string));
  if (!found || !visibleProject(target.request, found.projectId))
    throw new FieldProblem('Given parent issue does not exist.');
  const type = state.issueTypes.get(found.issueTypeId);
  if (found.id === target.issue?.id || (type && hierarchyLevel(type) < 0)) {
    throw new FieldProblem('Given parent issue cannot be the parent of this issue.');
  }
  return { parentId: found.id };
}

function issuetype(target: Target, value: unknown): Partial<Issue> {
  const { state } = target.request;
  const types = target.project.issueTypeIds.flatMap((id) => state.issueTypes.get(id) ?? []);
  return { issueTypeId: row(types, value, 'Specify a valid issue type').id };
}

function security({ request: { state, caller } }: Target, value: unknown): Partial<Issue> {
  if (value === null) return { securityLevelId: null };
  const mine = [...state.securityLevels.all()].filter(({ memberIds }) =>
    memberIds.includes(caller.user.accountId),
  );
  return { securityLevelId: row(mine, value, 'The security level selected is invalid.').id };
}

const chosen =
  <K extends 'priorityId' | 'resolutionId'>(
    key: K,
    table: (target: Target) => Table<Row & { name: string }>,
    message: string,
  ) =>
  (target: Target, value: unknown): Partial<Issue> => ({
    [key]: value === null ? null : row(table(target).all(), value, message).id,
  });

/** Fields with one value, and how the wire's value becomes the stored one. */
export const SINGLE: Readonly<Record<string, (target: Target, value: unknown) => Partial<Issue>>> = {
  summary,
  description,
  assignee,
  reporter,
  duedate,
  parent,
  issuetype,
  security,
  priority: chosen(
    'priorityId',
    ({ request }) => request.state.priorities,
    'The priority selected is invalid.',
  ),
  resolution: chosen(
    'resolutionId',
    ({ request }) => request.state.resolutions,
    'The resolution selected is invalid.',
  ),
};

export type ListKey = 'labels' | 'fixVersionIds' | 'affectedVersionIds' | 'componentIds';

function label(_target: Target, value: unknown): string {
  if (typeof value !== 'string') throw new FieldProblem('Operation value must be a string');
  if (/\s/.test(value)) throw new FieldProblem(`The label '${value}' contains spaces which is invalid.`);
  if (value === '' || value.length > LABEL_MAX_CHARACTERS) {
    throw new FieldProblem(`The label '${value}' exceeds the limit of ${LABEL_MAX_CHARACTERS} characters.`);
  }
  return value;
}

const nameIn = (value: unknown): string => {
  const wanted = Reference.safeParse(value).data;
  return String(wanted && ('name' in wanted ? wanted.name : wanted.id));
};

const version = ({ request: { state }, project }: Target, value: unknown): string =>
  row(state.versions.where('project', project.id), value, `Version name '${nameIn(value)}' is not valid`).id;

const component = ({ request: { state }, project }: Target, value: unknown): string =>
  row(state.components.where('project', project.id), value, `Component name '${nameIn(value)}' is not valid`)
    .id;

/** Fields with many values: where they are stored, and how one element is read. */
export const LISTS: Readonly<
  Record<string, { key: ListKey; element: (target: Target, value: unknown) => string }>
> = {
  labels: { key: 'labels', element: label },
  fixVersions: { key: 'fixVersionIds', element: version },
  versions: { key: 'affectedVersionIds', element: version },
  components: { key: 'componentIds', element: component },
};
