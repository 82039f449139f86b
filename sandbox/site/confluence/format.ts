import { createHash } from 'node:crypto';
import type * as E from '../entities';
import type { SiteState } from '../state';
import { bodyWire } from './body';
import type { BodyFormat } from './query';

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, as all of v2 writes instants. */
export const instant = (at: number): string => new Date(at).toISOString();

const instantOrNull = (at: number | null): string | null => (at === null ? null : instant(at));

/** Where relative links of this product begin. */
export const baseOf = (state: SiteState): string => `${state.baseUrl}/wiki`;

export const versionWire = (version: E.ContentVersion) => ({
  number: version.number,
  message: version.message,
  minorEdit: version.minorEdit,
  authorId: version.authorId,
  createdAt: instant(version.created),
});

export const spaceWire = (space: E.Space) => ({
  id: space.id,
  key: space.key,
  name: space.name,
  type: 'global',
  status: 'current',
  authorId: space.authorId,
  spaceOwnerId: space.authorId,
  currentActiveAlias: space.key,
  createdAt: instant(space.created),
  ...(space.homepageId === null ? {} : { homepageId: space.homepageId }),
  description: null,
  icon: null,
  _links: { webui: `/spaces/${space.key}` },
});

/** Confluence's short link: the id's bytes, lowest first, in its own base 64. */
function tinyLink(id: string): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(id));
  const text = bytes.toString('base64').replaceAll('/', '-').replaceAll('+', '_');
  return `/x/${text.replace(/A*=*$/, '')}`;
}

export function pageLinks(state: SiteState, page: E.Page) {
  const key = state.spaces.get(page.spaceId)?.key ?? '';
  const slug = encodeURIComponent(page.title).replaceAll('%20', '+');
  return {
    editui: `/pages/resumedraft.action?draftId=${page.id}`,
    webui: `/spaces/${key}/pages/${page.id}/${slug}`,
    tinyui: tinyLink(page.id),
  };
}

/** Always all of these keys, nulls included: recorded from a real site. */
export const pageWire = (state: SiteState, page: E.Page, format?: BodyFormat) => ({
  id: page.id,
  status: page.status,
  title: page.title,
  spaceId: page.spaceId,
  parentId: page.parentId,
  parentType: page.parentId === null ? null : 'page',
  position: page.position,
  authorId: page.authorId,
  ownerId: page.ownerId,
  lastOwnerId: page.lastOwnerId ?? null,
  createdAt: instant(page.created),
  version: versionWire(page.version),
  body: bodyWire(page.body, format),
  _links: pageLinks(state, page),
});

export function attachmentWire(state: SiteState, attachment: E.Attachment) {
  const { id, title, pageId, version } = attachment;
  const page = state.pages.get(pageId);
  const download =
    `/download/attachments/${pageId}/${encodeURIComponent(title)}` +
    `?version=${version.number}&modificationDate=${version.created}&cacheVersion=1&api=v2`;
  const webui = page ? `${pageLinks(state, page).webui}?preview=/${pageId}/${id.slice('att'.length)}` : '';
  return {
    id,
    status: 'current',
    title,
    createdAt: instant(attachment.created),
    pageId,
    mediaType: attachment.mediaType,
    mediaTypeDescription: '',
    comment: attachment.comment,
    fileId: attachment.fileId,
    fileSize: attachment.fileSize,
    webuiLink: webui,
    downloadLink: download,
    version: versionWire(version),
    _links: { webui, download },
  };
}

/** A label has an id of its own on every site; here it follows from the name, so that nothing needs to keep it. */
export const labelId = (name: string): string =>
  createHash('sha256').update(name).digest().readUIntBE(0, 5).toString();

export const labelWire = (name: string) => ({ id: labelId(name), name, prefix: 'global' });

export const propertyWire = (property: E.StoredProperty) => ({
  id: property.id,
  key: property.key,
  value: property.value,
  version: versionWire(property.version),
});

export function commentWire(state: SiteState, comment: E.FooterComment, format?: BodyFormat) {
  const page = state.pages.get(comment.pageId);
  return {
    id: comment.id,
    status: 'current',
    title: `Re: ${page?.title ?? ''}`,
    pageId: comment.pageId,
    ...(comment.parentCommentId === null ? {} : { parentCommentId: comment.parentCommentId }),
    version: versionWire(comment.version),
    body: bodyWire(comment.body, format),
    _links: { webui: page ? `${pageLinks(state, page).webui}?focusedCommentId=${comment.id}` : '' },
  };
}

export const taskWire = (task: E.InlineTask, format?: BodyFormat) => ({
  id: task.id,
  localId: task.localId,
  spaceId: task.spaceId,
  pageId: task.pageId,
  status: task.status,
  body: bodyWire(task.body, format),
  createdBy: task.createdBy,
  assignedTo: task.assignedTo,
  completedBy: task.completedBy,
  createdAt: instant(task.created),
  updatedAt: instant(task.updated),
  dueAt: instantOrNull(task.dueAt),
  completedAt: instantOrNull(task.completedAt),
});

/** @param withEmail false for apps, which are given addresses only by a separate approval. */
export const userWire = (user: E.User, withEmail: boolean) => ({
  displayName: user.displayName,
  timeZone: user.timeZone,
  personalSpaceId: null,
  isExternalCollaborator: false,
  accountStatus: user.active ? 'active' : 'inactive',
  accountId: user.accountId,
  email: withEmail ? user.emailAddress : '',
  accountType: user.accountType,
  publicName: user.displayName,
  profilePicture: { path: '/wiki/aa-avatar/default', isDefault: true },
});
