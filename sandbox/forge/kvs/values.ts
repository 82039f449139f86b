import * as limits from './constants';
import type { AttributeType, EntityDefinition } from './entities';
import { badRequest } from './errors';

/** @throws KvsError 400 where the storage API takes no such key. */
export function checkKey(key: string): void {
  if (key === '') throw badRequest('Key cannot be empty', 'EMPTY_KEY');
  if (key.length > limits.KEY_MAX_CHARACTERS)
    throw badRequest(
      `The key has ${key.length} characters, at most ${limits.KEY_MAX_CHARACTERS} are taken`,
      'KEY_TOO_LONG',
    );
  if (!limits.KEY_PATTERN.test(key))
    throw badRequest(`The key ${key} does not match ${String(limits.KEY_PATTERN)}`, 'INVALID_KEY');
}

/** @throws KvsError 400 where a value is absent, too large or too deep. */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null)
    throw badRequest('A value must be a string, number, boolean, object or array');
  const bytes = bytesOf(value);
  if (bytes > limits.VALUE_MAX_BYTES)
    throw badRequest(
      `The value has ${bytes} bytes as JSON, at most ${limits.VALUE_MAX_BYTES} are stored`,
      'MAX_SIZE',
    );
  const depth = depthOf(value);
  if (depth > limits.VALUE_MAX_DEPTH)
    throw badRequest(
      `The value is nested ${depth} deep, at most ${limits.VALUE_MAX_DEPTH} is stored`,
      'MAX_DEPTH',
    );
}

/** @throws KvsError 400 where a value does not fit what the manifest declares. */
export function checkEntityValue(
  entity: EntityDefinition,
  value: unknown,
): asserts value is Record<string, unknown> {
  checkValue(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`A value of the entity ${entity.name} must be an object`, 'INVALID_ENTITY_VALUE');
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes.get(name);
    if (!type)
      throw badRequest(`The entity ${entity.name} declares no attribute ${name}`, 'INVALID_ENTITY_VALUE');
    if (!isOfType(type, attribute))
      throw badRequest(
        `The attribute ${name} of the entity ${entity.name} must be ${NEEDS[type]}`,
        'INVALID_ENTITY_VALUE',
      );
  }
  checkIndexed(entity, value as Record<string, unknown>);
}

const NEEDS: Record<AttributeType, string> = {
  string: 'a string that is not empty',
  integer: 'a whole number of 32 bits',
  float: 'a finite number',
  boolean: 'true or false',
  any: 'JSON',
};

export function isOfType(type: AttributeType, value: unknown): boolean {
  if (type === 'string') return typeof value === 'string' && value !== '';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'float') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'integer')
    return (
      Number.isInteger(value) && Number(value) >= limits.INTEGER_MIN && Number(value) <= limits.INTEGER_MAX
    );
  return value !== undefined;
}

function checkIndexed(entity: EntityDefinition, value: Record<string, unknown>): void {
  for (const { name, partition, range } of entity.indexes.values()) {
    const partitionBytes = partition.reduce((sum, attribute) => sum + textBytes(value[attribute]), 0);
    if (partitionBytes > limits.PARTITION_MAX_BYTES)
      throw badRequest(
        `The partition of the index ${name} has more than ${limits.PARTITION_MAX_BYTES} bytes`,
        'INVALID_ENTITY_VALUE',
      );
    if (textBytes(value[range]) > limits.RANGE_MAX_BYTES)
      throw badRequest(
        `The range ${range} of the index ${name} has more than ${limits.RANGE_MAX_BYTES} bytes`,
        'INVALID_ENTITY_VALUE',
      );
  }
}

/** Stored values never change: each is measured once, however often it is read. */
const sizes = new WeakMap<object, number>();

/** Size of a value as JSON, in bytes of UTF-8. */
export function bytesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Buffer.byteLength(JSON.stringify(value) ?? '');
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = Buffer.byteLength(JSON.stringify(value));
  sizes.set(value, size);
  return size;
}

const textBytes = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(String(value)));

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const child of Object.values(value)) deepest = Math.max(deepest, depthOf(child));
  return deepest + 1;
}
