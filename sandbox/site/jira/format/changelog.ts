import type { Change } from '../../entities';
import { type View, jiraDateTime } from '../wire';
import { formatPerson } from './user';

/** Where the changelog's word for a field is not the field's id. */
const FIELD_IDS: Readonly<Record<string, string>> = {
  'Fix Version': 'fixVersions',
  Version: 'versions',
  Component: 'components',
  IssueParentAssociation: 'parent',
  Link: 'issuelinks',
};

/** `Changelog` items, also the `changelog.items` of product events. */
export const formatItems = (items: Change['items']) =>
  items.map((item) => ({
    field: item.field,
    fieldtype: item.customFieldId === undefined ? 'jira' : 'custom',
    fieldId: item.customFieldId ?? FIELD_IDS[item.field] ?? item.field,
    from: item.from,
    fromString: item.fromText,
    to: item.to,
    toString: item.toText,
  }));

/** `Changelog`: what one person changed at one moment. */
export const formatChange = (view: View, change: Change) => ({
  id: change.id,
  author: formatPerson(view, change.authorId),
  created: jiraDateTime(change.created),
  items: formatItems(change.items),
});

/** The changes of an issue, oldest first. */
export const changesOf = (view: View, issueId: string): Change[] =>
  view.state.changes
    .where('issue', issueId)
    .sort((a, b) => a.created - b.created || Number(a.id) - Number(b.id));
