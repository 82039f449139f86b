import type { Issue } from '../../entities';
import { ISSUE_WRITE_WINDOWS } from '../../limits';
import { SiteError } from '../../operation';
import type { SiteState } from '../../state';
import type { Request } from '../wire';

/** Instants of recent writes by issue id; kept by state, so that two sites in one process do not share them. */
const writes = new WeakMap<SiteState, Map<string, number[]>>();

const LONGEST_MS = Math.max(...ISSUE_WRITE_WINDOWS.map(({ milliseconds }) => milliseconds));

/**
 * Counts a write to an issue against Jira's per-issue limits.
 * @throws SiteError 429 with `Retry-After` (seconds) and `RateLimit-Reason` where a window is full.
 */
export function countWrite({ state, now }: Request, issue: Issue): void {
  const byIssue = writes.get(state) ?? new Map<string, number[]>();
  writes.set(state, byIssue);
  const recent = (byIssue.get(issue.id) ?? []).filter((at) => at > now - LONGEST_MS);
  for (const { writes: limit, milliseconds } of ISSUE_WRITE_WINDOWS) {
    const inWindow = recent.filter((at) => at > now - milliseconds);
    const oldest = inWindow[inWindow.length - limit];
    if (oldest !== undefined) throw tooMany(limit, oldest + milliseconds, now);
  }
  byIssue.set(issue.id, [...recent, now]);
}

function tooMany(limit: number, freeAt: number, now: number): SiteError {
  const message = 'Rate limit exceeded: too many writes to this issue.';
  return new SiteError(
    429,
    { errorMessages: [message], errors: {} },
    {
      'Retry-After': String(Math.max(1, Math.ceil((freeAt - now) / 1000))),
      'RateLimit-Reason': 'jira-per-issue-on-write',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(freeAt).toISOString(),
    },
  );
}
