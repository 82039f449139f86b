import fc from '../../../test/support/properties';
import { eraseFrom, namesPerson, VALUES } from './effect';
import { accountIdsIn, erasedId, mentionsOf, withoutPerson } from './mentions';

const ID = '5b10ac8d82e05b22cc7d4ef5';
const OTHER = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';
const ERASED = erasedId('0f1e2d3c-4b5a');

/** A text in which the id stands as a whole, as it does in ids, keys and queries. */
const naming = fc
  .tuple(fc.constantFrom('', 'jira:1#', 'assignee = "', 'a/'), fc.constantFrom('', '/2026-07-20', '":', ' b'))
  .map(([before, after]) => `${before}${ID}${after}`);
/** JSON that names the person nowhere: every text in it is longer than the id and without its end. */
const other = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes(ID));

/** The value with the naming text planted somewhere in it. */
const planted = fc.tuple(other, other, naming, fc.boolean()).map(([a, b, text, asName]) => ({
  a,
  deep: [b, asName ? { [text]: a } : { text }],
}));

describe('a person in what is kept', () => {
  it('is found wherever the id stands, and nowhere else', () => {
    fc.assert(
      fc.property(planted, other, (value, without) => {
        expect(mentionsOf(value, ID)).toHaveLength(1);
        expect(mentionsOf(without, ID)).toEqual([]);
        expect(namesPerson({ store: 'ledger', key: `asked#${ID}:x`, value: without }, ID)).toBe(true);
      }),
    );
  });

  it('is gone afterwards, and nothing else is changed', () => {
    fc.assert(
      fc.property(planted, other, (value, without) => {
        const after = withoutPerson(value, ID, ERASED);
        expect(JSON.stringify(after)).not.toContain(ID);
        expect(withoutPerson(after, ERASED, ID)).toEqual(value);
        expect(withoutPerson(without, ID, ERASED)).toEqual(without);
      }),
    );
  });

  it('is told apart from an id that only begins alike', () => {
    expect(mentionsOf([`${ID}0`, `x${ID}`, `${ID}-1`], ID)).toEqual([]);
  });

  it('loses the name that was kept beside the id, and others keep theirs', () => {
    const value = [
      { id: ID, name: 'Ada' },
      { accountId: OTHER, displayName: 'Bo' },
    ];
    expect(withoutPerson(value, ID, ERASED)).toEqual([
      { id: ERASED, name: 'Erased person' },
      { accountId: OTHER, displayName: 'Bo' },
    ]);
  });

  it('has an id of either form that Atlassian gives out', () => {
    expect(accountIdsIn({ by: ID, [OTHER]: [`lead:${ID}`, 'deadbeef', '12345'] })).toEqual([ID, OTHER]);
  });
});

describe('what an erasure does', () => {
  const value = { state: 'sent', entry: { recipient: ID } };
  it.each([
    ['project', '10000', { config: { sponsorId: ID } }, 'settings'],
    [VALUES, 'site-defaults', { policy: ID }, 'settings'],
    [VALUES, 'register-settings:1:risk', { people: [ID] }, 'settings'],
    ['record', 'risk:1', { row: { copy: { values: { owner: ID } }, createdBy: null } }, 'record'],
    ['record', 'risk:1', { row: { copy: { values: {} }, createdBy: ID } }, 'anonymised'],
    ['ledger', 'jira:1', { ...value, state: 'claimed' }, 'busy'],
    ['ledger', 'jira:1', value, 'anonymised'],
    [VALUES, 'checkpoint', { among: [ID] }, 'busy'],
    [VALUES, 'people:3', { [ID]: { accountId: ID } }, 'removed'],
    [VALUES, 'sweep:1', { 10000: { lead: { accountId: ID } } }, 'removed'],
  ])('with a row of %s %s', (store, key, kept, effect) => {
    const outcome = eraseFrom({ store, key, value: kept }, ID, ERASED);
    expect(outcome.effect).toBe(effect);
    if (outcome.next) expect(JSON.stringify(outcome.next)).not.toContain(ID);
    else expect(['settings', 'record', 'busy']).toContain(effect);
  });

  it('keeps one row of a message that names the person in its key, under a key that names nobody', () => {
    const { next } = eraseFrom({ store: 'ledger', key: `asked:1#${ID}#2026`, value }, ID, ERASED);
    expect(next?.key).toBe(`asked:1#${ERASED}#2026`);
  });
});
