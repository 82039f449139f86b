import { judge, type Reading, type StoredRecord } from '../../domain/registers';
import type { FoundRecord, RecordCopies, RecordCopy, Records } from '../../ports/records';
import type { Text } from '../../words';
import type { Change, Entry } from './deps';

export interface ListDeps {
  readonly records: Pick<Records, 'indexed' | 'read'>;
  readonly copies: Pick<RecordCopies, 'of' | 'between'>;
}

/** What reading a register takes once the search is done. */
export interface WholeDeps extends Pick<ListDeps, 'copies'> {
  readonly records: Pick<Records, 'read'>;
}

/** What does not read as Docket wrote it, with the last copy that did. */
export interface UnreadableRecord {
  readonly issue: FoundRecord;
  readonly cause: Exclude<Reading['is'], 'record' | 'absent'>;
  readonly why: Text;
  readonly lastGood: StoredRecord | null;
}

/** Where a listing goes on: the search's own mark, and the issue that it has come to. */
export interface Position {
  readonly next: string;
  readonly after: string;
}

export interface RecordList {
  readonly records: readonly Entry[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly position: Position | null;
}

/** How many issues one bulk reading takes. */
const BULK = 100;
/** Pages of a slice after the first one, which is short so that a screen has something to show. */
const PAGES = 5;
/** An answer may have 5 MB (https://developer.atlassian.com/platform/forge/limits-invocation/): no page is begun beyond this. */
const ENOUGH_CHARACTERS = 1_500_000;

/**
 * A slice of the register of a project, as far as the person who asks may see it. The search index lags behind and
 * does not know what it cannot parse: records between the first and the last issue of a page that it misses are read
 * by their ids. A point a record and one a page, and nothing for a record besides.
 */
export async function listRecords(
  deps: ListDeps,
  { projectId, register }: Pick<Change, 'projectId' | 'register'>,
  from: Position | null,
): Promise<RecordList> {
  const entries: { issue: FoundRecord; copy: RecordCopy | null }[] = [];
  let position = from;
  let characters = 0;
  for (let pages = from === null ? 1 : PAGES; pages > 0 && characters < ENOUGH_CHARACTERS; pages -= 1) {
    const after = position?.after ?? null;
    const page = await deps.records.indexed(projectId, register.propertyKey, 'state', position?.next ?? null);
    const upTo = page.next === null ? null : last(page.found, after);
    const part = await completed(deps, { projectId, register }, page.found, after, upTo);
    entries.push(...part);
    characters += JSON.stringify(part.map(({ issue }) => issue.property)).length;
    position = page.next === null ? null : { next: page.next, after: upTo ?? '0' };
    if (position === null) break;
  }
  return { ...sorted(register, entries), position };
}

/** A whole register, of which a search has found these. Records that the search index misses are read by their ids. */
export async function listFound(
  deps: WholeDeps,
  place: Pick<Change, 'projectId' | 'register'>,
  found: readonly FoundRecord[],
): Promise<Omit<RecordList, 'position'>> {
  return sorted(place.register, await completed(deps, place, found, null, null));
}

const isAfter = (issueId: string, other: string | null): boolean => Number(issueId) > Number(other ?? 0);

const last = (found: readonly FoundRecord[], after: string | null): string | null =>
  found.reduce((highest, { issueId }) => (isAfter(issueId, highest) ? issueId : highest), after);

/** The page with the copies of its records, and with those records that it should have had. */
async function completed(
  { records, copies }: WholeDeps,
  { projectId, register }: Pick<Change, 'projectId' | 'register'>,
  found: readonly FoundRecord[],
  after: string | null,
  upTo: string | null,
) {
  const place = { projectId, kind: register.kind };
  // An issue that came from another project has an id out of order: an earlier page has listed it by its copy.
  const late = found.filter(({ issueId }) => !isAfter(issueId, after)).map(({ issueId }) => issueId);
  const listed = new Set((await copies.of(place, late)).map(({ issueId }) => issueId));
  const known = await copies.between(place, after, upTo);
  const seen = new Set(found.map(({ issueId }) => issueId));
  const missed = known.map(({ issueId }) => issueId).filter((issueId) => !seen.has(issueId));
  const all = found.filter(({ issueId }) => !listed.has(issueId));
  for (let start = 0; start < missed.length; start += BULK) {
    const read = await records.read(missed.slice(start, start + BULK), register.propertyKey);
    all.push(...read.filter((issue) => issue.projectId === projectId));
  }
  const copyOf = new Map(known.map((copy) => [copy.issueId, copy]));
  return all.map((issue) => ({ issue, copy: copyOf.get(issue.issueId) ?? null }));
}

function sorted(
  register: Change['register'],
  entries: readonly { readonly issue: FoundRecord; readonly copy: RecordCopy | null }[],
) {
  const records: Entry[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const { issue, copy } of entries) {
    const reading = judge(register, issue.property, copy);
    if (reading.is === 'record') records.push({ issue, record: reading.record, copy });
    else if (reading.is !== 'absent') unreadable.push(unreadableOf(issue, reading, copy));
  }
  return { records, unreadable };
}

export const unreadableOf = (
  issue: FoundRecord,
  { is, why }: Exclude<Reading, { readonly is: 'record' | 'absent' }>,
  copy: RecordCopy | null,
): UnreadableRecord => ({ issue, cause: is, why, lastGood: copy?.copy ?? null });
