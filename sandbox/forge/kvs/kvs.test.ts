import { kvs, MetadataField } from '@forge/kvs';
import { createKit, HOUR, type Kit, manifestOf, MINUTE, START } from '../testing/kit';

let kit: Kit;
beforeEach(async () => {
  kit = await createKit();
});

const refused = (work: () => Promise<unknown>, code: string, status?: number): Promise<void> =>
  kit.run(() =>
    expect(work()).rejects.toMatchObject({ code, ...(status ? { responseDetails: { status } } : {}) }),
  );

const DAY = 24 * HOUR;

describe('storage through @forge/kvs', () => {
  it('gives back what was set, as a copy, and nothing for what was not', async () => {
    await kit.run(async () => {
      const value = { list: [1, { deep: true }] };
      await kvs.set('a:1', value);
      value.list.push(2);
      expect(await kvs.get('a:1')).toEqual({ list: [1, { deep: true }] });
      expect(await kvs.get('a:2')).toBeUndefined();
      await kvs.delete('a:1');
      await kvs.delete('a:1');
      expect(await kvs.get('a:1')).toBeUndefined();
    });
  });

  it('keeps secrets apart from plain keys and out of sight', async () => {
    await kit.run(async () => {
      await kvs.setSecret('token', 'hidden');
      expect(await kvs.get('token')).toBeUndefined();
      expect(await kvs.getSecret('token')).toBe('hidden');
    });
    expect(kit.host.stored()).toEqual([]);
  });

  it('dates rows by the sandbox clock', async () => {
    await kit.run(() => kvs.set('k', 1));
    await kit.clock.advance(HOUR);
    await kit.run(async () => {
      await kvs.set('k', 2);
      const fields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
      expect(await kvs.get('k', { metadataFields: fields })).toEqual({
        key: 'k',
        value: 2,
        createdAt: START,
        updatedAt: START + HOUR,
      });
    });
  });

  it.each([
    ['', 'EMPTY_KEY'],
    ['   ', 'INVALID_KEY'],
    ['a/b', 'INVALID_KEY'],
    ['a|b', 'INVALID_KEY'],
    ['x'.repeat(501), 'KEY_TOO_LONG'],
  ])('refuses the key %j', (key, code) => refused(() => kvs.set(key, 1), code, 400));

  it('refuses values that are too large or too deep, and takes the largest', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
    await refused(() => kvs.set('k', 'x'.repeat(240 * 1024 - 1)), 'MAX_SIZE');
    await refused(() => kvs.set('k', nested(32)), 'MAX_DEPTH');
    await kit.run(() => kvs.set('k', 'x'.repeat(240 * 1024 - 2)));
    await kit.run(() => kvs.set('deep', nested(31)));
  });

  it('lets one of two overlapping writers create a key', async () => {
    await kit.run(async () => {
      const writers = await Promise.allSettled(
        ['first', 'second'].map((value) => kvs.set('claim', value, { keyPolicy: 'FAIL_IF_EXISTS' })),
      );
      expect(writers.map((writer) => writer.status)).toEqual(['fulfilled', 'rejected']);
      expect(await kvs.get('claim')).toBe('first');
    });
    await refused(() => kvs.set('claim', 'third', { keyPolicy: 'FAIL_IF_EXISTS' }), 'KEY_CONFLICT', 409);
  });

  it('returns the previous or the latest value on request', async () => {
    await kit.run(async () => {
      const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
      expect(await kvs.set('k', 1, previous)).toBeUndefined();
      expect(await kvs.set('k', 2, previous)).toEqual({ key: 'k', value: 1 });
      expect(await kvs.set('k', 3, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' })).toEqual({
        key: 'k',
        value: 3,
      });
    });
  });

  it('keeps expired rows for up to two days, in the way of a new claim, with expireTime as the only sign', async () => {
    await kit.run(() => kvs.set('lease', 1, { ttl: { value: 5, unit: 'MINUTES' } }));
    await kit.clock.advance(HOUR);
    expect(kit.host.stored()).toEqual([]);
    await kit.run(async () =>
      expect(await kvs.get('lease', { metadataFields: [MetadataField.EXPIRE_TIME] })).toEqual({
        key: 'lease',
        value: 1,
        expireTime: new Date(START + 5 * MINUTE).toISOString(),
      }),
    );
    await refused(() => kvs.set('lease', 2, { keyPolicy: 'FAIL_IF_EXISTS' }), 'KEY_CONFLICT');
    await kit.clock.advance(2 * DAY);
    await kit.run(async () => {
      expect(await kvs.get('lease')).toBeUndefined();
      await kvs.set('lease', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
    });
  });

  it('handles batches item by item', async () => {
    await kit.run(async () => {
      const set = await kvs.batchSet<unknown>([
        { key: 'a', value: 1 },
        { key: 'bad/key', value: 2 },
        { key: 'n', value: { owner: 'ada' }, entityName: 'note' },
      ]);
      expect(set.successfulKeys).toEqual([{ key: 'a' }, { key: 'n', entityName: 'note' }]);
      expect(set.failedKeys).toMatchObject([{ key: 'bad/key', error: { code: 'INVALID_KEY' } }]);
      const got = await kvs.batchGet([{ key: 'a' }, { key: 'missing' }]);
      expect(got.successfulKeys).toEqual([{ key: 'a', value: 1 }]);
      expect(got.failedKeys).toMatchObject([{ key: 'missing', error: { code: 'KEY_NOT_FOUND' } }]);
      expect((await kvs.batchDelete([{ key: 'a' }])).successfulKeys).toEqual([{ key: 'a' }]);
    });
    const items = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}`, value: i }));
    await refused(() => kvs.batchSet(items), 'BAD_REQUEST', 400);
  });

  it('pages plain keys by prefix to an empty last page', async () => {
    await kit.run(async () => {
      for (const key of ['b:2', 'a:1', 'b:1', 'b:3', 'b:4']) await kvs.set(key, key);
      const query = () =>
        kvs
          .query()
          .where('key', { condition: 'BEGINS_WITH', values: ['b:'] })
          .limit(2);
      const first = await query().getMany();
      expect(first.results.map(({ key }) => key)).toEqual(['b:1', 'b:2']);
      const second = await query()
        .cursor(first.nextCursor ?? '')
        .getMany();
      expect(second.results.map(({ key }) => key)).toEqual(['b:3', 'b:4']);
      const third = await query()
        .cursor(second.nextCursor ?? '')
        .getMany();
      expect(third).toEqual({ results: [], nextCursor: undefined });
    });
  });

  it('refuses everything without the scope', async () => {
    const manifest = manifestOf({ scopes: ['read:jira-work'] });
    kit = await createKit({ manifest });
    await refused(() => kvs.get('k'), 'PERMISSION_DENIED', 403);
  });

  it('limits requests a second and units a minute, but not an invocation that waits for each answer', async () => {
    await kit.run(async () => {
      for (let i = 0; i < 1100; i++) await kvs.get('k');
    });
    await kit.clock.advance(HOUR);
    await kit.run(async () => {
      const burst = await Promise.allSettled(Array.from({ length: 1001 }, () => kvs.get('k')));
      const failed = burst.filter((result) => result.status === 'rejected');
      expect(failed).toMatchObject([{ reason: { code: 'RATE_LIMIT_EXCEEDED' } }]);
    });
    await kit.clock.advance(HOUR);
    const large = 'x'.repeat(200 * 1024);
    await refused(
      () => Promise.all(Array.from({ length: 200 }, (_, i) => kvs.set(`large-${i}`, large))),
      'RATE_LIMIT_EXCEEDED',
      429,
    );
  });

  it('counts what people ask for one after another where the clock stands still, and other work at once', async () => {
    const work = async () => {
      for (let i = 0; i < 700; i++) await kvs.get('k');
    };
    for (let turn = 0; turn < 10; turn += 1) await kit.run(work);
    expect(kit.clock.now()).toBe(START);
    await kit.clock.advance(HOUR);
    await refused(
      () => Promise.all(Array.from({ length: 7 }, () => kit.run(work, null))),
      'RATE_LIMIT_EXCEEDED',
    );
  });
});
