import { z } from 'zod';
import { createCollector, type Collected, type Collector } from './collect';
import { linesOf, type Line } from './lines';
import { ArchiveLine } from './schema';
import {
  ArchiveError,
  type Archive,
  type ArchiveIssue,
  type ArchiveProject,
  type ArchiveUser,
} from './types';

export interface ReadOptions {
  /** Keys of the projects whose issues are wanted; the rest is read over and not kept. All where absent. */
  readonly projects?: readonly string[];
}

/** A parsed line, or what is wrong with it in a few words. */
function parseLine(line: Line, path: string): ArchiveLine | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line.text);
  } catch {
    const isCut = line.isOpen && line.text.startsWith('{') && !line.text.trimEnd().endsWith('}');
    if (isCut)
      throw new ArchiveError(`"${path}" is half-written: it ends in the middle of line ${line.number}.`);
    return 'not JSON';
  }
  const parsed = ArchiveLine.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `${z.core.toDotPath(issue.path)}: ` : '';
  return `${where}${issue?.message ?? 'not as expected'}`;
}

/** The assignee of most issues; of several, the lowest account id. */
function leadOf(issues: readonly ArchiveIssue[]): string | null {
  const counts = new Map<string, number>();
  for (const { assignee } of issues) if (assignee) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/** People who are not in the archive cannot be assigned or told anything: reported, and left out. */
function withKnownPeople(
  issue: ArchiveIssue,
  users: ReadonlyMap<string, ArchiveUser>,
  report: (why: string) => void,
) {
  const known = (what: string, accountId: string | null): string | null => {
    if (accountId === null || users.has(accountId)) return accountId;
    report(`${what} ${accountId} of ${issue.key} is not among the archive's users and was left out`);
    return null;
  };
  return {
    ...issue,
    assignee: known('assignee', issue.assignee),
    reporter: known('reporter', issue.reporter),
  };
}

function issuesOf({ collected, report }: Collector): ArchiveIssue[] {
  const { projects, users } = collected;
  return collected.issues.flatMap(({ line, issue }) => {
    if (projects.has(issue.project)) return [withKnownPeople(issue, users, (why) => report(line, why))];
    report(line, `issue ${issue.key} was skipped: its project ${issue.project} is not in the archive`);
    return [];
  });
}

function refuseEmpty(path: string, { projects, users, problems, first }: Collected): void {
  const missing = [
    ...(projects.size === 0 ? ['project'] : []),
    ...(users.size === 0 ? ['user'] : []),
    ...(first === Infinity ? ['issue'] : []),
  ];
  if (missing.length === 0) return;
  const [problem] = problems;
  const reason = problem ? ` (${problems.length} problems; line ${problem.line}: ${problem.why})` : '';
  throw new ArchiveError(`"${path}" holds no ${missing.join(' and no ')} in the archive's format${reason}.`);
}

function refuseUnknown(projects: ReadonlyMap<string, ArchiveProject>, wanted: readonly string[] = []): void {
  const unknown = wanted.filter((key) => !projects.has(key));
  if (unknown.length === 0) return;
  throw new ArchiveError(
    `The archive has no project ${unknown.join(', ')}; it has ${[...projects.keys()].join(', ')}.`,
  );
}

/**
 * Reads an archive of issues, plain or gzipped, as a stream. A bad line is skipped and named in `problems`.
 * @throws ArchiveError where the file is missing, damaged, half-written, or holds no project, user or issue, or not
 * the project that was asked for.
 */
export async function readArchive(path: string, options: ReadOptions = {}): Promise<Archive> {
  const collector = createCollector(options.projects && new Set(options.projects));
  for await (const line of linesOf(path)) {
    if (line.text.trim() === '') continue;
    const parsed = parseLine(line, path);
    if (typeof parsed === 'string') collector.report(line.number, parsed);
    else collector.add(line.number, parsed);
  }
  const { collected } = collector;
  refuseEmpty(path, collected);
  refuseUnknown(collected.projects, options.projects);
  const issues = issuesOf(collector);
  return {
    projects: [...collected.projects.values()].map((project) => ({
      ...project,
      lead: leadOf(issues.filter((issue) => issue.project === project.key)),
    })),
    users: [...collected.users.values()],
    issues,
    problems: collected.problems.toSorted((a, b) => a.line - b.line),
    first: collected.first,
    last: collected.last,
  };
}
