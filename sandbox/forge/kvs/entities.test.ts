import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { createKit, type Kit } from '../testing/kit';

interface Note {
  owner?: string;
  state?: string;
  rank?: number;
  weight?: number;
  open?: boolean;
  more?: unknown;
}

let kit: Kit;
beforeEach(async () => {
  kit = await createKit();
});

const notes = () => kvs.entity<Note>('note');
const refused = (work: () => Promise<unknown>, expected: Record<string, unknown>): Promise<void> =>
  kit.run(() => expect(work()).rejects.toMatchObject(expected));
const fill = async (rows: Record<string, Note>): Promise<void> => {
  for (const [key, note] of Object.entries(rows)) await notes().set(key, note);
};
const keys = ({ results }: { results: { key: string }[] }): string[] => results.map(({ key }) => key);

describe('custom entities through @forge/kvs', () => {
  it('stores what fits the declared attributes', async () => {
    const note = { owner: 'ada', rank: 1, weight: 0.5, open: true, more: { any: ['thing', null] } };
    await kit.run(async () => {
      await notes().set('n1', note);
      expect(await notes().get('n1')).toEqual(note);
      expect(await kvs.get('n1')).toBeUndefined();
    });
    expect(kit.host.stored('note')).toMatchObject([{ key: 'n1', entityName: 'note', value: note }]);
  });

  it.each<[string, unknown]>([
    ['an empty string', { owner: '' }],
    ['an integer beyond 32 bits', { rank: 2 ** 31 }],
    ['a fraction for an integer', { rank: 0.5 }],
    ['a text for a boolean', { open: 'yes' }],
    ['null for a typed attribute', { owner: null }],
    ['an undeclared attribute', { colour: 'red' }],
    ['a list', ['owner']],
    ['a text', 'owner'],
  ])('refuses %s', (_what, value) =>
    refused(() => notes().set('n', value as Note), { code: 'INVALID_ENTITY_VALUE' }),
  );

  it('refuses entities and indexes that the manifest does not declare', async () => {
    await refused(() => kvs.entity('absent').get('k'), { code: 'INVALID_ENTITY_TYPE' });
    await refused(() => notes().query().index('by-state').getMany(), { code: 'INVALID_ENTITY_INDEX' });
  });

  it('reads an index by its partition, in the order of its range', async () => {
    await kit.run(async () => {
      await fill({
        a: { owner: 'ada', rank: 10 },
        b: { owner: 'ada', rank: 9 },
        c: { owner: 'bo', rank: 1 },
        d: { owner: 'ada', rank: -2 },
        e: { owner: 'ada' },
      });
      const of = (owner: string) =>
        notes()
          .query()
          .index('by-owner', { partition: [owner] });
      expect(keys(await of('ada').getMany())).toEqual(['d', 'b', 'a']);
      expect(keys(await of('ada').sort(Sort.DESC).getMany())).toEqual(['a', 'b', 'd']);
      expect(keys(await of('ada').where(WhereConditions.between(0, 9)).getMany())).toEqual(['b']);
      expect((await of('bo').getOne())?.key).toBe('c');
      expect(keys(await notes().query().index('rank').getMany())).toEqual(['d', 'c', 'b', 'a']);
      await notes().set('a', { owner: 'bo', rank: 10 });
      await notes().delete('b');
      expect(keys(await of('ada').getMany())).toEqual(['d']);
    });
  });

  it('needs every partition value, of the right type, and range values of the type of the range', async () => {
    const query = () => notes().query();
    await refused(() => query().index('by-owner').getMany(), { code: 'BAD_REQUEST' });
    await refused(
      () =>
        query()
          .index('by-owner', { partition: [7] })
          .getMany(),
      { code: 'BAD_REQUEST' },
    );
    await refused(() => query().index('rank').where(WhereConditions.equalTo('one')).getMany(), {
      code: 'BAD_REQUEST',
    });
  });

  it('reads by key through the index that every entity has', async () => {
    await kit.run(async () => {
      await fill({ 'x:2': { rank: 1 }, 'x:1': {}, 'y:1': {} });
      const page = await notes().query().index('by-key').where(WhereConditions.beginsWith('x:')).getMany();
      expect(keys(page)).toEqual(['x:1', 'x:2']);
    });
  });

  it('filters a page after it was fetched, so that it may be empty and still have a cursor', async () => {
    await kit.run(async () => {
      await fill({
        a: { rank: 1, state: 'done' },
        b: { rank: 2, state: 'done' },
        c: { rank: 3, state: 'open' },
      });
      const open = new Filter<Note>().and('state', FilterConditions.equalTo('open'));
      const query = () => notes().query().index('rank').filters(open).limit(2);
      const first = await query().getMany();
      expect(first.results).toEqual([]);
      expect(
        keys(
          await query()
            .cursor(first.nextCursor ?? '')
            .getMany(),
        ),
      ).toEqual(['c']);
    });
  });

  it('takes no filter on an attribute of type any', () =>
    refused(
      () =>
        notes()
          .query()
          .index('rank')
          .filters(new Filter<Note>().and('more', FilterConditions.exists()))
          .getMany(),
      { responseDetails: expect.objectContaining({ status: 422 }) },
    ));

  it('binds a cursor to its query and a limit to 1 to 100', async () => {
    const cursor = await kit.run(async () => {
      await fill({ a: { rank: 1 }, b: { rank: 2 } });
      return (await notes().query().index('rank').limit(1).getMany()).nextCursor ?? '';
    });
    await refused(() => notes().query().index('rank').sort(Sort.DESC).cursor(cursor).getMany(), {
      code: 'INVALID_CURSOR',
    });
    await refused(() => notes().query().index('rank').cursor('no cursor').getMany(), {
      code: 'INVALID_CURSOR',
    });
    await refused(() => notes().query().index('rank').limit(101).getMany(), {
      code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    });
  });

  it('gives ten rows where no limit is named', async () => {
    await kit.run(async () => {
      for (let rank = 0; rank < 12; rank++) await notes().set(`n${rank}`, { rank });
      expect((await notes().query().index('rank').getMany()).results).toHaveLength(10);
    });
  });
});

describe('transactions through @forge/kvs', () => {
  const isOpen = new Filter<Note>().and('state', FilterConditions.equalTo('open'));
  const isNew = new Filter<Note>().and('state', FilterConditions.notExists());

  it('does all of it where the conditions hold', async () => {
    await kit.run(async () => {
      await fill({ a: { state: 'open' } });
      await kvs.set('plain', 1);
      await kvs
        .transact()
        .set<Note>('a', { state: 'done' }, { entityName: 'note', conditions: isOpen })
        .set<Note>('b', { state: 'open' }, { entityName: 'note', conditions: isNew })
        .delete('plain')
        .execute();
      expect(await notes().get('a')).toEqual({ state: 'done' });
      expect(await notes().get('b')).toEqual({ state: 'open' });
      expect(await kvs.get('plain')).toBeUndefined();
    });
  });

  it('does nothing where one condition fails', async () => {
    await kit.run(() => fill({ a: { state: 'done' } }));
    await refused(
      () =>
        kvs
          .transact()
          .set('b', { state: 'open' }, { entityName: 'note' })
          .check('a', { entityName: 'note', conditions: isOpen })
          .execute(),
      { code: 'TRANSACTION_CONDITION_FAILED' },
    );
    await kit.run(async () => expect(await notes().get('b')).toBeUndefined());
  });

  it('refuses a key twice, 26 operations, conditions on plain keys, and values that do not fit', async () => {
    const bad = { code: 'BAD_REQUEST' };
    await refused(() => kvs.transact().set('k', 1).delete('k').execute(), bad);
    const many = () => {
      const transaction = kvs.transact();
      for (let i = 0; i < 26; i++) transaction.set(`k${i}`, i);
      return transaction.execute();
    };
    await refused(many, bad);
    await refused(
      () => kvs.transact().set('k', 1).set('n', { rank: 'x' }, { entityName: 'note' }).execute(),
      {
        code: 'INVALID_ENTITY_VALUE',
      },
    );
    expect(kit.host.stored()).toEqual([]);
  });
});
