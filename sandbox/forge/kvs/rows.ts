import type { MetadataField } from './schemas';
import type { StoredRow } from './store';

/** A row on the wire, with the metadata that was asked for. */
export function rowBody(row: StoredRow, fields: readonly MetadataField[] = []): Record<string, unknown> {
  return {
    key: row.key,
    value: row.value,
    ...(fields.includes('CREATED_AT') ? { createdAt: row.createdAt } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt: row.updatedAt } : {}),
    ...(fields.includes('EXPIRE_TIME') && row.expireAt !== null
      ? { expireTime: new Date(row.expireAt).toISOString() }
      : {}),
  };
}

/** A page of rows on the wire, with the cursor of the next one. */
export function pageBody(
  page: { readonly rows: readonly StoredRow[]; readonly cursor?: string },
  fields: readonly MetadataField[] | undefined,
): Record<string, unknown> {
  return {
    data: page.rows.map((row) => rowBody(row, fields)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}
