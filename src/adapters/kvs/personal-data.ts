import { Filter, FilterConditions, kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { VALUES } from '../../domain/privacy';
import type { FoundRow, PersonalData } from '../../ports/personal-data';
import { systemClock } from '../clock';
import { translateStorage } from './errors';
import { won } from './won';

/** Every entity of manifest.yml; test/structure holds the two equal. */
export const ENTITIES = [
  'project',
  'ledger',
  'record',
  'number',
  'import',
  'choice',
  'audit',
  'plan',
  'obligation',
  'register-snapshot',
  'report',
  'occurrence',
  'dead-letter',
  'erasure',
] as const;

/** Rows a page; the platform's maximum. */
const PAGE = 100;
const EXPIRY = { metadataFields: [MetadataField.EXPIRE_TIME] };

interface Raw {
  readonly key: string;
  readonly value: unknown;
  readonly expireTime?: string;
}

const found = (store: string, { key, value, expireTime }: Raw): FoundRow => ({
  store,
  key,
  value,
  expiresAt: expireTime ?? null,
});

/** Entities by their keys, so that rows that come and go shift nothing; plain keys by the platform's cursor. */
async function page(store: string, after: string | null) {
  if (store === VALUES) {
    const all = kvs.query(EXPIRY).limit(PAGE);
    const query = after === null ? all : all.cursor(after);
    const { results, nextCursor } = await translateStorage(() => query.getMany<unknown>());
    return { rows: results.map((row) => found(store, row)), next: nextCursor ?? null };
  }
  const all = kvs.entity<unknown>(store).query(EXPIRY).index('by-key').limit(PAGE);
  const query = after === null ? all : all.where(WhereConditions.greaterThan(after));
  const { results, nextCursor } = await translateStorage(() => query.getMany());
  const last = results.at(-1)?.key ?? null;
  return { rows: results.map((row) => found(store, row)), next: nextCursor ? last : null };
}

/** What tells whether a row has been written since: all of it that a condition can ask for. */
function asItWas(value: unknown) {
  const scalars = Object.entries(value as object).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const [first, ...others] = scalars.map(([name, is]) => [name, FilterConditions.equalTo(is)] as const);
  if (!first) return {};
  const start = new Filter<Record<string, unknown>>().and(...first);
  return { conditions: others.reduce((filter, [name, is]) => filter.and(name, is), start) };
}

/** What is left of a row's time; the platform counts it anew with every write. */
function timeLeft(expiresAt: string | null, now: number) {
  if (expiresAt === null) return undefined;
  const seconds = Math.max(1, Math.round((Date.parse(expiresAt) - now) / 1000));
  return { ttl: { value: seconds, unit: 'SECONDS' as const } };
}

/** All that Docket keeps on this site. */
export const kvsPersonalData: PersonalData = {
  stores: [...ENTITIES, VALUES],
  page,
  async replace({ store, key, value, expiresAt }, next) {
    const ttl = timeLeft(expiresAt, systemClock.now().getTime());
    if (store === VALUES) {
      await translateStorage(() => kvs.set(next.key, next.value, ttl));
      if (next.key !== key) await translateStorage(() => kvs.delete(key));
      return true;
    }
    const guard = { entityName: store, ...asItWas(value) };
    const content = z.looseObject({}).parse(next.value);
    const transaction =
      next.key === key
        ? kvs.transact().set(key, content, guard, ttl)
        : kvs.transact().set(next.key, content, { entityName: store }, ttl).delete(key, guard);
    // Carried out and the answer lost, or refused: the next pass finds which.
    return translateStorage(() => won(transaction, () => Promise.resolve(false)));
  },
};
