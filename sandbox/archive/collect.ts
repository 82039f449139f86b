import {
  instantOf,
  isDate,
  type ArchiveLine,
  type IssueLine,
  type UserLine,
  type VersionLine,
} from './schema';
import type { ArchiveIssue, ArchiveProblem, ArchiveProject, ArchiveUser, ArchiveVersion } from './types';

/** What has been read so far. Made once for each archive; nothing outlives the reading but what `Archive` needs. */
export interface Collected {
  readonly projects: Map<string, ArchiveProject>;
  readonly users: Map<string, ArchiveUser>;
  readonly issues: { readonly line: number; readonly issue: ArchiveIssue }[];
  readonly problems: ArchiveProblem[];
  first: number;
  last: number;
}

export interface Collector {
  readonly collected: Collected;
  /** Takes one parsed line; reports what it leaves out. */
  add(line: number, parsed: ArchiveLine): void;
  report(line: number, why: string): void;
}

const isZone = (zone: string): boolean => {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

/** Of `YYYY-MM-DD`s, which sort as they stand. */
const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((min, date) => (date !== null && (min === null || date < min) ? date : min), null);

/** @param wanted project keys whose issues are kept; all where absent. The others count for the span of the data only. */
export function createCollector(wanted?: ReadonlySet<string>): Collector {
  const collected: Collected = {
    projects: new Map(),
    users: new Map(),
    issues: [],
    problems: [],
    first: Infinity,
    last: -Infinity,
  };
  const issueKeys = new Set<string>();
  const ids = new Set<string>();
  const versions = new Map<string, ArchiveVersion>();
  const report = (line: number, why: string): void => void collected.problems.push({ line, why });

  const dateOf = (line: number, what: string, value: string | null): string | null => {
    if (value === null || isDate(value)) return value;
    report(line, `${what} "${value}" is no date of the calendar and was ignored`);
    return null;
  };
  const instantIn = (line: number, what: string, value: string | null): number | null => {
    const instant = value === null ? null : instantOf(value);
    if (value !== null && instant === null)
      report(line, `${what} "${value}" is no point in time and was ignored`);
    return instant;
  };
  /** False, and reported, where something else already has this name or id. */
  const isNew = (line: number, what: string, taken: { has(key: string): boolean }, key: string): boolean => {
    if (taken.has(key)) report(line, `${what} ${key} comes twice; the first one counts`);
    return !taken.has(key);
  };

  /** One object for each version, however many issues name it, so that a bad date is reported once. */
  const versionOf = (line: number, raw: VersionLine): ArchiveVersion => {
    const known = versions.get(raw.id);
    if (known) return known;
    const version = {
      id: raw.id,
      name: raw.name,
      archived: raw.archived,
      released: raw.released,
      startDate: dateOf(line, `start date of version ${raw.name}`, raw.startDate),
      releaseDate: dateOf(line, `release date of version ${raw.name}`, raw.releaseDate),
    };
    versions.set(raw.id, version);
    return version;
  };

  const addUser = (line: number, { accountId, displayName, timeZone, active }: UserLine): void => {
    if (!isNew(line, 'user', collected.users, accountId)) return;
    if (!isZone(timeZone))
      report(line, `time zone "${timeZone}" of user ${accountId} is not known; UTC was taken`);
    const zone = isZone(timeZone) ? timeZone : 'UTC';
    collected.users.set(accountId, {
      accountId,
      displayName: displayName || accountId,
      timeZone: zone,
      active,
    });
  };

  const addIssue = (line: number, raw: IssueLine): void => {
    if (!isNew(line, 'issue', issueKeys, raw.key) || !isNew(line, 'issue id', ids, raw.id)) return;
    const created = instantOf(raw.created);
    if (created === null) {
      report(line, `issue ${raw.key} was skipped: created "${raw.created}" is no point in time`);
      return;
    }
    issueKeys.add(raw.key);
    ids.add(raw.id);
    const resolved = instantIn(line, `resolution date of ${raw.key}`, raw.resolutiondate);
    const comments = raw.comments.flatMap((comment) => {
      const at = instantIn(line, `date of a comment on ${raw.key}`, comment.created);
      return at === null ? [] : [{ author: comment.author, created: at, length: comment.length }];
    });
    collected.first = Math.min(collected.first, created);
    for (const at of [created, resolved, ...comments.map((comment) => comment.created)]) {
      if (at !== null) collected.last = Math.max(collected.last, at);
    }
    const fixVersions = raw.fixVersions.map((version) => versionOf(line, version));
    if (wanted && !wanted.has(raw.project)) return;
    const { kind: _kind, resolutiondate: _date, fixVersions: _versions, ...rest } = raw;
    const issue: ArchiveIssue = {
      ...rest,
      created,
      resolved,
      comments,
      versionIds: fixVersions.map((version) => version.id),
      dueDate: earliest(fixVersions.map((version) => version.releaseDate)),
    };
    collected.issues.push({ line, issue });
  };

  return {
    collected,
    report,
    add(line, parsed) {
      if (parsed.kind === 'user') addUser(line, parsed);
      else if (parsed.kind === 'issue') addIssue(line, parsed);
      else if (parsed.kind === 'project' && isNew(line, 'project', collected.projects, parsed.key)) {
        const { kind: _kind, ...rest } = parsed;
        collected.projects.set(parsed.key, {
          ...rest,
          name: rest.name ?? (rest.description || rest.key),
          versions: rest.versions.map((version) => versionOf(line, version)),
          lead: null,
        });
      }
    },
  };
}
