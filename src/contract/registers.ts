import { z } from 'zod';
import { defineCall } from './call';
import { Names, RecordView, RegisterView, UnreadableView } from './register-views';

const kind = z.string().max(30);
const issueId = z.string().max(30);
const revision = z.int().min(1).max(1_000_000);
const reason = z.string().trim().max(500).optional();
const values = z.record(z.string().max(60), z.unknown());
const summary = z.string().trim().min(1).max(255);
const text = z.string().max(100);

export const registers = {
  list: defineCall(
    'registers.list',
    z.strictObject({ kind }),
    z.object({
      register: RegisterView,
      records: z.array(RecordView),
      unreadable: z.array(UnreadableView),
      names: Names,
      canEdit: z.boolean(),
      /** The app's own time: what is overdue must not depend on the browser's clock. */
      asOf: z.iso.datetime(),
    }),
  ),
  /** Creates an issue in this project and puts the record on it. */
  create: defineCall('registers.create', z.strictObject({ kind, summary, values }), RecordView),
  /** Puts a record on an issue that exists. */
  attach: defineCall('registers.attach', z.strictObject({ kind, issueKey: text, values }), RecordView),
  edit: defineCall('registers.edit', z.strictObject({ kind, issueId, revision, values, reason }), RecordView),
  transition: defineCall(
    'registers.transition',
    z.strictObject({ kind, issueId, revision, to: z.string().max(50), reason }),
    RecordView,
  ),
  /** Colleagues for a person field: at most ten whose name contains the text. */
  people: defineCall(
    'registers.people',
    z.strictObject({ query: text }),
    z.object({ people: z.array(z.object({ accountId: z.string(), name: z.string() })) }),
  ),
};
