/** What written values of reference fields mean: names and ids of the site's tables. */
import type { Issue, StatusCategory } from '../../entities';
import type { SiteState } from '../../state';
import type { Operator } from './operators';
import { idsNamed, type Reference } from './references';

type Find = Reference['find'];
type NamedTable =
  'issueTypes' | 'statuses' | 'priorities' | 'resolutions' | 'components' | 'versions' | 'securityLevels';

/** By name or id. One name may stand for rows of several projects. */
export const inTable =
  (table: NamedTable): Find =>
  (value, quoted, { state }) =>
    idsNamed(state[table].all(), (row) => [row.name], value, quoted);

/** By key, name, or id. */
export const findProject: Find = (value, quoted, { state }) =>
  idsNamed(state.projects.all(), (project) => [project.key, project.name], value, quoted);

/**
 * By account id alone: names and addresses stopped being user identifiers in Jira Cloud in 2019.
 * https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-user-privacy-api-migration-guide/
 */
export const findUser: Find = (value, _quoted, { state }) => (state.users.get(value) ? [value] : undefined);

/** Jira's categories have fixed ids, keys and (English) names. */
const CATEGORIES: Readonly<Record<string, StatusCategory>> = {
  'to do': 'new',
  new: 'new',
  '2': 'new',
  'in progress': 'indeterminate',
  indeterminate: 'indeterminate',
  '4': 'indeterminate',
  done: 'done',
  '3': 'done',
};

/** A category means all of its statuses. */
export const findStatusesOfCategory: Find = (value, _quoted, { state }) => {
  const category = Object.hasOwn(CATEGORIES, value.toLowerCase()) && CATEGORIES[value.toLowerCase()];
  if (!category) return undefined;
  return [...state.statuses.all()]
    .filter((status) => status.category === category)
    .map((status) => status.id);
};

/** A link type by name means both of its directions; by phrase, the one. */
export const findLinkType: Find = (value, quoted, { state }) => {
  const types = [...state.linkTypes.all()];
  const named = idsNamed(types, (type) => [type.name], value, quoted);
  if (named) return named.flatMap((id) => [`${id} inward`, `${id} outward`]);
  const wanted = value.toLowerCase();
  const found = types.flatMap((type) => [
    ...(type.inward.toLowerCase() === wanted ? [`${type.id} inward`] : []),
    ...(type.outward.toLowerCase() === wanted ? [`${type.id} outward`] : []),
  ]);
  return found.length > 0 ? found : undefined;
};

/** The links of an issue as `findLinkType` writes them, each by the side on which the issue stands. */
export function linkSidesOf(issue: Issue, state: SiteState): readonly string[] {
  return state.links
    .where('issue', issue.id)
    .flatMap((link) => [
      ...(link.inwardIssueId === issue.id ? [`${link.typeId} inward`] : []),
      ...(link.outwardIssueId === issue.id ? [`${link.typeId} outward`] : []),
    ]);
}

/** Priorities are kept highest first, and `priority > Low` means the more urgent ones. */
export const comparePriorities: NonNullable<Reference['compare']> = (operator, ids, { state }) =>
  compareRanks(
    operator,
    ids,
    [...state.priorities.all()].reverse().map((priority) => priority.id),
  );

/** Versions are compared by their order within one project. */
export const compareVersions: NonNullable<Reference['compare']> = (operator, ids, { state }) => [
  ...new Set(
    ids.flatMap((id) => {
      const projectId = state.versions.get(id)?.projectId ?? '';
      const order = state.versions.where('project', projectId).map((version) => version.id);
      return compareRanks(operator, [id], order);
    }),
  ),
];

/** Of `order`, ascending, what stands as `operator` says to the first of `ids`. */
function compareRanks(
  operator: Operator,
  [id]: readonly string[],
  order: readonly string[],
): readonly string[] {
  const bound = id === undefined ? -1 : order.indexOf(id);
  if (bound < 0) return [];
  switch (operator) {
    case '<':
      return order.slice(0, bound);
    case '<=':
      return order.slice(0, bound + 1);
    case '>':
      return order.slice(bound + 1);
    default:
      return order.slice(bound);
  }
}

/** Position of each row of a table, for sorting by the order in which the site keeps them. */
export function ranksOf(rows: Iterable<{ readonly id: string }>): (id: string | null) => number | null {
  const ranks = new Map<string, number>();
  for (const row of rows) ranks.set(row.id, ranks.size);
  return (id) => (id === null ? null : (ranks.get(id) ?? null));
}
