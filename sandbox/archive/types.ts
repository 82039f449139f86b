import type { StatusCategory } from '../site/entities';

/** The archive cannot be used at all. The message is a sentence for the person who named the file. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** Something in the archive that was left out, and where: lines count from 1. */
export interface ArchiveProblem {
  readonly line: number;
  readonly why: string;
}

export interface ArchiveVersion {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly released: boolean;
  /** `YYYY-MM-DD`. */
  readonly startDate: string | null;
  readonly releaseDate: string | null;
}

export interface ArchiveProject {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly components: readonly string[];
  readonly issueTypes: readonly { readonly name: string; readonly subtask: boolean }[];
  readonly versions: readonly ArchiveVersion[];
  /** Its most frequent assignee over all issues, the lower account id on a tie; `null` where nobody is assigned. */
  readonly lead: string | null;
}

export interface ArchiveUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly active: boolean;
}

export interface ArchiveLink {
  readonly type: string;
  readonly direction: 'inward' | 'outward';
  readonly phrase: string;
  readonly key: string;
}

/** Instants are epoch milliseconds. */
export interface ArchiveComment {
  readonly author: string | null;
  readonly created: number;
  readonly length: number;
}

/** An issue as it was when the archive was made; what had happened by some earlier instant follows from the dates. */
export interface ArchiveIssue {
  readonly key: string;
  readonly id: string;
  readonly project: string;
  readonly summary: string;
  readonly description: string;
  readonly issuetype: string;
  readonly subtask: boolean;
  readonly parent: string | null;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  readonly priority: string | null;
  readonly resolution: string | null;
  readonly created: number;
  readonly resolved: number | null;
  readonly assignee: string | null;
  readonly reporter: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly versionIds: readonly string[];
  /** The release date of the earliest dated fix version, `YYYY-MM-DD`; the archive has no due dates of its own. */
  readonly dueDate: string | null;
  readonly links: readonly ArchiveLink[];
  readonly comments: readonly ArchiveComment[];
}

export interface Archive {
  readonly projects: readonly ArchiveProject[];
  readonly users: readonly ArchiveUser[];
  /** In the order of the file; only those of the projects that were asked for. */
  readonly issues: readonly ArchiveIssue[];
  readonly problems: readonly ArchiveProblem[];
  /** When the first issue of the whole file was created, epoch milliseconds. */
  readonly first: number;
  /** The last creation, resolution or comment of the whole file, epoch milliseconds. */
  readonly last: number;
}
