import { z } from 'zod';
import type { FooterComment } from '../../entities';
import { type AnyOperation, boolParam, defineOperation } from '../../operation';
import { administersSpaceOf, requireComment, requirePage } from '../access';
import { BodyWrite, readBody } from '../body';
import { baseOf, commentWire, propertyWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { bodyFormatParam, choicesParam, idOf, pagingQuery, unmodelledFlag, unmodelledParam } from '../query';
import { badRequest, notFound, requireNextVersion, unmodelled } from '../refusals';

const SORT_KEYS = {
  'created-date': (comment: FooterComment) => comment.created,
  'modified-date': (comment: FooterComment) => comment.version.created,
};

const list = defineOperation({
  id: 'getPageFooterComments',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}/footer-comments',
  scopes: [['read:comment:confluence']],
  query: z.strictObject({
    ...pagingQuery,
    'body-format': bodyFormatParam,
    status: choicesParam(['current', 'archived', 'trashed', 'deleted', 'historical', 'draft']),
    sort: z.enum(['created-date', '-created-date', 'modified-date', '-modified-date']).optional(),
  }),
  body: null,
  run(context) {
    const { state, query, params } = context;
    const page = requirePage(context, idOf(params));
    // Deleting a comment is permanent: all there are are current. Replies are listed under their own parent.
    const asked = query.status === undefined || query.status.includes('current');
    const found = asked
      ? state.footerComments.where('page', page.id).filter((comment) => comment.parentCommentId === null)
      : [];
    return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'created-date'), (comment) =>
      commentWire(state, comment, query['body-format']),
    );
  },
});

const get = defineOperation({
  id: 'getFooterCommentById',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/footer-comments/{comment-id}',
  scopes: [['read:comment:confluence']],
  query: z.strictObject({
    'body-format': bodyFormatParam,
    version: unmodelledParam,
    'include-properties': boolParam.default(false),
    'include-operations': unmodelledFlag,
    'include-likes': unmodelledFlag,
    'include-versions': unmodelledFlag,
    'include-version': boolParam.default(true),
  }),
  body: null,
  run(context) {
    const { state, query, params } = context;
    const { comment } = requireComment(context, idOf(params, 'comment-id'));
    const { version, ...wire } = commentWire(state, comment, query['body-format']);
    const properties = {
      results: comment.properties.map(propertyWire),
      meta: { hasMore: false },
      _links: { self: `/wiki/api/v2/comments/${comment.id}/properties` },
    };
    const body = {
      ...wire,
      ...(query['include-version'] ? { version } : {}),
      ...(query['include-properties'] ? { properties } : {}),
      _links: { ...wire._links, base: baseOf(state) },
    };
    return { status: 200, body, objects: 1 };
  },
});

const create = defineOperation({
  id: 'createFooterComment',
  product: 'confluence',
  method: 'POST',
  path: '/wiki/api/v2/footer-comments',
  scopes: [['write:comment:confluence']],
  query: z.strictObject({}),
  body: z.strictObject({
    pageId: z.string().optional(),
    parentCommentId: z.string().optional(),
    blogPostId: z.string().optional(),
    attachmentId: z.string().optional(),
    customContentId: z.string().optional(),
    body: BodyWrite,
  }),
  run(context) {
    const { state, caller, body, now } = context;
    if (body.blogPostId ?? body.attachmentId ?? body.customContentId) {
      throw unmodelled('comments on anything but pages');
    }
    if ((body.pageId === undefined) === (body.parentCommentId === undefined)) {
      throw badRequest('Exactly one of pageId and parentCommentId must be given');
    }
    const pageId = body.pageId ?? requireComment(context, body.parentCommentId ?? '').comment.pageId;
    // Whoever sees the page may comment: the site keeps no comment permission apart from that.
    const page = requirePage(context, pageId);
    const authorId = caller.user.accountId;
    const comment: FooterComment = {
      id: state.nextId(),
      pageId: page.id,
      parentCommentId: body.parentCommentId ?? null,
      authorId,
      body: readBody(body.body),
      created: now,
      version: { number: 1, message: '', minorEdit: false, authorId, created: now },
      properties: [],
    };
    state.footerComments.put(comment);
    const wire = commentWire(state, comment, 'atlas_doc_format');
    return { status: 201, body: { ...wire, _links: { ...wire._links, base: baseOf(state) } }, objects: 1 };
  },
});

const update = defineOperation({
  id: 'updateFooterComment',
  product: 'confluence',
  method: 'PUT',
  path: '/wiki/api/v2/footer-comments/{comment-id}',
  scopes: [['write:comment:confluence']],
  query: z.strictObject({}),
  body: z.strictObject({
    version: z.strictObject({ number: z.int(), message: z.string().optional() }),
    body: BodyWrite,
    _links: z.looseObject({}).optional(),
  }),
  run(context) {
    const { state, caller, params, body, now } = context;
    const { comment } = requireComment(context, idOf(params, 'comment-id'));
    const authorId = caller.user.accountId;
    // Words are changed by who wrote them, not even by an admin of the space.
    if (comment.authorId !== authorId) throw notFound();
    requireNextVersion('a comment', comment.version.number, body.version.number);
    const changed = state.footerComments.patch(comment.id, {
      body: readBody(body.body),
      version: {
        number: body.version.number,
        message: body.version.message ?? '',
        minorEdit: false,
        authorId,
        created: now,
      },
    });
    return { status: 200, body: commentWire(state, changed, 'atlas_doc_format'), objects: 1 };
  },
});

const remove = defineOperation({
  id: 'deleteFooterComment',
  product: 'confluence',
  method: 'DELETE',
  path: '/wiki/api/v2/footer-comments/{comment-id}',
  scopes: [['delete:comment:confluence']],
  query: z.strictObject({}),
  body: null,
  run(context) {
    const { state, caller, params } = context;
    const { comment, page } = requireComment(context, idOf(params, 'comment-id'));
    const own = comment.authorId === caller.user.accountId;
    if (!own && !administersSpaceOf(state, caller.user, page)) throw notFound();
    for (const reply of state.footerComments.where('page', page.id)) {
      if (reply.parentCommentId === comment.id) {
        state.footerComments.patch(reply.id, { parentCommentId: comment.parentCommentId });
      }
    }
    state.footerComments.delete(comment.id);
    return { status: 204 };
  },
});

export const footerCommentOperations: readonly AnyOperation[] = [list, get, create, update, remove];
