import type { Issue } from '../entities';
import type { SiteState } from '../state';
import { fieldsOf, type IssueField } from './fields';
import { changesOf, formatChange } from './format/changelog';
import { transitionsFor } from './workflow';
import { type View, expandOf, selfOf } from './wire';

/** Which fields a request asked for. */
export interface Selection {
  readonly fields: readonly IssueField[];
  /** True where nothing but `id` was asked for: the search then answers with ids and nothing else. */
  readonly idOnly: boolean;
  /** True where nothing but `id` and `key` was asked for: the search then allows larger pages. */
  readonly light: boolean;
}

/**
 * Reads a `fields` parameter: `*all`, `*navigable`, names, and names with a minus. Where only exclusions are given they are
 * taken off `base`. Unknown names are ignored, as Jira does.
 */
export function selectFields(
  state: SiteState,
  requested: readonly string[] | undefined,
  base: '*all' | '*navigable' | 'id',
): Selection {
  const named = (requested ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const excluded = new Set(named.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const listed = named.filter((name) => !name.startsWith('-'));
  const fallback = named.length === 0 ? base : base === 'id' ? '*navigable' : base;
  const included = new Set(listed.length > 0 ? listed : [fallback]);
  const fields = fieldsOf(state).filter(
    (field) =>
      (included.has('*all') || (included.has('*navigable') && field.navigable) || included.has(field.id)) &&
      !excluded.has(field.id),
  );
  return {
    fields,
    idOnly: [...included].every((name) => name === 'id'),
    light: [...included].every((name) => name === 'id' || name === 'key' || name === 'issuekey'),
  };
}

/** What a request wants of each issue besides its fields. */
export interface Wanted extends Selection {
  readonly properties: readonly string[];
  readonly expand: ReadonlySet<string>;
}

const EXPANDS = ['names', 'schema', 'changelog', 'transitions'];

/** @throws SiteError 501 for an expand that is not modelled. */
export const wantedOf = (
  selection: Selection,
  properties: readonly string[] | undefined,
  expand: string | readonly string[] | undefined,
): Wanted => ({ ...selection, properties: properties ?? [], expand: expandOf(expand, EXPANDS) });

/** `names` and `schema` of the selected fields, where they were asked for. */
export const fieldGuide = ({ fields, expand }: Wanted) => ({
  ...(expand.has('names') ? { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) } : {}),
  ...(expand.has('schema')
    ? { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) }
    : {}),
});

function changelogOf(view: View, issue: Issue) {
  // Inside an issue the changelog comes newest first, unlike the operation of its own.
  const histories = changesOf(view, issue.id)
    .map((change) => formatChange(view, change))
    .reverse();
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

/** `IssueBean`: only the fields that were asked for are computed. */
export function formatIssue(view: View, issue: Issue, wanted: Wanted): Record<string, unknown> {
  if (wanted.idOnly && wanted.properties.length === 0 && wanted.expand.size === 0) return { id: issue.id };
  const fields = Object.fromEntries(wanted.fields.map((field) => [field.id, field.value(view, issue)]));
  const properties = wanted.properties.filter((key) => Object.hasOwn(issue.properties, key));
  return {
    expand: EXPANDS.join(','),
    id: issue.id,
    self: selfOf(view.state, `issue/${issue.id}`),
    key: issue.key,
    ...(wanted.expand.has('changelog') ? { changelog: changelogOf(view, issue) } : {}),
    ...(wanted.expand.has('transitions') ? { transitions: transitionsFor(view, issue) } : {}),
    ...(wanted.light ? {} : { fields }),
    ...(wanted.properties.length > 0
      ? { properties: Object.fromEntries(properties.map((key) => [key, issue.properties[key]])) }
      : {}),
  };
}
