import { route } from '@forge/api';
import { z } from 'zod';
import { commentBody } from '../../domain/commitments/comment';
import { type Delivery, referenceOf } from '../../domain/commitments';
import { textOf } from '../../domain/status/adf';
import { isAppError } from '../../errors';
import type { Messenger } from '../../ports/messenger';
import { cursorOf, type Http, pages, type Requester, type RequestSpec } from '../http';
import { docFrom } from './map';
import { WireFooterComments } from './task-schema';

/**
 * Messages as footer comments, by the scopes read:comment and write:comment. A comment and a property of it cannot be
 * written in one call, so that a run may die between the two: the reference in the comment's last line is what it is
 * recognised by.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-comment/#api-footer-comments-post
 */
export function createPageMessenger(http: Http, requestConfluence: Requester): Messenger {
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
    async send(delivery) {
      const value = JSON.stringify(commentBody(delivery, referencesIn(delivery)));
      const { id } = await send({
        operation: 'createFooterComment',
        method: 'POST',
        path: route`/wiki/api/v2/footer-comments`,
        body: { pageId: delivery.target.id, body: { representation: 'atlas_doc_format', value } },
        schema: z.looseObject({ id: z.string() }),
      });
      return id;
    },

    async find(target, key, since) {
      try {
        for await (const { id, version, body } of commentsOf(target.id)) {
          // An edited comment looks newer than it is: that costs a longer look, and misses none.
          if (Date.parse(version.createdAt) < since.getTime()) return null;
          const { content } = docFrom('getPageFooterComments', body?.atlas_doc_format?.value);
          if (content.some((node) => textOf(node).includes(referenceOf(key)))) return id;
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

const referencesIn = ({ messages }: Delivery): string =>
  messages.map(({ key }) => referenceOf(key)).join(' ');
