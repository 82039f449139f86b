/**
 * What the site stores. Stored shape and wire shape differ on purpose: the wire is made in each product's `format`.
 * Instants are epoch milliseconds; dates without time are `YYYY-MM-DD`; documents are ADF.
 */
import type { Row } from './store';

export interface AdfDoc {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface User extends Row {
  /** Equals `id`. */
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** As the profile has it; not in any answer of the interfaces that are modelled. */
  readonly jobTitle?: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly active: boolean;
  readonly accountType: 'atlassian' | 'app';
  readonly siteAdmin: boolean;
}

/** Each role includes the rights of those before it. `viewer`: browse; `member`: edit, comment, create; `admin`: administer. */
export type ProjectRole = 'viewer' | 'member' | 'admin';

export interface Project extends Row {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly leadAccountId: string | null;
  readonly projectTypeKey: 'software' | 'business';
  /** What everyone who is logged in may do; `null` makes the project private to its role holders. */
  readonly everyone: ProjectRole | null;
  readonly roles: Readonly<Record<string, ProjectRole>>;
  /** False where an admin has taken the installed app's account out of the permission scheme. */
  readonly appAccess: boolean;
  /** Ids into the site-wide tables, in display order. */
  readonly issueTypeIds: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface IssueType extends Row {
  readonly name: string;
  readonly subtask: boolean;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status extends Row {
  readonly name: string;
  readonly category: StatusCategory;
}

export interface Named extends Row {
  readonly name: string;
}

/** A field that an admin added, its id `customfield_NNNNN`. Number fields are the only kind that the site has. */
export type CustomField = Named;

/** In seconds. What was spent comes from work logs, which are not modelled, so only a seed sets it. */
export interface TimeTracking {
  readonly original: number | null;
  readonly remaining: number | null;
  readonly spent: number | null;
}

export interface Component extends Named {
  readonly projectId: string;
}

export interface Version extends Named {
  readonly projectId: string;
  readonly description?: string;
  readonly archived: boolean;
  readonly released: boolean;
  readonly startDate?: string;
  readonly releaseDate?: string;
}

export interface SecurityLevel extends Named {
  readonly memberIds: readonly string[];
}

export interface Issue extends Row {
  readonly key: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly description: AdfDoc | null;
  readonly statusId: string;
  readonly priorityId: string | null;
  readonly resolutionId: string | null;
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  readonly creatorId: string | null;
  readonly parentId: string | null;
  readonly labels: readonly string[];
  readonly componentIds: readonly string[];
  readonly fixVersionIds: readonly string[];
  readonly affectedVersionIds: readonly string[];
  readonly securityLevelId: string | null;
  readonly dueDate: string | null;
  /** Absent where nobody ever estimated. */
  readonly timeTracking?: TimeTracking;
  /** Values of custom number fields by field id; absent and `null` are both empty. */
  readonly numbers?: Readonly<Record<string, number | null>>;
  readonly created: number;
  readonly updated: number;
  readonly resolved: number | null;
  readonly statusChanged: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface IssueComment extends Row {
  readonly issueId: string;
  readonly authorId: string;
  readonly updateAuthorId: string;
  readonly body: AdfDoc;
  readonly created: number;
  readonly updated: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface IssueLinkType extends Named {
  readonly inward: string;
  readonly outward: string;
}

/**
 * The inward issue blocks the outward one: an issue shows the phrase of the side where the *other* stands, so that A, seeing
 * `inwardIssue: B`, reads "is blocked by B". https://developer.atlassian.com/cloud/jira/platform/issue-linking-model/
 */
export interface IssueLink extends Row {
  readonly typeId: string;
  readonly inwardIssueId: string;
  readonly outwardIssueId: string;
}

/** One field's change. Values as Jira's changelog shows them: ids in `from`/`to`, words in the texts. */
export interface Change extends Row {
  readonly issueId: string;
  readonly authorId: string;
  readonly created: number;
  readonly items: readonly {
    readonly field: string;
    /** Id of a custom field; absent for Jira's own fields. */
    readonly customFieldId?: string;
    readonly from: string | null;
    readonly fromText: string | null;
    readonly to: string | null;
    readonly toText: string | null;
  }[];
}

export interface Space extends Row {
  readonly key: string;
  readonly name: string;
  readonly homepageId: string | null;
  readonly authorId: string;
  readonly created: number;
  readonly everyone: 'view' | 'edit' | null;
  readonly members: Readonly<Record<string, 'view' | 'edit' | 'admin'>>;
  readonly appAccess: boolean;
}

export interface ContentVersion {
  readonly number: number;
  readonly message: string;
  readonly minorEdit: boolean;
  readonly authorId: string;
  readonly created: number;
}

export interface StoredProperty {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
  readonly version: ContentVersion;
}

export interface Page extends Row {
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly status: 'current' | 'draft' | 'archived' | 'trashed' | 'deleted';
  readonly body: AdfDoc;
  readonly position: number;
  readonly authorId: string;
  readonly ownerId: string;
  /** The owner before this one; absent where the page never changed hands. */
  readonly lastOwnerId?: string;
  readonly created: number;
  readonly version: ContentVersion;
  /** Earlier versions, oldest first, with the body that each had. */
  readonly history: readonly {
    readonly version: ContentVersion;
    readonly title: string;
    readonly body: AdfDoc;
  }[];
  readonly labels: readonly string[];
  readonly properties: readonly StoredProperty[];
  /** Account ids that alone may read; `null` where the page is not restricted. */
  readonly readers: readonly string[] | null;
}

/** A file at a page; its id begins with `att`. What is in the file is not kept. */
export interface Attachment extends Row {
  readonly pageId: string;
  readonly title: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly fileSize: number;
  /** What documents refer to a file by. */
  readonly fileId: string;
  readonly comment: string;
  readonly created: number;
  readonly version: ContentVersion;
}

export interface InlineTask extends Row {
  readonly localId: string;
  readonly spaceId: string;
  readonly pageId: string;
  readonly status: 'complete' | 'incomplete';
  readonly body: AdfDoc;
  readonly createdBy: string;
  readonly assignedTo: string | null;
  readonly completedBy: string | null;
  readonly created: number;
  readonly updated: number;
  readonly dueAt: number | null;
  readonly completedAt: number | null;
}

export interface FooterComment extends Row {
  readonly pageId: string;
  readonly parentCommentId: string | null;
  readonly authorId: string;
  readonly body: AdfDoc;
  readonly created: number;
  readonly version: ContentVersion;
  readonly properties: readonly StoredProperty[];
}
