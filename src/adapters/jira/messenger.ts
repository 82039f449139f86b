import { z } from 'zod';
import { commentBody } from '../../domain/commitments/comment';
import { markOf, MESSAGE_PROPERTY } from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { Messenger } from '../../ports/messenger';
import type { JiraClient } from './client';

const Mark = z.object({ messages: z.array(z.object({ key: z.string() })) });

/** Messages as issue comments, recognised by a comment property. */
export function createIssueMessenger(jira: JiraClient): Messenger {
  const carries = async (commentId: string, key: string): Promise<boolean> => {
    try {
      const mark = Mark.safeParse(await jira.commentProperty(commentId, MESSAGE_PROPERTY));
      return mark.success && mark.data.messages.some((message) => message.key === key);
    } catch (error) {
      if (isAppError(error, 'NOT_FOUND')) return false;
      throw error;
    }
  };
  return {
    send: (delivery) =>
      jira.addComment(delivery.target.id, commentBody(delivery), [
        { key: MESSAGE_PROPERTY, value: markOf(delivery) },
      ]),

    async find(target, key, since) {
      try {
        for (let startAt = 0; ;) {
          const page = await jira.comments(target.id, startAt);
          for (const comment of page.comments) {
            if (Date.parse(comment.created) < since.getTime()) return null;
            if (await carries(comment.id, key)) return comment.id;
          }
          startAt += page.comments.length;
          if (page.comments.length === 0) return null;
        }
      } catch (error) {
        if (isAppError(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
  };
}
