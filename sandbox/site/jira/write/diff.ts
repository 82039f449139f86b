import type { Change, Issue } from '../../entities';
import type { SiteState } from '../../state';

type Item = Change['items'][number];

const item = (
  field: string,
  from: string | null,
  fromText: string | null,
  to: string | null,
  toText: string | null,
): Item => ({
  field,
  from,
  fromText,
  to,
  toText,
});

/** The words of a document, for the changelog's texts. */
function plainText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, content } = node as { text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  return Array.isArray(content)
    ? content
        .map(plainText)
        .filter((part) => part !== '')
        .join('\n')
    : '';
}

type Reference =
  | 'statusId'
  | 'priorityId'
  | 'resolutionId'
  | 'issueTypeId'
  | 'securityLevelId'
  | 'assigneeId'
  | 'reporterId'
  | 'parentId';

/** The changelog's word for each reference, and the text of what it points to. */
const REFERENCES: Readonly<
  Record<Reference, { field: string; text: (state: SiteState, id: string) => string | undefined }>
> = {
  statusId: { field: 'status', text: ({ statuses }, id) => statuses.get(id)?.name },
  priorityId: { field: 'priority', text: ({ priorities }, id) => priorities.get(id)?.name },
  resolutionId: { field: 'resolution', text: ({ resolutions }, id) => resolutions.get(id)?.name },
  issueTypeId: { field: 'issuetype', text: ({ issueTypes }, id) => issueTypes.get(id)?.name },
  securityLevelId: { field: 'security', text: ({ securityLevels }, id) => securityLevels.get(id)?.name },
  assigneeId: { field: 'assignee', text: ({ users }, id) => users.get(id)?.displayName },
  reporterId: { field: 'reporter', text: ({ users }, id) => users.get(id)?.displayName },
  parentId: { field: 'IssueParentAssociation', text: ({ issues }, id) => issues.get(id)?.key },
};

const references = (state: SiteState, before: Issue, after: Issue): Item[] =>
  (Object.keys(REFERENCES) as Reference[]).flatMap((key) => {
    const [from, to] = [before[key], after[key]];
    if (from === to) return [];
    const { field, text } = REFERENCES[key];
    const words = (id: string | null) => (id === null ? null : (text(state, id) ?? id));
    return [item(field, from, words(from), to, words(to))];
  });

/** One item for each row that came or went, as Jira logs versions and components. */
function members(
  field: string,
  nameOf: (id: string) => string | undefined,
  before: readonly string[],
  after: readonly string[],
): Item[] {
  const gone = before
    .filter((id) => !after.includes(id))
    .map((id) => item(field, id, nameOf(id) ?? id, null, null));
  const came = after
    .filter((id) => !before.includes(id))
    .map((id) => item(field, null, null, id, nameOf(id) ?? id));
  return [...gone, ...came];
}

function texts(before: Issue, after: Issue): Item[] {
  const items: Item[] = [];
  if (before.summary !== after.summary)
    items.push(item('summary', null, before.summary, null, after.summary));
  if (JSON.stringify(before.description) !== JSON.stringify(after.description)) {
    items.push(item('description', null, plainText(before.description), null, plainText(after.description)));
  }
  if (before.dueDate !== after.dueDate) {
    const stamp = (date: string | null) => (date === null ? null : `${date} 00:00:00.0`);
    items.push(item('duedate', before.dueDate, stamp(before.dueDate), after.dueDate, stamp(after.dueDate)));
  }
  const [from, to] = [before.labels.join(' '), after.labels.join(' ')];
  if (from !== to) items.push(item('labels', null, from, null, to));
  return items;
}

const written = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** Estimates in seconds, and custom number fields under their names. */
function measures(state: SiteState, before: Issue, after: Issue): Item[] {
  const estimates = (['original', 'remaining'] as const).flatMap((part) => {
    const [from, to] = [written(before.timeTracking?.[part]), written(after.timeTracking?.[part])];
    const field = part === 'original' ? 'timeoriginalestimate' : 'timeestimate';
    return from === to ? [] : [item(field, from, from, to, to)];
  });
  const numbers = [...state.customFields.all()].flatMap(({ id, name }) => {
    const [from, to] = [written(before.numbers?.[id]), written(after.numbers?.[id])];
    return from === to ? [] : [{ ...item(name, null, from, null, to), customFieldId: id }];
  });
  return [...estimates, ...numbers];
}

/** What changed between two states of an issue, as the changelog records it. Empty: nothing that Jira would log. */
export const changeItems = (state: SiteState, before: Issue, after: Issue): readonly Item[] => [
  ...texts(before, after),
  ...references(state, before, after),
  ...members('Fix Version', (id) => state.versions.get(id)?.name, before.fixVersionIds, after.fixVersionIds),
  ...members(
    'Version',
    (id) => state.versions.get(id)?.name,
    before.affectedVersionIds,
    after.affectedVersionIds,
  ),
  ...measures(state, before, after),
  ...members('Component', (id) => state.components.get(id)?.name, before.componentIds, after.componentIds),
];
