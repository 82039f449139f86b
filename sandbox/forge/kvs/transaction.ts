import { checkFilters, matchesAll } from './conditions';
import { REQUEST_MAX_BYTES, TRANSACTION_MAX_OPERATIONS } from './constants';
import type { EntityDefinition } from './entities';
import { badRequest, KvsError } from './errors';
import type { Filters, Transaction } from './schemas';
import { type KvsStore, PLAIN } from './store';
import { checkEntityValue, checkKey, checkValue } from './values';

interface Operation {
  readonly key: string;
  readonly entityName?: string | undefined;
  readonly conditions?: Filters | undefined;
}

/** What a transaction needs to know of the storage around it. */
export interface TransactionContext {
  readonly store: KvsStore;
  readonly now: number;
  readonly bytes: number;
  /** @throws KvsError 400 for an entity that the manifest does not declare. */
  entity(name: string): EntityDefinition;
  expiry(options: Transaction['set'][number]['options']): number | null;
}

/** All of it or nothing. @throws KvsError 400 where it is malformed, 409 where a condition does not hold. */
export function transact(transaction: Transaction, context: TransactionContext): void {
  const { store, now } = context;
  const operations: Operation[] = [...transaction.set, ...transaction.delete, ...transaction.check];
  checkShape(operations, context.bytes);
  for (const operation of operations) checkOperation(operation, context);
  for (const { entityName, value } of transaction.set) {
    if (entityName === undefined) checkValue(value);
    else checkEntityValue(context.entity(entityName), value);
  }
  for (const { key, entityName, conditions } of operations) {
    const row = store.get(entityName ?? PLAIN, key, now);
    if (matchesAll(row?.value, conditions)) continue;
    // Neither the documentation nor the package names the status and code of this refusal.
    throw new KvsError(409, 'TRANSACTION_CONDITION_FAILED', `The conditions on the key ${key} do not hold`);
  }
  const expiries = transaction.set.map(({ options }) => context.expiry(options));
  // Nothing may fail from here on.
  transaction.set.forEach(({ key, entityName, value }, i) =>
    store.put(entityName ?? PLAIN, key, { value, now, expireAt: expiries[i] ?? null }),
  );
  for (const { key, entityName } of transaction.delete) store.delete(entityName ?? PLAIN, key);
}

function checkShape(operations: readonly Operation[], bytes: number): void {
  if (operations.length === 0 || operations.length > TRANSACTION_MAX_OPERATIONS)
    throw badRequest(
      `A transaction has 1 to ${TRANSACTION_MAX_OPERATIONS} operations, not ${operations.length}`,
    );
  if (bytes > REQUEST_MAX_BYTES)
    throw badRequest(
      `The transaction has ${bytes} bytes, at most ${REQUEST_MAX_BYTES} are taken`,
      'MAX_SIZE',
    );
  const seen = new Set<string>();
  for (const { key, entityName } of operations) {
    const id = JSON.stringify([entityName ?? null, key]);
    if (seen.has(id)) throw badRequest(`The transaction names the key ${key} more than once`);
    seen.add(id);
  }
}

function checkOperation({ key, entityName, conditions }: Operation, context: TransactionContext): void {
  checkKey(key);
  if (entityName !== undefined) checkFilters(context.entity(entityName), conditions);
  else if (conditions) throw badRequest(`Conditions, as on the key ${key}, work on entities only`);
}
