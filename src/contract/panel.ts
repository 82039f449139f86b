import { z } from 'zod';
import { defineCall } from './call';
import { FollowUpView } from './choices';
import { MessageView } from './messages';
import { Names, RecordView, RegisterView, UnreadableView } from './register-views';

/** The issue whose panel is open, in one answer. */
export const panel = {
  read: defineCall(
    'panel.read',
    z.strictObject({}),
    z.object({
      followUp: FollowUpView,
      records: z.array(z.object({ register: RegisterView, record: RecordView })),
      unreadable: z.array(z.object({ register: RegisterView, unreadable: UnreadableView })),
      /** Registers that the issue is not in. */
      others: z.array(RegisterView),
      /** Whether the person may change records. */
      canEdit: z.boolean(),
      /** What was sent about the issue, newest first. */
      messages: z.array(MessageView),
      names: Names,
    }),
  ),
};
