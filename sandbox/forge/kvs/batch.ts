import { BATCH_MAX_ITEMS, REQUEST_MAX_BYTES } from './constants';
import { badRequest, keyNotFound, KvsError } from './errors';
import { rowBody } from './rows';
import * as wire from './schemas';
import type { KvsRequest, KvsService } from './service';
import { bytesOf, checkKey } from './values';

interface Item {
  readonly key: string;
  readonly entityName?: string | undefined;
}

/** Reads up to 25 keys; what is missing is listed as failed. @throws KvsError */
export function batchGet(service: KvsService, request: KvsRequest): Response {
  const items = parseItems(wire.BatchGetBody, request);
  let bytes = 0;
  const answer = each(items, (item) => {
    checkKey(item.key);
    const row = service.store.get(service.space('batch/get', item.entityName), item.key, request.now);
    if (!row) throw keyNotFound(item.key);
    bytes += bytesOf(row.value);
    return { ...named(item), ...rowBody(row, item.options?.metadataFields) };
  });
  service.read(request, bytes);
  return Response.json(answer);
}

/** Writes up to 25 rows, each on its own: some may fail. @throws KvsError */
export function batchSet(service: KvsService, request: KvsRequest): Response {
  const items = parseItems(wire.BatchSetBody, request);
  service.write(request, Buffer.byteLength(request.body));
  return Response.json(
    each(items, (item) => {
      const space = service.space('batch/set', item.entityName);
      service.check(space, item.key, item.value);
      const expireAt = service.expiry(item.options?.ttl, request.now);
      service.store.put(space, item.key, { value: item.value, now: request.now, expireAt });
      return named(item);
    }),
  );
}

/** Deletes up to 25 rows, each on its own; what is not there fails. @throws KvsError */
export function batchDelete(service: KvsService, request: KvsRequest): Response {
  const items = parseItems(wire.BatchDeleteBody, request);
  service.write(request, 0);
  return Response.json(
    each(items, (item) => {
      checkKey(item.key);
      const space = service.space('batch/delete', item.entityName);
      if (!service.store.get(space, item.key, request.now)) throw keyNotFound(item.key);
      service.store.delete(space, item.key);
      return named(item);
    }),
  );
}

function parseItems<T extends Item>(
  schema: Parameters<typeof wire.parseBody<T[]>>[0],
  { body }: KvsRequest,
): T[] {
  const items = wire.parseBody(schema, body);
  if (items.length === 0 || items.length > BATCH_MAX_ITEMS)
    throw badRequest(`A batch has 1 to ${BATCH_MAX_ITEMS} items, not ${items.length}`);
  const bytes = Buffer.byteLength(body);
  if (bytes > REQUEST_MAX_BYTES)
    throw badRequest(`The batch has ${bytes} bytes, at most ${REQUEST_MAX_BYTES} are taken`, 'MAX_SIZE');
  return items;
}

function each<T extends Item>(items: readonly T[], run: (item: T) => Record<string, unknown>) {
  const successfulKeys: Record<string, unknown>[] = [];
  const failedKeys: Record<string, unknown>[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(run(item));
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({ ...named(item), error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

const named = ({ key, entityName }: Item): Record<string, unknown> => ({
  key,
  ...(entityName === undefined ? {} : { entityName }),
});
