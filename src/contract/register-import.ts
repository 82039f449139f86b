import { z } from 'zod';
import { defineCall } from './call';

/** A file as the browser has read it: the columns are named by what they hold, a field's key or one of every record. */
const FileShape = {
  kind: z.string().max(30),
  /** 12,5 is twelve and a half, as where semicolons part the columns. */
  decimalComma: z.boolean(),
  /** Account ids by the text that stands for a person in the file. */
  people: z
    .array(z.tuple([z.string().max(300), z.array(z.string().min(1).max(128)).max(10)]))
    .max(500, 'At most 500 people at once.'),
};

const RowShape = {
  /** Where the row begins in the file, the head being 1. */
  line: z.int().min(1).max(1_000_000),
  /** SHA-256 of the row as it stands in the file; rows that are alike are told apart. */
  source: z.string().regex(/^[0-9a-f]{64}$/),
  cells: z.record(z.string().max(80), z.string().max(50_000)),
};

/** How many rows one call takes. Together they may have 500 KB (https://developer.atlassian.com/platform/forge/limits-invocation/). */
export const IMPORT_SLICE = 100;
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).min(1).max(IMPORT_SLICE);

export const ImportedRowView = z.object({
  line: z.int(),
  /** What the row does: a new record, other values for one, nothing, or it is refused. */
  does: z.enum(['create', 'change', 'same', 'refused']),
  /** R-12 and the issue of the record that it stands for. */
  id: z.string().nullable(),
  issueKey: z.string().nullable(),
  revision: z.int().nullable(),
  /** By field, or `state`. Long texts are cut. */
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  problems: z.array(z.object({ column: z.string().nullable(), message: z.string() })),
  note: z.string().nullable(),
});
export type ImportedRowView = z.infer<typeof ImportedRowView>;

export const registerImport = {
  /** What rows of a file would do; nothing is written. */
  check: defineCall(
    'registerImport.check',
    z.strictObject({ ...FileShape, rows: rows(z.strictObject(RowShape)) }),
    z.object({ rows: z.array(ImportedRowView) }),
  ),
  /** Does it. Rows without an answer are left for the next call. */
  apply: defineCall(
    'registerImport.apply',
    z.strictObject({
      ...FileShape,
      rows: rows(
        z.strictObject({
          ...RowShape,
          /** What the check said: a record that was changed since is left alone. */
          revision: z.int().min(1).nullable(),
        }),
      ),
    }),
    z.object({
      rows: z.array(ImportedRowView),
      /** Why the rest has to wait, as when the site asks for a pause. */
      stopped: z.string().nullable(),
    }),
  ),
};
