import { route } from '@forge/api';
import { z } from 'zod';
import { textOf } from '../../domain/status/adf';
import { isAppError } from '../../errors';
import type { PageComments } from '../../ports/page-comments';
import { cursorOf, type Http, pages, type Requester, type RequestSpec } from '../http';
import { docFrom } from './map';
import { WireFooterComments } from './task-schema';

/**
 * Footer comments, by the scopes read:comment and write:comment. A comment and a property of it cannot be written in
 * one call, so that a run may die between the two: the reference in the comment's words is what it is recognised by.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-comment/#api-footer-comments-post
 */
export function createPageComments(http: Http, requestConfluence: Requester): PageComments {
  const send = <T>(spec: RequestSpec<T>) => http.send(requestConfluence, spec);

  /** Top-level comments, newest first. */
  function commentsOf(pageId: string) {
    const operation = 'getPageFooterComments';
    return pages(operation, async (cursor) => {
      const query = new URLSearchParams({
        'body-format': 'atlas_doc_format',
        sort: '-created-date',
        limit: '25',
        ...(cursor === undefined ? {} : { cursor }),
      });
      const page = await send({
        operation,
        path: route`/wiki/api/v2/pages/${pageId}/footer-comments?${query}`,
        schema: WireFooterComments,
        extraPoints: ({ results }) => results.length,
      });
      return { items: page.results, next: cursorOf(operation, page._links?.next) };
    });
  }

  return {
    async write(pageId, doc) {
      const body = { representation: 'atlas_doc_format', value: JSON.stringify(doc) };
      const { id } = await send({
        operation: 'createFooterComment',
        method: 'POST',
        path: route`/wiki/api/v2/footer-comments`,
        body: { pageId, body },
        schema: z.looseObject({ id: z.string() }),
      });
      return id;
    },

    async find(pageId, reference, since) {
      try {
        for await (const { id, version, body } of commentsOf(pageId)) {
          // An edited comment looks newer than it is: that costs a longer look, and misses none.
          if (Date.parse(version.createdAt) < since.getTime()) return null;
          const { content } = docFrom('getPageFooterComments', body?.atlas_doc_format?.value);
          if (content.some((node) => textOf(node).includes(reference))) return id;
        }
        return null;
      } catch (error) {
        // Where we no longer see the page, we no longer see our comment: the re-check decides what is left to do.
        if (isAppError(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
  };
}
