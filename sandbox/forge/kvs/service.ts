import { batchDelete, batchGet, batchSet } from './batch';
import { TTL_MAX_MS, TTL_UNIT_MS } from './constants';
import type { EntityDefinition } from './entities';
import { badRequest, keyNotFound, KvsError } from './errors';
import { queryEntity, queryKeys } from './query';
import { RateMeter } from './rate';
import { pageBody, rowBody } from './rows';
import * as wire from './schemas';
import { KvsStore, PLAIN, SECRET, type Space } from './store';
import { transact } from './transaction';
import { bytesOf, checkEntityValue, checkKey, checkValue } from './values';

/** One request as the storage sees it. */
export interface KvsRequest {
  /** For example `entity/set`. */
  readonly operation: string;
  readonly body: string;
  /** Sandbox instant, epoch milliseconds. */
  readonly now: number;
  /** The instant that rate limits count it at. */
  readonly pacedAt: number;
}

/** The storage of one installation, behind the wire that `@forge/kvs` speaks. */
export class KvsService {
  readonly store: KvsStore;
  readonly #meter = new RateMeter();

  constructor(
    readonly entities: ReadonlyMap<string, EntityDefinition>,
    private readonly granted: boolean,
  ) {
    this.store = new KvsStore(entities);
  }

  handle(request: KvsRequest): Response {
    try {
      if (!this.granted)
        throw new KvsError(403, 'PERMISSION_DENIED', 'The app does not have the scope storage:app');
      this.#meter.request(request.pacedAt, this.#tooMany(request));
      return this.#serve(request);
    } catch (error) {
      if (error instanceof KvsError) return error.toResponse();
      throw error;
    }
  }

  #serve(request: KvsRequest): Response {
    const { operation, body, now } = request;
    switch (operation) {
      case 'get':
      case 'secret/get':
      case 'entity/get':
        return this.#get(request);
      case 'set':
      case 'secret/set':
      case 'entity/set':
        return this.#set(request);
      case 'delete':
      case 'secret/delete':
      case 'entity/delete':
        return this.#delete(request);
      case 'query': {
        const query = wire.parseBody(wire.QueryBody, body);
        const page = queryKeys(this.store, query, now);
        this.read(request, page.bytes);
        return Response.json(pageBody(page, query.options?.metadataFields));
      }
      case 'entity/query': {
        const query = wire.parseBody(wire.EntityQueryBody, body);
        const page = queryEntity(this.store, this.entity(query.entityName), query, now);
        this.read(request, page.bytes);
        return Response.json(pageBody(page, query.options?.metadataFields));
      }
      case 'batch/get':
        return batchGet(this, request);
      case 'batch/set':
        return batchSet(this, request);
      case 'batch/delete':
        return batchDelete(this, request);
      case 'transaction': {
        const bytes = Buffer.byteLength(body);
        const transaction = wire.parseBody(wire.TransactionBody, body);
        this.write(request, bytes);
        transact(transaction, {
          store: this.store,
          now,
          bytes,
          entity: (name) => this.entity(name),
          expiry: (options) => this.expiry(options?.ttl, now),
        });
        return new Response(null, { status: 200 });
      }
      default:
        throw new KvsError(404, 'NOT_FOUND', `The storage API has no operation ${operation}`);
    }
  }

  #get(request: KvsRequest): Response {
    const { key, entityName, options } = wire.parseBody(wire.GetBody, request.body);
    const space = this.space(request.operation, entityName);
    checkKey(key);
    const row = this.store.get(space, key, request.now);
    this.read(request, row ? bytesOf(row.value) : 0);
    if (!row) throw keyNotFound(key);
    return Response.json(rowBody(row, options?.metadataFields));
  }

  #set(request: KvsRequest): Response {
    const { key, entityName, value, options } = wire.parseBody(wire.SetBody, request.body);
    const space = this.space(request.operation, entityName);
    this.check(space, key, value);
    const expireAt = this.expiry(options?.ttl, request.now);
    this.write(request, bytesOf(value));
    const before = this.store.get(space, key, request.now);
    if (before && options?.keyPolicy === 'FAIL_IF_EXISTS')
      throw new KvsError(409, 'KEY_CONFLICT', `The key ${key} exists`);
    const after = this.store.put(space, key, { value, now: request.now, expireAt });
    const returned =
      options?.returnValue === 'PREVIOUS' ? before : options?.returnValue === 'LATEST' ? after : undefined;
    return returned
      ? Response.json(rowBody(returned, options?.returnMetadataFields))
      : new Response(null, { status: 200 });
  }

  #delete(request: KvsRequest): Response {
    const { key, entityName } = wire.parseBody(wire.DeleteBody, request.body);
    const space = this.space(request.operation, entityName);
    checkKey(key);
    this.write(request, 0);
    const row = this.store.get(space, key, request.now);
    if (!row) throw keyNotFound(key);
    this.store.delete(space, key);
    return new Response(null, { status: 200 });
  }

  /** @throws KvsError 400 where the key or value would not be stored. */
  check(space: Space, key: string, value: unknown): void {
    checkKey(key);
    const entity = this.entities.get(space);
    if (entity) checkEntityValue(entity, value);
    else checkValue(value);
  }

  /** The space that an operation works in. @throws KvsError 400 for an undeclared or missing entity. */
  space(operation: string, entityName: string | undefined): Space {
    if (operation.startsWith('secret/')) return SECRET;
    if (entityName !== undefined) return this.entity(entityName).name;
    if (operation.startsWith('entity/')) throw badRequest('entityName is missing');
    return PLAIN;
  }

  entity(name: string): EntityDefinition {
    const entity = this.entities.get(name);
    if (!entity) throw badRequest(`The manifest declares no entity ${name}`, 'INVALID_ENTITY_TYPE');
    return entity;
  }

  expiry(ttl: wire.Ttl | undefined, now: number): number | null {
    if (!ttl) return null;
    const milliseconds = ttl.value * TTL_UNIT_MS[ttl.unit];
    if (milliseconds > TTL_MAX_MS) throw badRequest('The ttl is longer than a year');
    return now + milliseconds;
  }

  read(request: KvsRequest, bytes: number): void {
    this.#meter.read(request.pacedAt, bytes, this.#tooMany(request));
  }

  write(request: KvsRequest, bytes: number): void {
    this.#meter.write(request.pacedAt, bytes, this.#tooMany(request));
  }

  #tooMany({ operation }: KvsRequest): string {
    return operation === 'transaction' ? 'TOO_MANY_REQUESTS' : 'RATE_LIMIT_EXCEEDED';
  }
}
