import type { CoverageLine, CoverageUser } from '../coverage-line';

const OPERATIONS = 'sandbox/site/confluence/operations';

interface Claim {
  readonly scope?: string;
  readonly usedBy?: readonly CoverageUser[];
  readonly testedBy: string;
  /** What of the documented operation is missing; absent where nothing is. */
  readonly missing?: string;
}

const line = (id: string, route: string, claim: Claim): CoverageLine => ({
  product: 'confluence',
  id,
  route,
  scope: claim.scope ?? '',
  status: claim.missing === undefined ? 'full' : 'partial',
  usedBy: claim.usedBy ?? ['clients'],
  testedBy: `${OPERATIONS}/${claim.testedBy}`,
  note: claim.missing ?? '',
});

const byDocket = (scope: string) =>
  ({ scope, usedBy: ['docket', 'clients'] }) as const satisfies Partial<Claim>;

const V2 = '/wiki/api/v2';
const V1 = '/wiki/rest/api';
const BODIES = 'bodies are written as atlas_doc_format only';

/** What the site serves of Confluence, operation by operation. */
export const confluenceCoverage: readonly CoverageLine[] = [
  line('getSpaces', `GET ${V2}/spaces`, {
    ...byDocket('read:space:confluence'),
    testedBy: 'spaces.test.ts',
    missing: 'no labels, favourites, icons; every space is global and current',
  }),
  line('getSpaceById', `GET ${V2}/spaces/{id}`, {
    testedBy: 'spaces.test.ts',
    missing: 'no include-... parameter',
  }),
  line('getPages', `GET ${V2}/pages`, {
    ...byDocket('read:page:confluence'),
    testedBy: 'page-lists.test.ts',
    missing: 'no live docs',
  }),
  line('getPagesInSpace', `GET ${V2}/spaces/{id}/pages`, {
    testedBy: 'page-lists.test.ts',
  }),
  line('getPageById', `GET ${V2}/pages/{id}`, {
    ...byDocket('read:page:confluence'),
    testedBy: 'page-read.test.ts',
    missing: 'no rendered body formats, likes, favourites, web resources, collaborators, direct children',
  }),
  line('createPage', `POST ${V2}/pages`, {
    ...byDocket('write:page:confluence'),
    testedBy: 'page-create.test.ts',
    missing: `${BODIES}; no live docs, no embedded pages`,
  }),
  line('updatePage', `PUT ${V2}/pages/{id}`, {
    ...byDocket('write:page:confluence'),
    testedBy: 'page-update.test.ts',
    missing: `${BODIES}; no draft beside a published page`,
  }),
  line('deletePage', `DELETE ${V2}/pages/{id}`, { testedBy: 'page-delete.test.ts' }),
  line('getChildPages', `GET ${V2}/pages/{id}/children`, { testedBy: 'page-tree.test.ts' }),
  line('getPageDirectChildren', `GET ${V2}/pages/{id}/direct-children`, {
    testedBy: 'page-tree.test.ts',
    missing: 'children are pages only',
  }),
  line('getPageAncestors', `GET ${V2}/pages/{id}/ancestors`, { testedBy: 'page-tree.test.ts' }),
  line('getPageVersions', `GET ${V2}/pages/{id}/versions`, { testedBy: 'page-read.test.ts' }),
  line('getPageLabels', `GET ${V2}/pages/{id}/labels`, {
    testedBy: 'labels.test.ts',
    missing: 'global labels only',
  }),
  line('addLabelsToContent', `POST ${V1}/content/{id}/label`, {
    testedBy: 'labels.test.ts',
    missing: 'global labels on pages only',
  }),
  line('getPageAttachments', `GET ${V2}/pages/{id}/attachments`, {
    testedBy: 'attachments.test.ts',
    missing: 'read only; current files only',
  }),
  line('getAttachmentById', `GET ${V2}/attachments/{id}`, {
    testedBy: 'attachments.test.ts',
    missing: 'current version only; no include-... parameter but include-version',
  }),
  line('getPageContentProperties', `GET ${V2}/pages/{page-id}/properties`, {
    ...byDocket('read:page:confluence'),
    testedBy: 'properties.test.ts',
  }),
  line('createPageProperty', `POST ${V2}/pages/{page-id}/properties`, {
    ...byDocket('write:page:confluence'),
    testedBy: 'properties.test.ts',
  }),
  line('getPageContentPropertiesById', `GET ${V2}/pages/{page-id}/properties/{property-id}`, {
    testedBy: 'properties.test.ts',
  }),
  line('updatePagePropertyById', `PUT ${V2}/pages/{page-id}/properties/{property-id}`, {
    ...byDocket('write:page:confluence'),
    testedBy: 'properties.test.ts',
  }),
  line('deletePagePropertyById', `DELETE ${V2}/pages/{page-id}/properties/{property-id}`, {
    testedBy: 'properties.test.ts',
  }),
  line('getPageFooterComments', `GET ${V2}/pages/{id}/footer-comments`, {
    ...byDocket('read:comment:confluence'),
    testedBy: 'footer-comments.test.ts',
  }),
  line('createFooterComment', `POST ${V2}/footer-comments`, {
    ...byDocket('write:comment:confluence'),
    testedBy: 'footer-comments.test.ts',
    missing: `${BODIES}; comments on pages only`,
  }),
  line('getFooterCommentById', `GET ${V2}/footer-comments/{comment-id}`, {
    testedBy: 'footer-comments.test.ts',
    missing: 'no earlier versions, rendered body formats, operations, likes',
  }),
  line('updateFooterComment', `PUT ${V2}/footer-comments/{comment-id}`, {
    testedBy: 'footer-comments.test.ts',
    missing: BODIES,
  }),
  line('deleteFooterComment', `DELETE ${V2}/footer-comments/{comment-id}`, {
    testedBy: 'footer-comments.test.ts',
  }),
  line('getCommentContentProperties', `GET ${V2}/comments/{comment-id}/properties`, {
    testedBy: 'properties.test.ts',
    missing: 'footer comments only',
  }),
  line('createCommentProperty', `POST ${V2}/comments/{comment-id}/properties`, {
    testedBy: 'properties.test.ts',
    missing: 'footer comments only',
  }),
  line('getCommentContentPropertiesById', `GET ${V2}/comments/{comment-id}/properties/{property-id}`, {
    testedBy: 'properties.test.ts',
    missing: 'footer comments only',
  }),
  line('updateCommentPropertyById', `PUT ${V2}/comments/{comment-id}/properties/{property-id}`, {
    testedBy: 'properties.test.ts',
    missing: 'footer comments only',
  }),
  line('deleteCommentPropertyById', `DELETE ${V2}/comments/{comment-id}/properties/{property-id}`, {
    testedBy: 'properties.test.ts',
    missing: 'footer comments only',
  }),
  line('getTasks', `GET ${V2}/tasks`, {
    ...byDocket('read:task:confluence'),
    testedBy: 'tasks.test.ts',
    missing: 'tasks on pages only',
  }),
  line('getTaskById', `GET ${V2}/tasks/{id}`, { testedBy: 'tasks.test.ts' }),
  line('updateTask', `PUT ${V2}/tasks/{id}`, { testedBy: 'tasks.test.ts' }),
  line('checkContentPermission', `POST ${V1}/content/{id}/permission/check`, {
    testedBy: 'permission-check.test.ts',
    missing: 'people only, no groups',
  }),
  line('createBulkUserLookup', `POST ${V2}/users-bulk`, { testedBy: 'users.test.ts' }),
];
